import { fail, type Result } from "@openlymph/base";
import { parsePlan } from "./parse-plan.ts";
import type { Plan } from "./plan.ts";
import { writtenStep } from "./written-step.ts";

/**
 * A plan read once more as if it came from a file, so that whatever changed it is held to the rules of files.
 *
 * @returns the plan; or the failure that its file would give, without file and line.
 */
export function reread(plan: Plan): Result<Plan> {
  const read = parsePlan(JSON.stringify({ ...plan, steps: plan.steps.map(writtenStep) }), "plan");
  if (read.ok) return read;
  const { ok: _ok, code, file: _file, line: _line, ...detail } = read;
  return fail(code, detail);
}
