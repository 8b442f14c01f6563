import type { BodyCondition, WholeBody } from "@openlymph/physiology";
import type { Assumption, History } from "@openlymph/therapy";
import { leastConductance, venousTransmission } from "../tissue-class.ts";
import type { BodyPlaces } from "./body-places.ts";

type Scoped = Extract<Assumption, { readonly territories: readonly string[] }>;

function assumeAt(
  { kind, value }: Scoped,
  k: number,
  drains: readonly number[],
  body: WholeBody,
  out: BodyCondition,
): void {
  switch (kind) {
    case "pumpStrength":
      out.strength[k] = value;
      return;
    case "pumpOutput":
      for (const d of drains) out.drainGain[d] = out.drainGain[d]! * value;
      return;
    case "hypoplasia":
      for (const d of drains) out.drainGain[d] = out.drainGain[d]! * (1 - value);
      return;
    case "valveIncompetence":
      // What runs back needs a node to come from; straight from the blood nothing does.
      for (const d of drains) if (!body.isOutlet[body.drainTo[d]!]) out.incompetence[d] = value;
      return;
    case "capillaryPressure":
      out.capillaryRise[k] = out.capillaryRise[k]! + value;
      return;
    case "venousHypertension":
      out.capillaryRise[k] = out.capillaryRise[k]! + venousTransmission * value;
      return;
    case "remodelling":
      out.remodelling[k] = value;
      return;
    case "startVolume":
  }
}

/** What a history assumes about a body; what concerns its start alone is not here. */
export function assumptions(
  history: History,
  body: WholeBody,
  places: BodyPlaces,
): (time: number, out: BodyCondition) => void {
  return (time, out) => {
    for (const one of history.assume) {
      if ("at" in one && one.at !== undefined && time < one.at) continue;
      if (one.kind === "obstruction") {
        for (const n of places.junctions(one.nodes)) {
          out.conductance[n] = out.conductance[n]! * Math.max(leastConductance, 1 - one.value);
        }
      }
      if (!("territories" in one)) continue;
      for (const k of places.compartments(one.territories)) assumeAt(one, k, places.drains(k), body, out);
    }
  };
}
