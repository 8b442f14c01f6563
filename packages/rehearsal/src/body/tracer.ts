import { anatomy } from "@openlymph/anatomy";
import { hour, raise } from "@openlymph/base";
import { type BodySolute, passiveSolute, type SoluteInjection, type WholeBody } from "@openlymph/physiology";
import { z } from "zod";
import data from "../../data/tracers.json" with { type: "json" };
import { dataHead, sourcedNumber } from "./sourced.ts";

const tracerSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  about: z.string().min(1),
  /** `large`: shut out of part of the tissue fluid; `small`: spreads through all of it. */
  size: z.enum(["large", "small"]),
  permeability: sourcedNumber,
  absorbed: sourcedNumber,
  capture: sourcedNumber,
  halfLife: sourcedNumber,
  detection: sourcedNumber,
});

const file = z
  .strictObject({
    ...dataHead,
    availableShare: z.strictObject({ superficial: sourcedNumber, other: sourcedNumber }),
    tracers: z.array(tracerSchema).min(1),
  })
  .parse(data);

/** Something that is injected to be seen. */
export type Tracer = z.infer<typeof tracerSchema>;

/** All tracers, each number with its source. */
export const tracers: readonly Tracer[] = file.tracers;

/** The tracer of a name; raises `reference/unknown`, naming all. */
export function tracerOf(id: string): Tracer {
  const found = tracers.find((tracer) => tracer.id === id);
  const ids = tracers.map((tracer) => tracer.id).join(", ");
  return found ?? raise("reference/unknown", { path: "tracer", value: id, expected: `one of ${ids}` });
}

/** Share of each territory's tissue fluid that is open to large molecules. */
export function availableShares(body: WholeBody): Float64Array {
  return Float64Array.from(body.spec.compartments, ({ id }) => {
    const layer = anatomy.byId.territories.get(id)?.layer;
    return (layer === "superficial" ? file.availableShare.superficial : file.availableShare.other).value;
  });
}

/** Largest local error of a sub-step, as a share of the dose that is still there. */
const tolerance = 2e-4;

/** A tracer as the body carries it; injected amounts are shares of the dose. */
export function tracerSolute(body: WholeBody, tracer: Tracer, injections: readonly SoluteInjection[]): BodySolute {
  const all = tracer.size === "small" ? new Float64Array(body.compartmentCount).fill(1) : availableShares(body);
  return passiveSolute(tracer.id, body.compartmentCount, {
    distribution: all,
    permeability: tracer.permeability.value,
    absorbed: tracer.absorbed.value,
    nodes: {
      capture: tracer.capture.value,
      release: Math.LN2 / (tracer.halfLife.value * hour),
      growth: 0,
      kill: 0,
    },
    injections,
    detection: tracer.detection.value,
    tolerance,
  });
}
