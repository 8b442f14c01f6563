import type { Territory } from "@openlymph/anatomy";
import { day, mmHg } from "@openlymph/base";
import classes from "../../data/tissue-classes.json" with { type: "json" };

interface Rule {
  readonly match: { readonly id?: readonly string[]; readonly layer?: readonly string[] };
  readonly value: number;
  /** Name under which a virtual body may have another value. */
  readonly prior?: string;
}

/** Constants of tissue that virtual bodies differ in, SI: protein (kg/m³), slopes of swollen tissue (Pa). */
export type TissueVariation = Partial<Record<"lymphProtein" | "swollenSlope" | "deepSwollenSlope", number>>;

/** Value of the first rule that fits, in SI with the given factor, or the one that a variation puts in its place. */
function firstMatch(rules: readonly Rule[], territory: Territory, factor: number, variation: TissueVariation): number {
  const rule = rules.find(
    ({ match }) =>
      (match.id === undefined || match.id.includes(territory.id)) &&
      (match.layer === undefined || match.layer.includes(territory.layer)),
  );
  const varied = rule?.prior === undefined ? undefined : variation[rule.prior as keyof TissueVariation];
  return varied ?? (rule?.value ?? Number.NaN) * factor;
}

/** Constants of a territory's class of tissue: protein (kg/m³), reflection coefficient, swollen slope (Pa). */
export function tissueClass(
  territory: Territory,
  variation: TissueVariation = {},
): { protein: number; reflection: number; swollenSlope: number } {
  return {
    protein: firstMatch(classes.protein, territory, 1, variation),
    reflection: firstMatch(classes.reflection, territory, 1, variation),
    swollenSlope: firstMatch(classes.swollenSlope, territory, mmHg, variation),
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
