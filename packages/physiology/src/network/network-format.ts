/** Schema of `openlymph/network@1`: what a network file may hold, every quantity with its unit. */
import { type Dimension, fail, parseQuantity, type QuantityRange, quantityField, reportFailure } from "@openlymph/base";
import { z } from "zod";
import { methodChoices } from "../solve/tableau.ts";

export const networkFormat = "openlymph/network@1";

/** Most lymphangions of one vessel that a file may ask for. */
export const mostLymphangions = 100_000;

const tiny = Number.MIN_VALUE;
const above = (words: string): QuantityRange => ({ min: tiny, words });
const atLeastZero = (words: string): QuantityRange => ({ min: 0, words });

/** A quantity, or a list with one for each lymphangion. */
function perLymphangion(dimension: Dimension, range: QuantityRange) {
  const one = quantityField(dimension, range);
  return z.union([one.transform((value) => [value]), z.array(one).min(1)]);
}

const name = z.string().regex(/^[A-Za-z][\w-]*$/, "a name of letters, digits, - and _");

function placesOf<T extends z.ZodType>(item: T) {
  return z.record(name, item);
}

/** The delay per lymphangion: a time, or an angle of which 360 deg is one contraction. */
const lag = z.unknown().transform((value, context) => {
  const time = parseQuantity(value, "time");
  if (time.ok) return { kind: "time", value: time.value } as const;
  const angle = parseQuantity(value, "angle");
  if (angle.ok) return { kind: "phase", value: angle.value } as const;
  return reportFailure(context, fail(time.code, { expected: 'a time or an angle such as "0.5 s" or "90 deg"' }));
});

/** Fields shared by the file and by `setParameter`. */
export const massageFields = {
  amplitude: quantityField("pressure", atLeastZero(">= 0 mmHg")),
  duration: quantityField("time", above("> 0 s")),
  period: quantityField("time", above("> 0 s")),
  speed: quantityField("velocity", above("> 0 cm/s")),
  direction: z.enum(["proximal", "distal"]),
};

export const pacingFields = {
  frequency: quantityField("frequency", above("> 0 /min")),
  contraction: quantityField("time", above("> 0 s")),
  rest: quantityField("time", atLeastZero(">= 0 s")),
  lag,
  conduction: quantityField("velocity", above("> 0 mm/s")),
};

export const inletFields = {
  pressure: quantityField("pressure"),
  resistance: quantityField("resistance", atLeastZero(">= 0 Pa.s/m3")),
};

export const outletFields = { pressure: quantityField("pressure") };

export const wallFields = { activeTension: quantityField("tension", atLeastZero(">= 0 N/m")) };

/** A number of lymphangions written as text. */
export const countField = z.coerce
  .number("a whole number")
  .pipe(z.int("a whole number").min(1, "1 or more").max(mostLymphangions, `at most ${mostLymphangions}`));

const positivePressure = above("> 0 mmHg");
const positiveResistance = above("> 0 Pa.s/m3");

const fold = z.enum(["refuse", "allow"]).default("refuse");

const valve = z.discriminatedUnion("law", [
  z.strictObject({
    law: z.literal("sigmoid"),
    open: quantityField("resistance", positiveResistance),
    closed: quantityField("resistance", positiveResistance),
    slope: quantityField("perPressure", above("> 0 /Pa")),
    opening: quantityField("pressure"),
    prolapse: z
      .strictObject({ slope: quantityField("perPressure", above("> 0 /Pa")), pressure: quantityField("pressure") })
      .optional(),
    fold,
  }),
  z.strictObject({
    law: z.literal("log-blend"),
    open: quantityField("resistance", positiveResistance),
    closed: quantityField("resistance", positiveResistance),
    opening: quantityField("pressure"),
    closing: quantityField("pressure").optional(),
    width: quantityField("pressure", positivePressure),
    lag: quantityField("time", above("> 0 s")).optional(),
    fold,
  }),
]);

