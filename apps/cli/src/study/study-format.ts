/** Schema of `openlymph/study@1`: a network, the parameters to vary, and what to do with them. */
import { quantityField, reportFailure } from "@openlymph/base";
import { z } from "zod";
import { type AnyQuantity, parseAnyQuantity } from "./any-quantity.ts";

export const studyFormat = "openlymph/study@1";

const anyQuantity = z.unknown().transform((value, context): AnyQuantity => {
  const read = parseAnyQuantity(value);
  return read.ok ? read.value : reportFailure(context, read);
});

const count = (least: number, most: number) =>
  z.int("a whole number").min(least, `${least} or more`).max(most, `at most ${most}`);
const seed = z.int("a whole number").default(1);
const settings = z.array(z.string("path=value")).default([]);

const parameter = z.strictObject({
  from: anyQuantity.optional(),
  to: anyQuantity.optional(),
  values: z.array(anyQuantity).min(1, "one value or more").optional(),
  scale: z.enum(["linear", "log"]).default("linear"),
  steps: count(1, 100_000).optional(),
  value: anyQuantity.optional(),
  fixed: z.boolean().default(false),
});

const design = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("grid") }),
  z.strictObject({ kind: z.literal("latin-hypercube"), points: count(1, 10_000_000), seed }),
  z.strictObject({
    kind: z.literal("sobol"),
    points: count(1, 10_000_000),
    seed,
    scramble: z.enum(["none", "shift", "owen"]).default("owen"),
  }),
]);

const share = (max: number, words: string) => quantityField("fraction", { min: 1e-9, max, words });

const sensitivity = z.strictObject({
  local: z
    .strictObject({ step: share(0.5, "above 0 up to 50 %").optional(), levels: count(2, 10).optional() })
    .optional(),
  morris: z.strictObject({ trajectories: count(2, 1_000_000), seed }).optional(),
  sobol: z.strictObject({ blocks: count(2, 1_000_000), seed, resamples: count(10, 100_000).optional() }).optional(),
});

const target = z.strictObject({
  output: z.string(),
  scenario: z.string().optional(),
  value: anyQuantity,
  sd: anyQuantity,
  source: z.string().optional(),
});

const fit = z.strictObject({
  tolerance: share(0.1, "above 0 up to 0.1").optional(),
  step: share(0.1, "above 0 up to 10 %").optional(),
  iterations: count(1, 10_000).optional(),
  errors: z.enum(["known", "scatter"]).optional(),
});

export const studySchema = z.strictObject({
  format: z.literal(studyFormat),
  title: z.string().min(1, "a title"),
  about: z.string().default(""),
  network: z.string().min(1, "the path of a network file, from this file"),
  set: settings,
  cycles: count(1, 100_000).optional(),
  parameters: z.record(z.string(), parameter),
  design: design.optional(),
  outputs: z.array(z.string()).min(1, "one output or more").optional(),
  sensitivity: sensitivity.optional(),
  scenarios: z.record(z.string(), z.strictObject({ set: settings })).default({}),
  targets: z.array(target).min(1, "one target or more").optional(),
  fit: fit.optional(),
});

export type StudyFile = z.output<typeof studySchema>;
