import { day, ok, type Result } from "@openlymph/base";
import { followNodes, type NodeCourse, teachingModelLabel } from "@openlymph/rehearsal";
import { type History, parseHistory } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { readDuration } from "../input/read-time.ts";
import { nodeCourseJson } from "../json/node-course-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { significant, timeWords } from "../output/numbers.ts";
import { type Block, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { germsTable, swollenNodesTable } from "../present/node-course.ts";
import { originWords } from "../words/history-words.ts";
import { historyMarks, provenanceWords } from "../words/review-words.ts";

export interface BodyNodesInput {
  readonly history: string;
  readonly for?: string | undefined;
  readonly json?: boolean | undefined;
}

const usualTime = 42 * day;

function blocksOf(history: History, course: NodeCourse): readonly Block[] {
  const { record, origin, times, nodes, bacteria, debris } = course;
  const table = (...args: Parameters<typeof tableBlock>) => (args[0].rows.length === 0 ? [] : [tableBlock(...args)]);
  const error = Math.max(bacteria?.error ?? 0, debris?.error ?? 0);
  return [
    title(`Nodes: ${history.title}`),
    mark("TEACHING MODEL", teachingModelLabel.replace(/^Teaching model: /, "")),
    ...historyMarks(history).map(({ word, text: words }) => mark(word, words)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    ...table(happenedTable(history)),
    ...table(assumedTable(history)),
    text(`${originWords(history, origin)} Followed for ${timeWords(times.at(-1) ?? 0)}.`),
    ...(nodes.length === 0
      ? [text("No node group grows by a tenth of a millimetre.")]
      : table(shortened(swollenNodesTable(course), 16, "--json"))),
    ...table(germsTable(course)),
    text(
      "How bacteria grow and are killed, what nodes hold back and how they swell is assumed throughout; no course measured in people was found. A swollen node that stays needs a doctor.",
    ),
    text(
      `${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}; not accounted for ` +
        `${significant(error, 2)} of all there ever was.`,
    ),
  ];
}

/** Follows bacteria and debris to the nodes, and the nodes as they swell and shrink. */
export async function bodyNodesCommand(
  input: BodyNodesInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const duration = input.for === undefined ? ok(usualTime) : readDuration("--for", input.for);
  if (!duration.ok) return duration;
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const course = followNodes(history.value, { duration: duration.value, context: { report } });
  if (!course.ok) return { ...course, path: "--for" };
  const words = input.json
    ? jsonText(nodeCourseJson(history.value, course.value))
    : pageText(blocksOf(history.value, course.value), style);
  return ok({ text: words });
}