const wall = z.discriminatedUnion("law", [
  z.strictObject({
    law: z.literal("bertram-2011"),
    passivePressure: perLymphangion("pressure", positivePressure),
    referenceDiameter: perLymphangion("length", above("> 0 mm")),
    activeTension: perLymphangion("tension", atLeastZero(">= 0 N/m")),
  }),
  z.strictObject({
    law: z.literal("human-collector"),
    passivePressure: perLymphangion("pressure", positivePressure),
    referenceDiameter: perLymphangion("length", above("> 0 mm")),
    stiffening: perLymphangion("fraction", above("> 0")),
    activeTension: perLymphangion("tension", atLeastZero(">= 0 N/m")),
    tone: perLymphangion("tension", atLeastZero(">= 0 N/m")),
    optimalStretch: perLymphangion("fraction", above("> 0")),
    stretchWidth: perLymphangion("fraction", above("> 0")),
  }),
]);

const inlet = z.strictObject({
  pressure: inletFields.pressure,
  resistance: inletFields.resistance.optional(),
  reflux: quantityField("fraction", { min: 1e-6, max: 1, words: "above 0 up to 100 %" }).optional(),
});

const junction = z.strictObject({
  volumePerMmHg: quantityField("volume", atLeastZero(">= 0 nL")).optional(),
});

const node = z.strictObject({
  resistance: quantityField("resistance", positiveResistance),
  swelling: quantityField("fraction", atLeastZero(">= 0")).optional(),
  absorption: z
    .strictObject({
      conductance: quantityField("conductance", above("> 0 m3/s/Pa")),
      capillaryPressure: quantityField("pressure"),
      reflection: quantityField("fraction", { min: 0, max: 1, words: "0 to 1" }),
      lymphOncotic: quantityField("pressure", atLeastZero(">= 0 mmHg")),
      bloodOncotic: quantityField("pressure", atLeastZero(">= 0 mmHg")),
    })
    .optional(),
});

const vessel = z.strictObject({
  from: z.string(),
  to: z.string(),
  lymphangions: z.int().min(1, "1 or more").max(mostLymphangions, `at most ${mostLymphangions}`),
  length: perLymphangion("length", above("> 0 mm")),
  initialDiameter: perLymphangion("length", above("> 0 mm")).optional(),
  wall,
  valve: z.union([z.array(z.string()).min(1), z.string().transform((value) => [value])]),
  onset: quantityField("time").optional(),
});

export const networkSchema = z.strictObject({
  format: z.literal(networkFormat),
  title: z.string().min(1, "a title"),
  about: z.string().min(1, "a paragraph"),
  viscosity: quantityField("viscosity", above("> 0 cP")),
  valves: placesOf(valve).default({}),
  inlets: placesOf(inlet),
  outlets: placesOf(z.strictObject(outletFields)),
  junctions: placesOf(junction).default({}),
  nodes: placesOf(node).default({}),
  vessels: placesOf(vessel),
  external: z
    .strictObject({
      pressure: quantityField("pressure").optional(),
      massage: z
        .strictObject({
          ...massageFields,
          vessels: z.array(z.string()).min(1).optional(),
        })
        .optional(),
    })
    .optional(),
  pacing: z.strictObject({
    frequency: pacingFields.frequency.optional(),
    contraction: pacingFields.contraction.optional(),
    rest: pacingFields.rest.optional(),
    lag: pacingFields.lag.optional(),
    conduction: pacingFields.conduction.optional(),
  }),
  solver: z
    .strictObject({
      method: z.enum(methodChoices as [string, ...string[]]).optional(),
      tolerance: quantityField("fraction", { min: 1e-12, max: 1e-2, words: "1e-12 to 1e-2" }).optional(),
      step: quantityField("time", above("> 0 s")).optional(),
      longestStep: quantityField("time", above("> 0 s")).optional(),
      cycles: z.int().min(1, "1 or more").max(100_000, "at most 100000").optional(),
    })
    .optional(),
});

export type NetworkFile = z.output<typeof networkSchema>;
