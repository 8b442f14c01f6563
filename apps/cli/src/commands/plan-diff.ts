import { ok, type Result, runRecord } from "@openlymph/base";
import { compareVersions, parsePlan, planHash } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { planJson } from "../json/history-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { list, pageText, text, title } from "../output/page.ts";

export interface PlanDiffInput {
  readonly was: string;
  readonly now: string;
  readonly json?: boolean | undefined;
}

export const planDiffFormat = "openlymph/plan-diff@1";

/** What changed from one plan to another, in words. */
export async function planDiffCommand(
  { was: earlier, now: later, json }: PlanDiffInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  const was = readParsed(earlier, parsePlan);
  if (!was.ok) return was;
  const now = readParsed(later, parsePlan);
  if (!now.ok) return now;
  const changes = compareVersions(was.value, now.value);
  if (json) {
    return ok({
      text: jsonText({
        format: planDiffFormat,
        was: { ...planJson(was.value), hash: planHash(was.value) },
        now: { ...planJson(now.value), hash: planHash(now.value) },
        changes: changes.map((change) => ({
          kind: change.kind,
          was: change.was ?? null,
          now: change.now ?? null,
          fields: change.fields,
          words: change.words,
        })),
        record: runRecord(planDiffFormat, { was: was.value, now: now.value }),
      }),
    });
  }
  const blocks =
    changes.length === 0
      ? [text("Both say the same.")]
      : [
          text(`${changes.length} ${changes.length === 1 ? "change" : "changes"}.`),
          list(changes.map(({ words }) => words)),
        ];
  return ok({ text: pageText([title(`From ${earlier} to ${later}`), ...blocks], style) });
}
