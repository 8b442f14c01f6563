/** One point of a study, computed in a worker. */
import type { Result } from "@openlymph/base";
import { evaluatePoint, type ModelSetup } from "./evaluate-point.ts";
import { gradientAt } from "./gradient-at.ts";

export interface WorkerTask {
  readonly setup: ModelSetup;
  readonly point: readonly number[];
}

export function work({ setup, point }: WorkerTask): Result<readonly number[]> {
  return evaluatePoint(setup, point);
}

export function gradient({ setup, point }: WorkerTask): Result<readonly (readonly number[])[]> {
  return gradientAt(setup, point);
}
