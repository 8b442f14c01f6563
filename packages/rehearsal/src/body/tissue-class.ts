import type { Territory } from "@openlymph/anatomy";
import { day } from "@openlymph/base";
import classes from "../../data/tissue-classes.json" with { type: "json" };

interface Rule {
  readonly match: { readonly id?: readonly string[]; readonly layer?: readonly string[] };
  readonly value: number;
}

function firstMatch(rules: readonly Rule[], territory: Territory): number {
  const rule = rules.find(
    ({ match }) =>
      (match.id === undefined || match.id.includes(territory.id)) &&
      (match.layer === undefined || match.layer.includes(territory.layer)),
  );
  return rule?.value ?? Number.NaN;
}

/** Constants of a territory's class of tissue: protein (kg/m³), reflection coefficient, swollen slope (mmHg). */
export function tissueClass(territory: Territory): { protein: number; reflection: number; swollenSlope: number } {
  return {
    protein: firstMatch(classes.protein, territory),
    reflection: firstMatch(classes.reflection, territory),
    swollenSlope: firstMatch(classes.swollenSlope, territory),
  };
}

/** The factor on all flows of the anatomy, with the reason beside it in the data. */
export const flowScale = classes.flowScale.value;
export const anastomosisOpening = classes.anastomosis;
export const upright = classes.upright;
export const externalPressure = classes.externalPressure;
/** Share of conductance that scar bypass and remaining nodes keep when a history says nothing. */
export const usualBypass = classes.bypass.value;
/** Share of the bundles an operation cuts that stays cut when a history says nothing. */
export const usualCut = classes.cutCollectors.value;
/** Time constant in which collaterals and torn collectors grow, s. */
export const regrowthTime = classes.regrowthTime.value * day;
/** Share of a rise of venous pressure that reaches the capillaries. */
export const venousTransmission = classes.venousTransmission.value;
/** Share of conductance that even a blocked vessel keeps. */
export const leastConductance = classes.leastConductance.value;
