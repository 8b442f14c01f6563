/** A thread of `npm run tabulate`: takes working points (filling Pa, strength, afterload Pa), gives back flow and drift. */
import { parentPort } from "node:worker_threads";
import { ok, type Result } from "@openlymph/base";
import { collectorFlow } from "@openlymph/physiology";

function compute([filling = Number.NaN, strength = Number.NaN, afterload = Number.NaN]: readonly number[]): Result<
  readonly number[]
> {
  const found = collectorFlow({ filling, strength, afterload });
  return found.ok ? ok([found.value.flow, found.value.drift ?? Number.NaN]) : found;
}

parentPort?.on("message", (point: readonly number[]) => parentPort?.postMessage(compute(point)));
