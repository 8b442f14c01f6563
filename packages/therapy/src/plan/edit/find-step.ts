import { fail, ok, type Result } from "@openlymph/base";
import type { Plan } from "../plan.ts";

/** Where the step with a number stands in the list, from 0; `reference/unknown` where the plan has none of that number. */
export function findStep({ steps }: Plan, n: number): Result<number> {
  const at = steps.findIndex((step) => step.n === n);
  if (at >= 0) return ok(at);
  const numbers = steps.map((step) => step.n);
  const rising = numbers.every((number, index) => number === index + 1);
  return fail("reference/unknown", {
    path: "step",
    value: n,
    expected: rising ? `the number of a step, 1 to ${steps.length}` : `the number of a step: ${numbers.join(", ")}`,
  });
}
