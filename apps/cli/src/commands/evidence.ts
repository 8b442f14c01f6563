import { ok, type Result, runRecord } from "@openlymph/base";
import { evidence, gradeWords, type Indication, indicationsFor } from "@openlymph/therapy";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { type Block, pageText } from "../output/page.ts";
import { evidenceBlocks, evidenceMarks, indicationBlocks } from "../present/evidence.ts";

export interface EvidenceInput {
  /** Id or common word; every condition when left out. */
  readonly condition?: string | undefined;
  readonly plain?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export const evidenceFormat = "openlymph/evidence@1";

/** The fields of a condition that the output promises, in its order. */
function indicationJson(found: Indication) {
  const { id, condition, grade, say, plain, ...rest } = found;
  const { studies, unknown, version, reviewStatus, corrections } = rest;
  const known = { id, condition, grade, gradeWords: gradeWords(grade), say, plain };
  return { ...known, studies, unknown, version, reviewStatus, corrections };
}

/** Shows what is known about drainage for a condition, or lists the conditions. */
export async function evidenceCommand(
  { condition, plain, json }: EvidenceInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const found = condition === undefined ? ok(evidence.items) : indicationsFor(condition);
  if (!found.ok) return found;
  if (json) {
    return ok({
      text: jsonText({
        format: evidenceFormat,
        marks: evidenceMarks(found.value).map(({ word, text }) => `${word}: ${text}`),
        conditions: found.value.map(indicationJson),
        durationOfEffect: evidence.durationOfEffect,
        record: runRecord(evidenceFormat, { conditions: found.value, version: evidence.version }),
      }),
    });
  }
  const blocks: readonly Block[] =
    condition === undefined ? evidenceBlocks() : found.value.flatMap((one) => indicationBlocks(one, plain === true));
  return ok({ text: pageText(blocks, style) });
}
