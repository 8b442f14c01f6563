import { type Immutable, unknownName } from "@openlymph/anatomy";
import { ok, provenanceTags, type Result, reviewStatuses } from "@openlymph/base";
import { z } from "zod";
import techniquesJson from "../../data/stroke-techniques.json" with { type: "json" };
import { type Stroke, strokes } from "./stroke.ts";

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const known = { tag: z.enum(provenanceTags), source: text };

/** Values at rising shares of a phase, from its beginning (0) to its end (1). */
function course<Value extends z.ZodType>(value: Value) {
  return z
    .array(value)
    .min(2)
    .refine(
      (points) => {
        const times = points.map((point) => (point as readonly number[])[0] ?? Number.NaN);
        return times[0] === 0 && times.at(-1) === 1 && times.every((at, n) => n === 0 || at > times[n - 1]!);
      },
      { message: "points whose first number rises from 0 to 1" },
    );
}

/** What of the hand lies on the skin. */
export const contacts = ["flat_fingers", "palm", "span", "thumb", "fingertips", "sleeve"] as const;
export type Contact = (typeof contacts)[number];

/** How two hands work: at once, in turn with a rest, or one taking over from the other without any. */
export const handTurns = ["one", "together", "alternate", "relay"] as const;

/** How a stroke is done; pressure in mmHg, times and repetitions stand with the stroke itself. */
export const strokeTechniqueSchema = z.strictObject({
  id: text,
  reviewStatus: z.enum(reviewStatuses),
  hands: z.strictObject({
    least: z.number().int().min(0).max(2),
    most: z.number().int().min(1).max(2),
    together: z.enum(handTurns),
    ...known,
  }),
  contact: z.enum(contacts),
  /** Whether the hand takes the skin along, slides over it, or is carried by it. */
  skin: z.enum(["moved", "slid_over", "carries_the_hand"]),
  /** Whether the working phase pushes toward the exit. */
  pushes: z.boolean(),
  /** Way of the hand in the working phase: share of the phase, hand widths along (to the exit) and across (thumb side). */
  path: z.strictObject({ points: course(z.tuple([share, z.number(), z.number()])), ...known }),
  /** Share of the peak pressure over the working phase, zero at both ends; `null` for breathing. */
  pressure: z.strictObject({ points: course(z.tuple([share, share])), ...known }).nullable(),
  /** Share by which the belly has risen over the working phase; breathing alone. */
  rise: z.strictObject({ points: course(z.tuple([share, share])), ...known }).optional(),
  /** How far the skin is taken along, mm; `null` where it is not. */
  stretch: z.strictObject({ mm: z.tuple([z.number().positive(), z.number().positive()]), ...known }).nullable(),
  /** How far the next stroke begins from this one, hand widths toward the exit. */
  advance: z.strictObject({ handWidths: z.number().min(0), ...known }),
  /** How the hand comes back in the resting phase. */
  release: z.enum(["skin_returns", "glides_on", "lifts_off"]),
  steps: z.strictObject({ place: text, stretch: text, release: text, moveOn: text }),
  feelFor: z.array(text).min(1),
  avoid: z.array(text).min(1),
  words: z.strictObject(known),
});

export const strokeTechniqueLibrarySchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  review: z.literal("draft"),
  handWidth: z.strictObject({ mm: z.number().positive(), ...known }),
  oneHandRule: z.strictObject({ words: text, ...known }),
  techniques: z.array(strokeTechniqueSchema).min(1),
});

export type StrokeTechnique = Immutable<z.infer<typeof strokeTechniqueSchema>>;
type TechniqueLibrary = Immutable<z.infer<typeof strokeTechniqueLibrarySchema>>;

const library = techniquesJson as unknown as TechniqueLibrary;

/** How every stroke is done; review status `draft`. */
export const strokeTechniques = library.techniques;

/** Breadth of the hand that paths are measured in, mm, and what holds for strokes with one hand. */
export const { handWidth, oneHandRule } = library;

const byId: ReadonlyMap<string, StrokeTechnique> = new Map(library.techniques.map((one) => [one.id, one]));

/** How a stroke is done. Every stroke of the library has a technique: a test holds it. */
export function techniqueOf({ id }: Pick<Stroke, "id">): StrokeTechnique {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`stroke ${id} has no technique`);
  return found;
}

/** The name without what stands in brackets, in small letters: `scoop`. */
const plainName = ({ name }: Stroke): string => name.replace(/ \(.*/, "").toLowerCase();

/**
 * A stroke by its id or its name, whatever the case, with or without what stands in brackets.
 *
 * @returns `reference/unknown` with the closest id or name when there is none.
 */
export function strokeNamed(word: string): Result<Stroke> {
  const wanted = word.trim().toLowerCase();
  const found = strokes.find((stroke) => [stroke.id, stroke.name.toLowerCase(), plainName(stroke)].includes(wanted));
  if (found !== undefined) return ok(found);
  return unknownName(
    "stroke",
    word,
    strokes.flatMap((stroke) => [plainName(stroke), stroke.id]),
  );
}

/** Who a stroke is for: people at home too, not for self-care, or expressly for therapists only. */
export const strokeUses = ["self-care", "not-self-care", "therapist-only"] as const;
export type StrokeUse = (typeof strokeUses)[number];

export function strokeUse({ selfCareSuitable, therapistOnly }: Stroke): StrokeUse {
  if (therapistOnly === true) return "therapist-only";
  return selfCareSuitable ? "self-care" : "not-self-care";
}

/** Whether a person with one good hand can do the stroke at home. */
export function oneHandAlone(stroke: Stroke): boolean {
  return strokeUse(stroke) === "self-care" && techniqueOf(stroke).hands.least <= 1;
}
