/** What was measured in people with a tracer, beside an examination of the model. */
import { anatomy, unknownName } from "@openlymph/anatomy";
import { FailureError, minute } from "@openlymph/base";
import { z } from "zod";
import data from "../../data/published-examinations.json" with { type: "json" };
import { dataHead } from "../body/sourced.ts";
import type { Examination } from "../examination.ts";

const id = z.string().min(1);
/** Ids of node groups without their side. */
const nodes = z.array(id).min(1);

const numberSchema = z.strictObject({
  id,
  /** Territories without their side, any of which the tracer is injected into. */
  inject: z.array(id).min(1),
  tracer: id,
  measure: z.discriminatedUnion("kind", [
    /** Time until the first of the node groups is seen, min. */
    z.strictObject({ kind: z.literal("arrival"), nodes }),
    /** What the node groups hold after some minutes, % of the dose. */
    z.strictObject({ kind: z.literal("held"), nodes, minutes: z.number().positive() }),
    /** Mean rate of removal from the depot, % per minute. */
    z.strictObject({ kind: z.literal("clearance") }),
    /** Whether a vessel or a detour brought it to one of the node groups, and when, min. */
    z.strictObject({ kind: z.literal("reached"), nodes, side: z.literal("other").optional() }),
  ]),
  quantity: id,
  people: id,
  published: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("mean ± sd"), value: z.number(), spread: z.number(), unit: id }),
    z.strictObject({ kind: z.enum(["at least", "at most"]), value: z.number(), unit: id }),
    /** A share of the observations of the anatomy, %. */
    z.strictObject({ kind: z.literal("observed"), observation: id, share: id }),
  ]),
  source: id,
  basis: z.enum(["abstract", "full text"]),
  /** Whether the model was calibrated on it. */
  standing: z.enum(["input", "prediction"]),
});

type Entry = z.infer<typeof numberSchema>;
type Stated = Exclude<Entry["published"], { kind: "observed" }>;

/** A published number; shares of limbs are `value`s in %. */
export interface PublishedExamination extends Omit<Entry, "published"> {
  readonly published: Stated | { readonly kind: "value"; readonly value: number; readonly unit: string };
}

function observed(observation: string, share: string): number {
  const found = anatomy.observations.find((each) => each.id === observation)?.shares as
    | Readonly<Record<string, number>>
    | undefined;
  const value = found?.[share];
  if (value === undefined) throw new RangeError(`no share ${share} in the observations of ${observation}`);
  return value;
}

/** All of them, in the order of the data. */
export const publishedExaminations: readonly PublishedExamination[] = z
  .strictObject({ ...dataHead, numbers: z.array(numberSchema).min(1) })
  .parse(data)
  .numbers.map((entry) => {
    const { published } = entry;
    if (published.kind !== "observed") return { ...entry, published };
    const value = observed(published.observation, published.share);
    return { ...entry, published: { kind: "value", value, unit: "%" } };
  });

/** One of them; raises `reference/unknown`, naming the nearest, for another id. */
export function publishedExamination(wanted: string): PublishedExamination {
  const found = publishedExaminations.find((each) => each.id === wanted);
  if (found !== undefined) return found;
  const ids = publishedExaminations.map((each) => each.id);
  throw new FailureError(unknownName("published examination", wanted, ids, "id"));
}

/** A published number and what the model finds, in the same unit; `undefined` where it is not seen or was not followed so far. */
export interface ExaminationBeside extends PublishedExamination {
  readonly here: number | undefined;
}

const otherSide = { L: "R", R: "L" } as const;

function foundHere({ findings, times }: Examination, { measure }: PublishedExamination, side: "L" | "R") {
  if (measure.kind === "clearance") return 100 * minute * findings.depot.clearance;
  const on = measure.kind === "reached" && measure.side === "other" ? otherSide[side] : side;
  const wanted = new Set(measure.nodes.map((node) => `${node}_${on}`));
  if (measure.kind === "held") {
    const last = times.findLastIndex((time) => time <= measure.minutes * minute);
    if ((times.at(-1) ?? 0) < measure.minutes * minute) return undefined;
    const held = findings.nodes.filter(({ node }) => wanted.has(node)).map(({ uptake }) => uptake[last]!);
    return 100 * held.reduce((sum, share) => sum + share, 0);
  }
  const brought =
    measure.kind === "arrival"
      ? findings.nodes.filter(({ node }) => wanted.has(node))
      : [...findings.bundles, ...findings.detours].filter(({ to }) => wanted.has(to));
  const seen = brought.flatMap(({ arrival }) => (arrival === undefined ? [] : [arrival]));
  return seen.length === 0 ? undefined : Math.min(...seen) / minute;
}

/** What was published about the same tracer in the same skin, beside what the examination finds. */
export function besideExamination(examination: Examination): readonly ExaminationBeside[] {
  const { injected, tracer } = examination;
  const sides = new Set(injected.map((territory) => territory.slice(-1)));
  const [side] = sides;
  if (sides.size !== 1 || (side !== "L" && side !== "R")) return [];
  const places = injected.map((territory) => territory.slice(0, -2));
  return publishedExaminations
    .filter((each) => each.tracer === tracer.id && places.every((place) => each.inject.includes(place)))
    .map((each) => ({ ...each, here: foundHere(examination, each, side) }));
}
