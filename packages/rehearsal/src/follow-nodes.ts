import { anatomy } from "@openlymph/anatomy";
import { attempt, day, hour, type Result, type RunRecord, raise, runRecord, type TaskContext } from "@openlymph/base";
import {
  type AveragedParameters,
  nodeSize,
  noSolute,
  rideBody,
  rideSwelling,
  type SoluteRider,
  soluteBooks,
  soluteError,
  soluteInBlood,
  soluteInBody,
} from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { healthyBody } from "./body/healthy-body.ts";
import { historyStart, nodeDamage } from "./body/history-condition.ts";
import { soluteLayout } from "./body/lymph-spaces.ts";
import { bacteriaOf, debrisOf, inoculations, nodeSwelling, wounds } from "./body/node-response.ts";
import { runHistory } from "./body/run-history.ts";
import { teachingModelLabel } from "./rehearsal.ts";

export const nodeCourseFormat = "openlymph/node-course@1";

export interface FollowNodesOptions {
  /** s after the first thing of the history happened (after `asOf` where nothing did before it); default 42 days. */
  readonly duration?: number;
  readonly parameters?: Partial<AveragedParameters>;
  readonly context?: TaskContext | undefined;
}

/** Node groups that swelled, and the bacteria and debris behind it. */
export interface NodeCourse {
  readonly record: RunRecord;
  readonly label: string;
  readonly historyTitle: string;
  /** s from `asOf` of time 0. */
  readonly origin: number;
  /** s. */
  readonly times: readonly number[];
  /** Groups that grew by a tenth of a millimetre or more, the largest first. */
  readonly nodes: readonly SwollenNode[];
  /** Share of every node group that was removed at the end, by id; groups nobody touched are left out. */
  readonly removed: Readonly<Record<string, number>>;
  /** Absent in a history without infection. */
  readonly bacteria: GermFinding | undefined;
  /** Debris of killed bacteria and of wounds; counted in bacteria. */
  readonly debris: GermFinding | undefined;
}

export interface SwollenNode {
  readonly node: string;
  readonly name: string;
  /** Share of the group that was removed at the end. */
  readonly removed: number;
  /** Short axis in health, and from which it counts as swollen, m. */
  readonly restSize: number;
  readonly swollenFrom: number;
  /** Short axis at `times`, m. */
  readonly size: readonly number[];
  readonly largest: number;
  /** When it first was and when it last was at or above the threshold, s; `undefined`: never, or at the end still. */
  readonly swollenAt: number | undefined;
  readonly normalAgainAt: number | undefined;
  /** Bacteria that came to it, and the most it held. */
  readonly arrived: number;
  readonly mostHeld: number;
}

/** The books of what was counted: came = went + there, to rounding. */
export interface GermFinding {
  readonly entered: number;
  /** Born of bacteria, or made of killed ones. */
  readonly born: number;
  /** Killed, or done away with. */
  readonly killed: number;
  /** Carried on into the blood. */
  readonly carriedOn: number;
  readonly there: number;
  /** In the body at `times`. */
  readonly course: readonly number[];
  /** What is not accounted for, as a share of all that ever was there. */
  readonly error: number;
}

const longest = 3650 * day;
const smallestGrowth = 1e-4;

/** Close together for three days after each moment at which something enters, then ever wider apart. */
function courseTimes(entries: readonly number[], end: number): readonly number[] {
  const times = new Set<number>([0, end]);
  for (const start of entries) {
    for (let since = 0; start + since < end; since += stepAfter(since)) times.add(start + since);
  }
  for (let time = 0; time < end; time += 10 * day) times.add(time);
  return [...times].filter((time) => time >= 0).sort((a, b) => a - b);
}

function stepAfter(since: number): number {
  if (since < 3 * day) return 3 * hour;
  if (since < 14 * day) return 12 * hour;
  return since < 90 * day ? day : 10 * day;
}

function booksOf(rider: SoluteRider): GermFinding {
  const end = rider.states.at(-1)!;
  const { injected, born, made, killed } = soluteBooks;
  const blood = soluteInBlood(end);
  return {
    entered: end.books[injected]!,
    born: end.books[born]! + end.books[made]!,
    killed: end.books[killed]!,
    carriedOn: blood.byOutlets + blood.byNodes + blood.byCapillaries,
    there: soluteInBody(end),
    course: rider.states.map(soluteInBody),
    error: Math.max(...rider.states.map(soluteError)),
  };
}

