import { day, ok, type Result } from "@openlymph/base";
import { followNodes, historyStart } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import type { NodeSizes } from "./node-sizes.ts";

/** Longest way back that is followed, s: what grew earlier has shrunk long since. */
const longest = 3650 * day;

/** The sizes of the node groups from the first thing of a history until `until` s after the session began. */
export function followedSizes(history: History, until: number): Result<NodeSizes> {
  const start = historyStart(history);
  const course = followNodes(history, { duration: Math.min(Math.max(until - start, day), longest) });
  if (!course.ok) return course;
  const { origin, times, nodes } = course.value;
  return ok({
    times: times.map((time) => time + origin),
    nodes: Object.fromEntries(nodes.map(({ node, restSize, size }) => [node, { rest: restSize, size }])),
  });
}
