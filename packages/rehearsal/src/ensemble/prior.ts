import type { Dimension } from "@openlymph/base";
import { unitFactor } from "@openlymph/base";
import type { Distribution } from "@openlymph/study";
import { z } from "zod";
import priorsJson from "../../data/priors.json" with { type: "json" };

const within = z.tuple([z.number(), z.number()]).optional();
const distributionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["uniform", "loguniform"]), min: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal("normal"), mean: z.number(), sd: z.number().positive(), within }),
  z.strictObject({ kind: z.literal("lognormal"), median: z.number().positive(), gsd: z.number().gt(1), within }),
]);
const provenanceTag = z.enum(["source", "textbook", "computed", "assumed"]);

/** One thing nobody knows about a body, with the range it is drawn from. Numbers in `unit`. */
const priorSchema = z.strictObject({
  id: z.string().min(1),
  symbol: z.string().min(1),
  label: z.string().min(1),
  dimension: z.enum(["concentration", "pressure", "fraction", "conductance"]),
  unit: z.string().min(1),
  /** Value of the typical body, in which nothing is drawn. */
  default: z.number(),
  distribution: distributionSchema,
  /** What is drawn beyond it becomes it. */
  atMost: z.number().optional(),
  /** Id of an earlier prior below whose draw it does not go. */
  atLeast: z.string().optional(),
  provenance: provenanceTag,
  source: z.string().min(1),
});

/** A set of virtual bodies: the priors, some of them with other numbers. */
const populationSchema = z.strictObject({
  id: z.string().min(1),
  about: z.string().min(1),
  /** By id of a prior: what replaces the numbers of its distribution. */
  changes: z.record(z.string(), z.record(z.string(), z.number())),
  provenance: provenanceTag,
  source: z.string().min(1),
});

export const priorLibrarySchema = z.strictObject({
  about: z.string().min(1),
  reviewStatus: z.enum(["draft", "reviewed", "approved"]),
  populations: z.array(populationSchema).min(1),
  priors: z.array(priorSchema).min(1),
});

export type Prior = Readonly<z.infer<typeof priorSchema>>;
export type Population = Readonly<z.infer<typeof populationSchema>>;
export const priorIds = [
  "lymphProtein",
  "netFiltration",
  "swollenSlope",
  "deepSwollenSlope",
  "pumpReserve",
  "fillingWidth",
  "innateStrength",
  "acquiredStrength",
  "venousPressure",
  "nodeDrop",
  "bypass",
  "removalShift",
  "anastomosisConductance",
  "tissueConductance",
  "tissueExponent",
  "handDisplacement",
] as const;
export type PriorId = (typeof priorIds)[number];

/** Every prior, in the order that draws are counted in; review status `draft`. */
export const priors = priorsJson.priors as readonly Prior[];
export const populations = priorsJson.populations as unknown as readonly Population[];
/** The population that is drawn from where nothing else is asked for. */
export const usualPopulation = "assumed";

/** Factor from a prior's unit to SI. */
export function priorFactor({ dimension, unit }: Prior): number {
  return unitFactor(dimension as Dimension, unit) ?? Number.NaN;
}

/** The distribution of a prior in a population, in the prior's unit. */
export function priorDistribution(prior: Prior, population: Population): Distribution {
  return { ...prior.distribution, ...population.changes[prior.id] } as Distribution;
}
