/**
 * Damage to a secondary valve: stenosis, that it opens too little, and incompetence, that it closes too little.
 *
 *   open     R_n' = κ R_n
 *   closed   R_c' = R_c^(1−i) (R_n')^i,   R_c = R_n + R_x for the sigmoid law
 *   by area  A_max' = A_max/√κ,   A_min' = A_min^(1−i) (A_max')^i          the same in R ~ 1/A² (valve-mynard.ts)
 *
 * | symbol | unit | default | range | meaning, source                                                                     |
 * | ------ | ---- | ------- | ----- | ----------------------------------------------------------------------------------- |
 * | κ      | –    | 1       | ≥ 1   | stenosis: so many times the open resistance                                         |
 * | i      | –    | 0       | 0–1   | incompetence: share of the way, in the logarithm, from closed to open; *assumed* form |
 *
 * The way is geometric since open and closed lie some six orders apart: 1 % of it along a straight line would already be
 * a hundredth of the open valve's conductance. i = 1 leaves a tube that resists the same both ways. Thresholds, width and
 * rates stay. A valve narrower open than it leaks closed (κ R_n ≥ R_c) is no valve; `parseNetwork` refuses it.
 * Damage keeps the fold number of the sigmoid law and never raises that of the log-blend.
 */
import type { ValveLaw } from "./valve-laws.ts";

export interface ValveDamage {
  /** κ. */
  readonly stenosis: number;
  /** i. */
  readonly incompetence: number;
}

/** A valve without damage. */
export const noDamage: ValveDamage = { stenosis: 1, incompetence: 0 };

/** What a damaged law remembers of itself. */
interface Remembered {
  readonly healthy: ValveLaw;
  readonly damage: ValveDamage;
}

const isDamaged = (law: ValveLaw): law is ValveLaw & Remembered => "damage" in law && "healthy" in law;

/** The law as it was before any damage. */
export function healthyValve(law: ValveLaw): ValveLaw {
  return isDamaged(law) ? law.healthy : law;
}

/** The damage a law carries. */
export function damageOf(law: ValveLaw): ValveDamage {
  return isDamaged(law) ? law.damage : noDamage;
}

/** The two ends of a law, as resistances (Pa·s/m³) or, for an orifice, as 1/A² (1/m⁴). */
export function valveEnds(law: ValveLaw): { readonly open: number; readonly closed: number } {
  if (law.law === "mynard") return { open: law.openArea ** -2, closed: law.leakArea ** -2 };
  return { open: law.open, closed: law.law === "sigmoid" ? law.open + law.closed : law.closed };
}

/** The law with this damage, in place of any it has; without damage the healthy law itself. */
export function damageValve(law: ValveLaw, damage: ValveDamage): ValveLaw {
  const healthy = healthyValve(law);
  const { stenosis, incompetence } = damage;
  if (stenosis === 1 && incompetence === 0) return healthy;
  const ends = valveEnds(healthy);
  const open = stenosis * ends.open;
  const closed = ends.closed ** (1 - incompetence) * open ** incompetence;
  const remembered: Remembered = { healthy, damage };
  switch (healthy.law) {
    case "mynard":
      return { ...healthy, openArea: open ** -0.5, leakArea: closed ** -0.5, ...remembered };
    case "sigmoid":
      return { ...healthy, open, closed: closed - open, ...remembered };
    default:
      return { ...healthy, open, closed, ...remembered };
  }
}
