import { ok, type Result, reviewStatuses } from "@openlymph/base";
import { authorRoles, newVersion, parsePlan } from "@openlymph/therapy";
import { readDate } from "../input/read-date.ts";
import { readParsed } from "../input/read-parsed.ts";
import { readWord } from "../input/read-word.ts";
import type { CommandOutput, Surroundings } from "../output/command-output.ts";
import { checkTargets } from "../output/targets.ts";
import { planFileOutput } from "../present/plan-file.ts";
import { versionWords } from "../words/review-words.ts";

export interface PlanVersionInput {
  readonly plan: string;
  readonly author: string;
  readonly role: string;
  readonly reason: string;
  /** `draft` when left out. */
  readonly status?: string | undefined;
  /** Today when left out. */
  readonly on?: string | undefined;
  readonly out?: string | undefined;
}

const today = () => new Date().toISOString().slice(0, 10);

/** The plan with one more version, as a file. */
export async function planVersionCommand(
  input: PlanVersionInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  const role = readWord("--role", input.role, authorRoles);
  if (!role.ok) return role;
  const status = readWord("--status", input.status ?? "draft", reviewStatuses);
  if (!status.ok) return status;
  const date = input.on ?? today();
  const on = readDate(date, "--on");
  if (!on.ok) return on;
  const failure = checkTargets({ files: [input.out] }, [input.plan]);
  if (failure !== undefined) return failure;
  const plan = readParsed(input.plan, parsePlan);
  if (!plan.ok) return plan;
  const author = { name: input.author, role: role.value };
  const signed = newVersion(plan.value, { author, date, reason: input.reason, reviewStatus: status.value });
  if (!signed.ok) return { ...signed, file: input.plan };
  const newest = (signed.value.versions ?? []).slice(-1).map(versionWords).join();
  return ok(planFileOutput(signed.value, input.out, `Version ${newest}.`, style));
}
