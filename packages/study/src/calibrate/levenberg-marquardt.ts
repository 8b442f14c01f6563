/**
 * Nonlinear least squares within bounds: minimise ½ |r(x)|² for lower ≤ x ≤ upper.
 *
 *   step      (J s + r)² + λ Σ (D_j s_j)² → min,  x' = x + s, each coordinate cut off at its bounds
 *   D_j       largest length of column j so far (Moré 1978), so that units do not matter
 *   λ         gain ρ = actual / predicted reduction: λ · max(1/3, 1 − (2ρ − 1)³) after success, λν, ν·2 after failure
 *             (Nielsen 1999, IMM-REP-1999-05)
 *   held      coordinates on a bound that the gradient would push outward take no part in the step
 *   end       offset |J s*| / max(|r|, σ) ≤ tolerance, s* the undamped step (Bates and Watts, Technometrics 1981;23:179):
 *             the remaining error is that share of the statistical one; σ the known size of one residual's error, or 0
 *
 * Residuals and derivatives may be slow and asynchronous; a point that cannot be computed counts as worse.
 */
import { checkpoint, fail, ok, type Result, type TaskContext } from "@openlymph/base";
import { dampedStep, type Matrix } from "./damped-step.ts";

export interface LeastSquaresProblem {
  readonly start: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Standard deviation of one residual where it is known; default 0: the scatter of the residuals tells it. */
  readonly sd?: number | undefined;
  /** Sum of squares below which the residuals are rounding, and the fit is exact. Default 0. */
  readonly exactBelow?: number | undefined;
  readonly residuals: (x: readonly number[]) => Promise<Result<readonly number[]>>;
  /** One row per residual. `residuals` at the same x are handed in. */
  readonly jacobian: (x: readonly number[], residuals: readonly number[]) => Promise<Result<Matrix>>;
}

/**
 * Why the search ended. `offset` and `exact` are convergence; `no-progress` means that no step however short made it
 * better: derivatives too rough for the tolerance (look at `offset`), or a valley the model cannot follow.
 */
export type EndReason = "offset" | "exact" | "iterations" | "no-progress";

export interface LeastSquaresFit {
  readonly x: readonly number[];
  readonly residuals: readonly number[];
  readonly jacobian: Matrix;
  /** Coordinates held at a bound. */
  readonly held: readonly ("lower" | "upper" | undefined)[];
  readonly reason: EndReason;
  readonly offset: number;
  readonly iterations: number;
}

export interface LeastSquaresOptions {
  /** Relative offset to end at; default 1e-6, at least 1e-7. A thousandth is enough for estimates with errors. */
  readonly tolerance?: number | undefined;
  /** Most accepted steps; default 100. */
  readonly mostIterations?: number | undefined;
  readonly context?: TaskContext | undefined;
}

/** Below it the reduction that is left, ½ offset² |r|², is lost in the rounding of the sum of squares. */
const finestOffset = 1e-7;

const square = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);

function linearResiduals(jacobian: Matrix, residuals: readonly number[], step: readonly number[]): number[] {
  return residuals.map((r, i) => step.reduce((sum, s, j) => sum + (jacobian[i]?.[j] ?? 0) * s, r));
}

function lengthsOf(jacobian: Matrix, count: number): number[] {
  return Array.from({ length: count }, (_, j) => Math.hypot(...jacobian.map((row) => row[j] ?? 0)));
}

function heldAt(problem: LeastSquaresProblem, x: readonly number[], jacobian: Matrix, residuals: readonly number[]) {
  return x.map((value, j) => {
    const slope = residuals.reduce((sum, r, i) => sum + (jacobian[i]?.[j] ?? 0) * r, 0);
    if (value <= problem.lower[j]! && slope >= 0) return "lower";
    return value >= problem.upper[j]! && slope <= 0 ? "upper" : undefined;
  });
}

/**
 * Searches the nearest minimum from `start`.
 *
 * @returns the fit with the reason it ended; the failure of the first point when that cannot be computed, the failure of
 * a derivative, `param/not-finite` for residuals that are no numbers at the start, `task/cancelled`.
 */
export async function leastSquares(
  problem: LeastSquaresProblem,
  options: LeastSquaresOptions = {},
): Promise<Result<LeastSquaresFit>> {
  const { tolerance = 1e-6, mostIterations = 100, context } = options;
  const n = problem.start.length;
  const within = (x: readonly number[]) => x.map((v, j) => Math.min(problem.upper[j]!, Math.max(problem.lower[j]!, v)));
  let x = within(problem.start);
  const first = await problem.residuals(x);
  if (!first.ok) return first;
  let residuals = first.value;
  let cost = square(residuals) / 2;
  if (!Number.isFinite(cost)) {
    return fail("param/not-finite", { path: "residuals", value: residuals, expected: "finite numbers at the start" });
  }
  const scale = new Array<number>(n).fill(0);
  let lambda = 1e-3;
  for (let iteration = 0; ; iteration++) {
    checkpoint(context, {
      task: "calibrate",
      fraction: Math.min(1, iteration / mostIterations),
      message: `step ${iteration}, sum of squares ${(2 * cost).toPrecision(4)}`,
    });
    const derivatives = await problem.jacobian(x, residuals);
    if (!derivatives.ok) return derivatives;
    const jacobian = derivatives.value;
    for (const [j, length] of lengthsOf(jacobian, n).entries()) scale[j] = Math.max(scale[j]!, length);
    const damping = scale.map((d) => (d === 0 ? 1 : d));
    const held = heldAt(problem, x, jacobian, residuals);
    const free = held.map((bound) => bound === undefined);
    const promised = dampedStep(
      jacobian,
      residuals,
      damping.map((d) => 1e-9 * d),
      free,
    );
    const left = cost - square(linearResiduals(jacobian, residuals, promised)) / 2;
    const size = Math.max(2 * cost, (problem.sd ?? 0) ** 2);
    const offset = size === 0 ? 0 : Math.sqrt((2 * Math.max(0, left)) / size);
    const fit = { x, residuals, jacobian, held, offset, iterations: iteration };
    if (2 * cost <= (problem.exactBelow ?? 0)) return ok({ ...fit, reason: "exact" });
    if (offset <= Math.max(tolerance, finestOffset)) return ok({ ...fit, reason: "offset" });
    if (iteration >= mostIterations) return ok({ ...fit, reason: "iterations" });

    let growth = 2;
    for (;;) {
      const root = Math.sqrt(lambda);
      const wanted = dampedStep(
        jacobian,
        residuals,
        damping.map((d) => root * d),
        free,
      );
      const trial = within(x.map((value, j) => value + wanted[j]!));
      const step = trial.map((value, j) => value - x[j]!);
      if (step.every((s, j) => Math.abs(s) <= 1e-14 * Math.abs(x[j]!))) return ok({ ...fit, reason: "no-progress" });
      const predicted = cost - square(linearResiduals(jacobian, residuals, step)) / 2;
      const tried = await problem.residuals(trial);
      if (!tried.ok && tried.code === "task/cancelled") return tried;
      const next = tried.ok ? square(tried.value) / 2 : Number.POSITIVE_INFINITY;
      const gain = (cost - next) / predicted;
      if (tried.ok && next < cost && gain > 0) {
        lambda *= Math.max(1 / 3, 1 - (2 * gain - 1) ** 3);
        [x, residuals, cost] = [trial, tried.value, next];
        break;
      }
      lambda *= growth;
      growth *= 2;
      if (lambda > 1e20) return ok({ ...fit, reason: "no-progress" });
    }
  }
}
