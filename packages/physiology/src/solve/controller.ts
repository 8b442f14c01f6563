/**
 * Step size from the error estimate.
 *
 *   ε = max_k |error_k| / (tol · scale_k),   accepted for ε ≤ 1
 *   h⁺ = h · clip(0.9 ε^(−1/q), 0.2, 5)                    implicit methods, and every step that is refused
 *   h⁺ = h · clip(0.9 ε^(−α/q) ε₋^(β/q), 0.2, 5)           explicit methods, ε₋ that of the step before
 *
 * q is the order of the method; α = 0.7, or 0.6 for dopri5s, which works where stability is near; β = 0.4. After a refusal
 * the next step does not grow. Looking back at ε₋ keeps an explicit method calm where stability, not accuracy, sets its steps
 * (PI control: Gustafsson, ACM Trans Math Softw 1991;17:533): there it makes errors some thirty times smaller at the same cost
 * (*computed*).
 *
 * The maximum, not the mean square: a mean over many cells hides one bad valve. It runs over the unknowns and over the volume
 * that passed each end of the network in the step: a flow that is wrong by the same amount everywhere shows in no cell. Scales:
 * for a lymphangion, and for an end, a tenth of the reference volume plus the present one; for a valve state 100 (ξ runs from 0
 * to 1 and matters through the flow, whose error the volumes show); for a junction with volume a hundred times what the spread
 * of reservoir pressures fills; places without volume do not count. *Assumed*; mean flows of the human collector agree to
 * 0.1 % for tolerances from 1e-3 to 1e-7 (*computed*).
 */
import type { System } from "./system.ts";
import type { Method } from "./tableau.ts";
import type { Workspace } from "./workspace.ts";

/** What the last step's error amounts to, and which unknown has the largest. */
export interface ErrorNorm {
  /** ε; infinite for a state that is not finite. */
  norm: number;
  /** Number of the worst unknown; for the volume at an end, of the nearest cell. */
  worst: number;
}

/** Writes ε of the last step. */
export function measureError(
  system: System,
  work: Workspace,
  state: Float64Array,
  tolerance: number,
  out: ErrorNorm,
): void {
  const { size, lymphangions, scale, ends, from, to, cells } = system;
  const { error, endError } = work;
  const perTolerance = 1 / tolerance;
  let norm = 0;
  let worst = 0;
  for (let k = 0; k < size; k++) {
    const reference = k < lymphangions ? 0.1 * scale[k]! + state[k]! : scale[k]!;
    const ratio = (Math.abs(error[k]!) * perTolerance) / reference;
    if (ratio <= norm) continue;
    // A ratio that is no number is no longer compared.
    norm = ratio > norm ? ratio : Number.POSITIVE_INFINITY;
    worst = k;
  }
  for (let n = 0; n < ends.length; n++) {
    const k = from[ends[n]!]! < cells ? from[ends[n]!]! : to[ends[n]!]!;
    if (k >= lymphangions) continue;
    const ratio = (Math.abs(endError[n]!) * perTolerance) / (0.1 * scale[k]! + state[k]!);
    if (ratio <= norm) continue;
    norm = ratio > norm ? ratio : Number.POSITIVE_INFINITY;
    worst = k;
  }
  out.norm = norm;
  out.worst = worst;
}

/** What the controller remembers from one step to the next. */
export interface StepControl {
  /** ε of the last accepted step, at least 1e-4. */
  before: number;
  /** Whether the last attempt was refused. */
  refused: boolean;
}

/** At the start of a run. */
export function createStepControl(): StepControl {
  return { before: 1e-4, refused: false };
}

/** Factor from the present step to the next, whose error was ε = `norm`; below 1 for a step that is refused. */
export function stepFactor(control: StepControl, norm: number, method: Method): number {
  const { order } = method;
  if (norm > 1) {
    control.refused = true;
    return Math.min(0.9, Math.max(0.2, 0.9 * norm ** (-1 / order)));
  }
  const calm = Math.max(norm, 1e-4);
  const looksBack = method.kind === "runge-kutta" ? method.looksBack : undefined;
  const wanted =
    looksBack === undefined
      ? 0.9 * norm ** (-1 / order)
      : 0.9 * calm ** (-looksBack[0] / order) * control.before ** (looksBack[1] / order);
  const most = control.refused ? 1 : 5;
  control.before = calm;
  control.refused = false;
  return Math.min(most, Math.max(0.2, wanted));
}