/** When a rising and falling size crosses a threshold, s, by the straight line between two times. */
function crossing(times: readonly number[], size: readonly number[], n: number, threshold: number): number {
  const [a, b] = [size[n - 1]!, size[n]!];
  return times[n - 1]! + ((threshold - a) / (b - a)) * (times[n]! - times[n - 1]!);
}

/**
 * Follows bacteria and debris through a body with a history, and the node groups that swell with them and shrink again.
 *
 * Infections bring bacteria into tissue, which grow, are killed, and are carried to nodes that catch and kill them; what
 * is left of them, and of operations, radiation and wounds, makes the nodes swell. Flows do not feel it: the factors of an
 * infection in the history stand for what inflammation and swollen nodes do to the fluid.
 *
 * @returns `param/out-of-range` for a duration that cannot be.
 */
export function followNodes(history: History, options: FollowNodesOptions = {}): Result<NodeCourse> {
  return attempt(() => {
    const { duration = 42 * day, parameters = {}, context } = options;
    if (!(duration > 0 && duration <= longest)) {
      raise("param/out-of-range", { path: "for", value: duration, expected: "more than 0 and up to 3650 days, in s" });
    }
    const body = healthyBody(parameters);
    const layout = soluteLayout(body);
    const origin = historyStart(history);
    const until = origin + duration;
    const germs = inoculations(history, until).filter(({ time }) => time < until);
    const hurt = wounds(history, until).filter(({ time }) => time < until);
    const entries = [...germs, ...hurt].map(({ time }) => time - origin);
    const times = courseTimes(entries, duration);
    const bacteria = rideBody(layout, bacteriaOf(body, germs, origin), noSolute(layout));
    const debris = rideBody(layout, debrisOf(body, hurt, origin), noSolute(layout), [bacteria]);
    const counts = Float64Array.from(
      { length: body.unknownCount },
      (_, n) => anatomy.byId.nodeGroups.get(body.junctionIds[n] ?? "")?.nodeCount?.typ ?? 0,
    );
    const swelling = rideSwelling(layout, nodeSwelling, counts, [bacteria, debris]);
    const riders = [bacteria, debris, swelling];
    runHistory(body, history, { times, from: "start", breaks: entries, riders, context, label: "nodes" });
    const { removed } = nodeDamage(history, body, until);
    const nodes = body.junctionIds.flatMap((node, n): SwollenNode[] => {
      const record = anatomy.byId.nodeGroups.get(node);
      const axis = record?.shortAxisMm;
      if (record === undefined || !axis || !(removed[n]! < 1)) return [];
      const restSize = axis.normal * 1e-3;
      const swollenFrom = axis.swollenAtOrAbove * 1e-3;
      const size = swelling.states.map((state) => nodeSize(restSize, state.swelling[n]!));
      const largest = Math.max(...size);
      if (largest < restSize + smallestGrowth) return [];
      const over = size.map((value) => value >= swollenFrom);
      const [first, last] = [over.indexOf(true), over.lastIndexOf(true)];
      return [
        {
          node,
          name: record.name,
          removed: removed[n]!,
          restSize,
          swollenFrom,
          size,
          largest,
          swollenAt: first > 0 ? crossing(times, size, first, swollenFrom) : undefined,
          normalAgainAt:
            first >= 0 && last < size.length - 1 ? crossing(times, size, last + 1, swollenFrom) : undefined,
          arrived: bacteria.states.at(-1)!.entered[n]!,
          mostHeld: Math.max(...bacteria.states.map((state) => state.amount[layout.store[n]!]!)),
        },
      ];
    });
    return {
      record: runRecord(nodeCourseFormat, { history, parameters, duration }),
      label: teachingModelLabel,
      historyTitle: history.title,
      origin,
      times,
      removed: Object.fromEntries(
        body.junctionIds.flatMap((node, n) => (removed[n]! > 0 ? [[node, removed[n]!] as const] : [])),
      ),
      nodes: nodes.sort((a, b) => b.largest - a.largest),
      bacteria: germs.length > 0 ? booksOf(bacteria) : undefined,
      debris: entries.length > 0 ? booksOf(debris) : undefined,
    };
  });
}
