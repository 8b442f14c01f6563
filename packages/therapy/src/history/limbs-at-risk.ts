import { anatomy, type Limb, limbOf, limbs } from "@openlymph/anatomy";
import { sidesOf } from "../fields/body-side.ts";
import type { History } from "./history.ts";

/** The limbs that a history's procedures put at risk or its conditions name, arms first. */
export function limbsAtRisk(history: History): readonly Limb[] {
  const found = new Set<Limb>();
  for (const { procedure, side } of history.procedures) {
    const record = anatomy.byId.procedures.get(procedure);
    for (const word of ["arm", "leg"] as const) {
      if (record?.risk.split(/[ ,]+/).includes(word) !== true) continue;
      for (const one of sidesOf(side ?? "both")) found.add(`${word}_${one}`);
    }
  }
  for (const { scope } of history.conditions) {
    for (const territory of scope?.territories ?? []) {
      const limb = limbOf(territory);
      if (limb !== undefined) found.add(limb);
    }
  }
  return limbs.filter((limb) => found.has(limb));
}
