/**
 * What each flow path does in the window: mean and range of its flow, what flows back, and when a valve is open.
 *
 *   open:  ξ > 1/2 where the valve has a state, else Δ > Δ_o: more than half-way in its law
 *   open fraction = open time / window;   opening and closing drop = mean Δ where ξ passes 1/2 upward, downward
 *   back flow = Σ_steps max(0, −W_step) per cycle, W_step the volume that passed in a step, m³
 *
 * | symbol | unit | meaning, source                                                                          |
 * | ------ | ---- | ---------------------------------------------------------------------------------------- |
 * | Δ      | Pa   | drop across the valve alone; its values at opening and closing as in Davis et al. 2011       |
 *
 * Moments between two steps are found on the straight line between them. A valve that answers at once opens and closes at Δ_o.
 */
import type { FlowPaths } from "../elements/flow-paths.ts";
import type { ValveLaw } from "../elements/valve-laws.ts";
import type { PathName } from "../network/lay-out.ts";
import type { PathObservation, Range } from "./simulation.ts";

export interface ValveObservation extends PathObservation {
  /** Share of the window in which it is open; null for a passage without a valve. */
  readonly openFraction: number | null;
  /** Pa; null where it did not open or close. */
  readonly openingDrop: number | null;
  readonly closingDrop: number | null;
  /** Volume that passed backward per cycle, m³. */
  readonly backflow: number;
}

const names = [
  ...["passed", "begun", "back", "lowest", "highest", "signal", "drop"],
  ...["open", "openings", "openingDrop", "closings", "closingDrop", "time"],
] as const;

type Arrays = Readonly<Record<(typeof names)[number], Float64Array>>;

export interface ValveStatistics {
  readonly memory: readonly Float64Array[];
  begin(state: Float64Array, passed: Float64Array): void;
  look(state: Float64Array, passed: Float64Array, h: number): void;
  /** Mean flow of path e over what was seen, m³/s. */
  mean(e: number): number;
  range(e: number): Range;
  /** What is known of path e as a valve, over that many cycles. */
  finish(e: number, cycles: number): ValveObservation;
}

/** Statistics of all paths; `lawOf` gives the law of a path, if it has a valve. */
export function createValveStatistics(
  flow: Pick<FlowPaths, "flow" | "drop" | "stateOf">,
  paths: readonly PathName[],
  lawOf: (e: number) => ValveLaw | undefined,
): ValveStatistics {
  const count = paths.length;
  const all = Object.fromEntries(names.map((name) => [name, new Float64Array(count)])) as unknown as Arrays;
  const laws = paths.map((_, e) => lawOf(e));
  const threshold = Float64Array.from(laws, (law) =>
    law !== undefined && "opening" in law && typeof law.opening === "number" ? law.opening : 0,
  );
  const signalOf = (state: Float64Array, e: number) => {
    const at = flow.stateOf[e]!;
    return at >= 0 ? state[at]! - 0.5 : flow.drop[e]! - threshold[e]!;
  };
  return {
    memory: names.map((name) => all[name]),
    begin(state, passed) {
      for (const name of names) all[name].fill(0);
      all.passed.set(passed);
      all.begun.set(passed);
      all.lowest.set(flow.flow);
      all.highest.set(flow.flow);
      all.drop.set(flow.drop);
      for (let e = 0; e < count; e++) all.signal[e] = signalOf(state, e);
    },
    look(state, passed, h) {
      for (let e = 0; e < count; e++) {
        const q = flow.flow[e]!;
        if (q < all.lowest[e]!) all.lowest[e] = q;
        if (q > all.highest[e]!) all.highest[e] = q;
        const moved = passed[e]! - all.passed[e]!;
        if (moved < 0) all.back[e]! -= moved;
        all.passed[e] = passed[e]!;
        all.time[e]! += h;
        const before = all.signal[e]!;
        const now = signalOf(state, e);
        const drop = flow.drop[e]!;
        if (now > 0 !== before > 0) {
          const share = before / (before - now);
          const crossing = all.drop[e]! + share * (drop - all.drop[e]!);
          all.open[e]! += h * (now > 0 ? 1 - share : share);
          all[now > 0 ? "openings" : "closings"][e]!++;
          all[now > 0 ? "openingDrop" : "closingDrop"][e]! += crossing;
        } else if (now > 0) all.open[e]! += h;
        all.signal[e] = now;
        all.drop[e] = drop;
      }
    },
    mean: (e) => (all.passed[e]! - all.begun[e]!) / all.time[e]!,
    range: (e) => ({ min: all.lowest[e]!, max: all.highest[e]! }),
    finish(e, cycles) {
      const meanDrop = (sum: Float64Array, times: Float64Array) => (times[e] === 0 ? null : sum[e]! / times[e]!);
      return {
        id: paths[e]?.id ?? "",
        mean: (all.passed[e]! - all.begun[e]!) / all.time[e]!,
        flow: { min: all.lowest[e]!, max: all.highest[e]! },
        openFraction: laws[e] === undefined ? null : all.open[e]! / all.time[e]!,
        openingDrop: laws[e] === undefined ? null : meanDrop(all.openingDrop, all.openings),
        closingDrop: laws[e] === undefined ? null : meanDrop(all.closingDrop, all.closings),
        backflow: all.back[e]! / Math.max(1, cycles),
      };
    },
  };
}
