import { ok, type Result } from "@openlymph/base";
import { mirrorPlan, parsePlan } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import type { CommandOutput, Surroundings } from "../output/command-output.ts";
import { checkTargets } from "../output/targets.ts";
import { planFileOutput } from "../present/plan-file.ts";

export interface PlanMirrorInput {
  readonly plan: string;
  readonly out?: string | undefined;
}

/** The plan for the other side, as a file. */
export async function planMirrorCommand(
  { plan: file, out }: PlanMirrorInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  const failure = checkTargets({ files: [out] }, [file]);
  if (failure !== undefined) return failure;
  const plan = readParsed(file, parsePlan);
  if (!plan.ok) return plan;
  const turned = mirrorPlan(plan.value);
  const sides = `Left and right are exchanged; the affected side is ${turned.affectedSide}.`;
  return ok(planFileOutput(turned, out, `${sides} Sources are left as they were read.`, style));
}
