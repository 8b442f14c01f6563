/**
 * Days with and without a session, drawn by lot: what the lot itself says of their difference.
 *
 *   S = mean over blocks of (mean change with − mean change without),      p(δ) = share of lots a with |S_a(y − δ w)| ≥ |S(y) − δ|
 *
 * | symbol | unit | meaning                                                                          | source               |
 * | ------ | ---- | -------------------------------------------------------------------------------- | -------------------- |
 * | y      | any  | change on a day: mean of the readings after the hour of the session less the mean before | series         |
 * | w      | 1    | 1 on days with a session as it was, else 0                                        | series               |
 * | a      |      | one of the ways in which the days of each block could have been drawn              | all, or 9999 seeded draws |
 * | δ      | as y | assumed effect; the interval holds every δ with p(δ) > 0.05                         | Edgington & Onghena 2007, *textbook* |
 *
 * It supposes nothing about how readings scatter or how an effect fades. With n pairs the smallest p is 2 / 2ⁿ: below six
 * pairs nothing can be said with 95 %.
 */
import { randomStream } from "@openlymph/base";
import type { Interval } from "../error/estimate.ts";
import { effectSettings } from "../library/effect-settings.ts";
import type { Episode } from "./episodes.ts";

/** Difference between days with and without a session. */
export interface ByLot {
  /** As the values. */
  readonly difference: number;
  /** Infinity where so few lots were possible that no δ can be ruled out. */
  readonly interval: Interval;
  /** p(0). */
  readonly chance: number;
  readonly blocks: number;
  /** Ways in which the lot could have fallen that were looked at. */
  readonly lots: number;
}

interface Day {
  readonly held: boolean;
  readonly change: number;
}

type Block = readonly Day[];

const most = 9999;
const seed = 4711;

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** Mean after less mean before; nothing where one of them is missing. */
export function changeOf({ readings }: Episode): number | undefined {
  const before = readings.filter(({ offset }) => offset <= 0).map(({ value }) => value);
  const after = readings.filter(({ offset }) => offset > 0).map(({ value }) => value);
  return before.length > 0 && after.length > 0 ? mean(after) - mean(before) : undefined;
}

/** Blocks that have days of both kinds with readings before and after. */
function blocksOf(episodes: readonly Episode[]): readonly Block[] {
  const blocks = new Map<number, Day[]>();
  for (const episode of episodes) {
    const change = changeOf(episode);
    if (episode.block === undefined || change === undefined) continue;
    const days = blocks.get(episode.block) ?? [];
    days.push({ held: !episode.leftOut, change });
    blocks.set(episode.block, days);
  }
  return [...blocks.values()].filter((days) => days.some(({ held }) => held) && days.some(({ held }) => !held));
}

/** All ways to choose `count` of the places of `days`. */
function choices(days: number, count: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const choose = (chosen: readonly number[], from: number) => {
    if (chosen.length === count) found.push([...chosen]);
    else for (let i = from; i < days; i++) choose([...chosen, i], i + 1);
  };
  choose([], 0);
  return found;
}

/** S of values on the days of one block, of which `held` have a session. */
function blockDifference(values: readonly number[], held: readonly number[]): number {
  const [with_, without] = [values.filter((_, i) => held.includes(i)), values.filter((_, i) => !held.includes(i))];
  return mean(with_) - mean(without);
}

/** Of each way one block could have fallen: its part of S for the changes and for the days as they were. */
interface Fallen {
  readonly changes: number;
  readonly held: number;
}

function waysOf(block: Block): readonly Fallen[] {
  const changes = block.map(({ change }) => change);
  const own = block.map(({ held }) => Number(held));
  return choices(
    block.length,
    own.reduce((sum, one) => sum + one, 0),
  ).map((chosen) => ({
    changes: blockDifference(changes, chosen),
    held: blockDifference(own, chosen),
  }));
}

/** Every lot, or that many seeded ones beside the one that fell. */
function lotsOf(ways: readonly (readonly Fallen[])[], own: Fallen, count: number): readonly Fallen[] {
  const average = (parts: readonly Fallen[]): Fallen => ({
    changes: mean(parts.map(({ changes }) => changes)),
    held: mean(parts.map(({ held }) => held)),
  });
  if (count <= most + 1) {
    return Array.from({ length: count }, (_, n) => {
      let rest = n;
      const parts = ways.map((block) => {
        const part = block[rest % block.length]!;
        rest = Math.floor(rest / block.length);
        return part;
      });
      return average(parts);
    });
  }
  const uniform = randomStream(seed);
  const drawn = Array.from({ length: most }, () =>
    average(ways.map((block) => block[Math.floor(uniform() * block.length)]!)),
  );
  return [own, ...drawn];
}

/** p(δ), with what rounding leaves of equal numbers counted as equal. */
function chanceOf(lots: readonly Fallen[], own: Fallen, shift: number): number {
  const seen = Math.abs(own.changes - shift) * (1 - 1e-9);
  return lots.filter(({ changes, held }) => Math.abs(changes - shift * held) >= seen).length / lots.length;
}

/** The δ farthest from the difference in one direction that is not ruled out. */
function endOfInterval(lots: readonly Fallen[], own: Fallen, direction: -1 | 1): number {
  const least = 1 - effectSettings.level;
  const spread = Math.max(...lots.map(({ changes }) => Math.abs(changes - own.changes)), 1e-300);
  let step = spread / 16;
  let inside = own.changes;
  for (let n = 0; n < 40; n++) {
    const tried = own.changes + direction * step;
    if (chanceOf(lots, own, tried) <= least) {
      let [low, high] = [inside, tried];
      for (let round = 0; round < 40; round++) {
        const middle = (low + high) / 2;
        if (chanceOf(lots, own, middle) > least) low = middle;
        else high = middle;
      }
      return high;
    }
    inside = tried;
    step *= 2;
  }
  return direction * Number.POSITIVE_INFINITY;
}

/** The difference between days with and without a session that were drawn by lot; nothing without such blocks. */
export function byLot(episodes: readonly Episode[]): ByLot | undefined {
  const blocks = blocksOf(episodes);
  if (blocks.length === 0) return undefined;
  const ways = blocks.map(waysOf);
  const own: Fallen = {
    changes: mean(
      blocks.map((block) =>
        blockDifference(
          block.map(({ change }) => change),
          block.flatMap(({ held }, i) => (held ? [i] : [])),
        ),
      ),
    ),
    held: 1,
  };
  const count = ways.reduce((product, { length }) => product * length, 1);
  const lots = lotsOf(ways, own, count);
  return {
    difference: own.changes,
    interval: [endOfInterval(lots, own, -1), endOfInterval(lots, own, 1)],
    chance: chanceOf(lots, own, 0),
    blocks: blocks.length,
    lots: lots.length,
  };
}
