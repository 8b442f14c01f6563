import { fail, ok, type Result } from "@openlymph/base";
import { bodySides, planFromTemplate } from "@openlymph/therapy";
import { readWord } from "../input/read-word.ts";
import type { CommandOutput, Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { planFileOutput } from "../present/plan-file.ts";
import { templateBlocks } from "../present/plan-templates.ts";

export interface PlanNewInput {
  /** Id of a sequence; the list of them when left out. */
  readonly template?: string | undefined;
  readonly side?: string | undefined;
  readonly out?: string | undefined;
}

/** A plan made from a template, as a file; or the templates. */
export async function planNewCommand(
  { template, side, out }: PlanNewInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  if (template === undefined) {
    if (side === undefined && out === undefined) return ok({ text: pageText(templateBlocks(), style) });
    return fail("usage/invalid", { path: "template", expected: "the id of a template beside --side and --out" });
  }
  const sided = side === undefined ? ok(undefined) : readWord("--side", side, bodySides);
  if (!sided.ok) return sided;
  const failure = checkTargets({ files: [out] }, []);
  if (failure !== undefined) return failure;
  const plan = planFromTemplate(template, sided.value);
  if (!plan.ok) return plan.path === "side" ? fail(plan.code, { ...plan, path: "--side" }) : plan;
  return ok(planFileOutput(plan.value, out, `Made from the template ${template}.`, style));
}
