import { quantity } from "@openlymph/base";
import type { GermFinding, NodeCourse } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { percentage, series } from "../output/numbers.ts";
import { originWords } from "../words/history-words.ts";
import { historyMarks } from "../words/review-words.ts";
import { historyJson } from "./history-json.ts";

const days = (time: number | undefined) => (time === undefined ? null : quantity(time, "time", "d"));
const mm = (size: number) => quantity(size, "length", "mm");
const cfu = (count: number) => quantity(count, "count", "cfu");

function germsJson(found: GermFinding | undefined) {
  if (found === undefined) return null;
  const { entered, born, killed, carriedOn, there, course, error } = found;
  return {
    entered: cfu(entered),
    born: cfu(born),
    killed: cfu(killed),
    carriedOn: cfu(carriedOn),
    there: cfu(there),
    course: series(course, "count", "cfu"),
    error,
  };
}

/** The format `openlymph/node-course@1` of `body nodes --json`; described in docs/json.md. */
export function nodeCourseJson(history: History, course: NodeCourse) {
  const { record, label, origin, times, nodes, bacteria, debris } = course;
  return {
    format: record.format,
    label,
    marks: historyMarks(history).map(({ word, text }) => `${word}: ${text}`),
    history: historyJson(history),
    origin: { fromAsOf: quantity(origin, "time", "d"), words: originWords(history, origin) },
    time: series(times, "time", "d"),
    nodes: nodes.map((node) => ({
      node: node.node,
      name: node.name,
      removed: percentage(node.removed),
      healthySize: mm(node.restSize),
      swollenFrom: mm(node.swollenFrom),
      size: series(node.size, "length", "mm"),
      largest: mm(node.largest),
      swollenAt: days(node.swollenAt),
      normalAgainAt: days(node.normalAgainAt),
      arrived: cfu(node.arrived),
      mostHeld: cfu(node.mostHeld),
    })),
    bacteria: germsJson(bacteria),
    debris: germsJson(debris),
    record,
  };
}
