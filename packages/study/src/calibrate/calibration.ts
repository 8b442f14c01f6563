/** What a calibration is asked and what it answers. Everything in SI; a target's residual counts in its own sd. */
import type { TaskContext } from "@openlymph/base";
import type { Model } from "../model.ts";
import type { Matrix } from "./damped-step.ts";
import type { Identifiability } from "./identifiability.ts";
import type { EndReason } from "./levenberg-marquardt.ts";

export interface CalibrationParameter {
  readonly name: string;
  readonly start: number;
  readonly min: number;
  readonly max: number;
  /** On a log scale the logarithm is estimated, so that the value stays positive and its error is a ratio. */
  readonly scale: "linear" | "log";
  /** Stays at `start`. */
  readonly fixed?: boolean | undefined;
}

export interface CalibrationTarget {
  /** Which of the models, and which of its outputs. */
  readonly scenario: string;
  readonly output: string;
  readonly value: number;
  /** Standard deviation of the measured value. */
  readonly sd: number;
}

export interface CalibrationProblem {
  readonly parameters: readonly CalibrationParameter[];
  readonly targets: readonly CalibrationTarget[];
  /** One model for each scenario, with the parameters of the problem in their order. */
  readonly models: Readonly<Record<string, Model>>;
}

export interface CalibrationOptions {
  /** Relative offset to end at (see `leastSquares`); default 1e-6. */
  readonly tolerance?: number | undefined;
  readonly mostIterations?: number | undefined;
  /** Step of the differences, as a share of a parameter's size; default 1e-5. For a model with noise ε about ε^⅓. */
  readonly step?: number | undefined;
  /** `known`: the sd of the targets are real. `scatter`: only their ratios are, and the fit's own scatter sets the size. */
  readonly errors?: "known" | "scatter" | undefined;
  readonly context?: TaskContext | undefined;
}

export interface Estimate {
  readonly name: string;
  readonly value: number;
  readonly state: "free" | "fixed" | "at min" | "at max";
  /** In the parameter's own unit; ∞ when the targets do not determine it, NaN when it is fixed or at a bound. */
  readonly standardError: number;
  /** 95 % by the normal distribution: value ± 1.96 se, on a log scale value · exp(± 1.96 se / value). */
  readonly interval: readonly [number, number];
}

export interface TargetFit extends CalibrationTarget {
  readonly model: number;
  /** (model − value) / sd. */
  readonly residual: number;
}

export interface Calibration {
  readonly estimates: readonly Estimate[];
  readonly targets: readonly TargetFit[];
  /** Of the free estimates, in the scale they were estimated in. */
  readonly correlation: { readonly names: readonly string[]; readonly matrix: Matrix };
  /** Sum of the squared residuals, and targets minus free parameters. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
  readonly reason: EndReason;
  /** Share of the statistical error that the search may still be off by. */
  readonly offset: number;
  readonly iterations: number;
  /** Points at which a model was computed. */
  readonly evaluations: number;
  readonly identifiability: Identifiability;
}
