import { type Immutable, unknownName } from "@openlymph/anatomy";
import { mmHg, ok, type Result } from "@openlymph/base";
import { z } from "zod";
import strokesJson from "../../data/strokes.json" with { type: "json" };

const seconds = z.union([z.number().min(0), z.tuple([z.number(), z.number()])]);

/** One stroke of a school: the hand, what it does, how hard, how slow, how often, and where that was read. */
export const strokeSchema = z.strictObject({
  id: z.string().min(1),
  school: z.string().min(1),
  name: z.string().min(1),
  hand: z.string().min(1),
  where: z.array(z.string().min(1)).min(1),
  working: z.string().min(1),
  resting: z.string().min(1),
  /** Taught range, mmHg; `null` for breathing. */
  pressure_mmHg: z.tuple([z.number().positive(), z.number().positive()]).nullable(),
  timing: z.strictObject({ work_s: seconds, rest_s: seconds, reps: z.tuple([z.number().int(), z.number().int()]) }),
  selfCareSuitable: z.boolean(),
  therapistOnly: z.boolean().optional(),
  combos: z.array(z.string()).optional(),
  forbiddenOn: z.array(z.string()).optional(),
  evidence: z.string().min(1),
});

/** Key → title, address, and how far it was read. */
export const sourceListSchema = z.record(
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(["source", "textbook", "computed", "assumed"])]),
);

export const strokeLibrarySchema = z.strictObject({
  _about: z.string(),
  common: z.record(z.string(), z.unknown()),
  strokes: z.array(strokeSchema).min(1),
  pressureDebate: z.record(z.string(), z.unknown()),
  sources: sourceListSchema,
});

export type Stroke = Immutable<z.infer<typeof strokeSchema>>;

/** The stroke library; review status `draft`. */
export const strokes = strokesJson.strokes as unknown as readonly Stroke[];

export const strokesById: ReadonlyMap<string, Stroke> = new Map(strokes.map((stroke) => [stroke.id, stroke]));

/** A stroke by id, or `reference/unknown` with the closest id. */
export function strokeById(id: string): Result<Stroke> {
  const stroke = strokesById.get(id);
  return stroke === undefined ? unknownName("stroke", id, strokesById.keys()) : ok(stroke);
}

/** Lower end of the pressure that is traditionally taught (30 to 40 mmHg). A convention, not a measured optimum. */
const taughtPressure = 30;

/**
 * The pressure (Pa) a stroke is given when a plan names none: 30 mmHg, brought inside the stroke's own taught range;
 * `undefined` for breathing. Assumed; pressures measured during manual massage were 60 to 120 mmHg (Olszewski).
 */
export function defaultPressure(stroke: Stroke): number | undefined {
  if (stroke.pressure_mmHg === null) return undefined;
  const [low, high] = stroke.pressure_mmHg;
  return Math.min(high, Math.max(low, taughtPressure)) * mmHg;
}
