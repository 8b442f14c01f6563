/** What a study needs to know of a model: names of its numbers, and a function. Nothing here knows what it computes. */
import type { Result } from "@openlymph/base";

/** A point of parameter space: one SI value per parameter, in the order of the study's parameters. */
export type Point = readonly number[];

/** Any model with numbers in and numbers out. Several calls may run at once; one call must not see another's. */
export interface Model {
  readonly parameters: readonly string[];
  readonly outputs: readonly string[];
  /** Outputs at a point, SI, in the order of `outputs`; NaN for one that does not exist there. */
  readonly evaluate: (point: Point) => Promise<Result<readonly number[]>>;
  /** Exact derivatives at a point where the model has them: one row per output, one column per parameter, SI. */
  readonly gradient?: ((point: Point) => Promise<Result<readonly (readonly number[])[]>>) | undefined;
}

/** A finite list of points, each a pure function of its index. */
export interface PointSource {
  readonly count: number;
  /** The point at `index`, 0 to `count` − 1. */
  readonly at: (index: number) => Point;
}
