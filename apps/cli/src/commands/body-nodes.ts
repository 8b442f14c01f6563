import { day, ok, type Result } from "@openlymph/base";
import { followNodes, type NodeCourse, teachingModelLabel } from "@openlymph/rehearsal";
import { type History, parseHistory } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { readDuration } from "../input/read-time.ts";
import { nodeCourseJson } from "../json/node-course-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { drawnFiles } from "../output/drawn-files.ts";
import { significant, timeWords } from "../output/numbers.ts";
import { type Block, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { checkTargets } from "../output/targets.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { germError, germsTable, nodesCaution, noGrowthWords, swollenNodesTable } from "../present/node-course.ts";
import { originWords } from "../words/history-words.ts";
import { historyMarks, provenanceWords } from "../words/review-words.ts";

export interface BodyNodesInput {
  readonly history: string;
  readonly for?: string | undefined;
  readonly json?: boolean | undefined;
  readonly figure?: string | undefined;
  readonly report?: string | undefined;
}

const usualTime = 42 * day;

function blocksOf(history: History, course: NodeCourse): readonly Block[] {
  const { record, origin, times, nodes } = course;
  const table = (...args: Parameters<typeof tableBlock>) => (args[0].rows.length === 0 ? [] : [tableBlock(...args)]);
  return [
    title(`Nodes: ${history.title}`),
    mark("TEACHING MODEL", teachingModelLabel.replace(/^Teaching model: /, "")),
    ...historyMarks(history).map(({ word, text: words }) => mark(word, words)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    ...table(happenedTable(history)),
    ...table(assumedTable(history)),
    text(`${originWords(history, origin)} Followed for ${timeWords(times.at(-1) ?? 0)}.`),
    ...(nodes.length === 0 ? [text(noGrowthWords)] : table(shortened(swollenNodesTable(course), 16, "--json"))),
    ...table(germsTable(course)),
    text(nodesCaution),
    text(
      `${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}; not accounted for ` +
        `${significant(germError(course), 2)} of all there ever was.`,
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
  const target = checkTargets({ files: [input.report], figures: [input.figure] }, [input.history]);
  if (target !== undefined) return target;
  const course = followNodes(history.value, { duration: duration.value, context: { report } });
  if (!course.ok) return { ...course, path: "--for" };
  const files = await drawnFiles(input, {
    figure: async () => (await import("../figures/node-figure.ts")).nodeFigure(history.value, course.value),
    report: async () => (await import("../report/node-page.ts")).nodePage(history.value, course.value),
  });
  if (!files.ok) return files;
  const words = input.json
    ? jsonText(nodeCourseJson(history.value, course.value))
    : pageText(blocksOf(history.value, course.value), style);
  return ok({ text: words, files: files.value });
}
