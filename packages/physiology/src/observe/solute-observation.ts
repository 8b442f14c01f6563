/**
 * What became of a solute: accounts, arrivals, speed of its front, transit and clearance.
 *
 *   front speed of a vessel = 1 / slope of arrival time over position, least squares over its lymphangions
 *
 * Arrival is the first step after which a place holds the detectable concentration (network/solutes.ts). Concentrations in an outflow are
 * those of the lymphangion before it (upwind). Amounts are in kg, or in the unit used throughout the file.
 */
import type { Assembly } from "../network/assemble.ts";
import { isCounted } from "../network/format/setting.ts";
import { layOut } from "../network/lay-out.ts";
import type { Network } from "../network/network.ts";
import { accounts, type SoluteState, soluteImbalance, storedAmount } from "../network/solute-state.ts";
import type { SoluteCourse } from "./solute-course.ts";

/** Arrival at a place, s; null before. */
export interface Arrival {
  readonly id: string;
  readonly time: number | null;
}

export interface SoluteObservation {
  readonly id: string;
  /** Whether amounts are numbers of cells rather than masses. */
  readonly counted: boolean;
  /** Amounts since the start: what was there, came, went (through outlets, or back into inlets), and is somewhere now. */
  readonly amounts: {
    readonly begun: number;
    readonly inflow: number;
    readonly outflow: number;
    readonly injected: number;
    /** From blood to tissue, less what went back. */
    readonly exchanged: number;
    /** Taken up by the blood in nodes. */
    readonly absorbed: number;
    readonly born: number;
    readonly killed: number;
    readonly stored: number;
  };
  /** Amount not accounted for, over all that was ever there. */
  readonly imbalance: number;
  /** At the far end of every vessel, with the speed of the front along it, m/s; null below two arrivals. */
  readonly vessels: readonly (Arrival & { readonly frontSpeed: number | null })[];
  readonly outlets: readonly Arrival[];
  /** At the end of the run; concentrations in kg/m³. `held` is what the node has captured and not killed. */
  readonly nodes: readonly (Arrival & { readonly concentration: number; readonly held: number })[];
  readonly tissues: readonly { readonly id: string; readonly concentration: number; readonly amount: number }[];
  /** First moment of the outflow curve after the injection, s, of a bolus into a network without any; else null. */
  readonly meanTransitTime: number | null;
  /** Share of the bolus that has left through outlets: below 1 the transit time is that of the fast part. null where there is no bolus. */
  readonly recovered: number | null;
  /** k of every injection of a bolus, 1/s; null where nothing could be seen, or where there is more than the bolus. */
  readonly clearance: readonly { readonly at: string; readonly rate: number | null }[];
}

const arrived = (time: number | undefined): number | null =>
  time !== undefined && Number.isFinite(time) ? time : null;

/** Speed of a front from arrival times (s) at positions (m); null below two arrivals, or when they are all at once. */
export function frontSpeed(positions: readonly number[], times: readonly (number | null)[]): number | null {
  const points = positions.flatMap((x, i) => (times[i] == null ? [] : [[x, times[i]!] as const]));
  if (points.length < 2) return null;
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, t] = [mean(0), mean(1)];
  const product = points.reduce((sum, [place, time]) => sum + (place - x) * (time - t), 0);
  const square = points.reduce((sum, [place]) => sum + (place - x) ** 2, 0);
  return product === 0 ? null : square / product;
}

function nodeSums({ nodes }: SoluteState): { born: number; killed: number } {
  let born = 0;
  let killed = 0;
  for (let i = 0; i < nodes.length; i += 5) {
    born += nodes[i + 3]!;
    killed += nodes[i + 4]!;
  }
  return { born, killed };
}

/** Whether all there ever was of it was injected: then an outflow curve or what is left at a place is that of a bolus. */
function isBolus({ account }: SoluteState): boolean {
  return account[accounts.begun] === 0 && account[accounts.inflow] === 0 && account[accounts.exchanged] === 0;
}

/** Mean transit time and recovered share of a bolus, and nothing of anything else. */
function transitOf(
  state: SoluteState,
  { amount, moment }: ReturnType<SoluteCourse["outflow"]>,
  end: number,
): Pick<SoluteObservation, "meanTransitTime" | "recovered"> {
  const given = state.solute.injections.filter(({ time }) => time < end);
  const injected = given.reduce((sum, one) => sum + one.amount, 0);
  if (!isBolus(state) || injected === 0) return { meanTransitTime: null, recovered: null };
  const begun = given.reduce((sum, one) => sum + one.amount * one.time, 0) / injected;
  return { meanTransitTime: amount > 0 ? moment / amount - begun : null, recovered: amount / injected };
}

export function observeSolutes(
  network: Network,
  assembly: Assembly,
  course: SoluteCourse | undefined,
  end: number,
): SoluteObservation[] {
  if (course === undefined) return [];
  const { system, lymphangions, places, paths } = assembly;
  const { cells } = layOut(network);
  const names = [...lymphangions.map(({ id }) => id), ...places];
  const vessels = Object.keys(network.vessels).map((id) => {
    const within = cells.flatMap(({ vessel, position, length }, j) =>
      vessel === id ? [{ j, x: position + length / 2 }] : [],
    );
    return { id, within, last: within.at(-1)!.j };
  });
  const outlets = paths.flatMap(({ outlet }, e) => {
    const before = system.to[e]! >= system.cells ? system.from[e]! : system.to[e]!;
    return outlet === undefined ? [] : [{ id: outlet, before }];
  });
  return assembly.solutes.map((state, i) => {
    const { id, arrival, account, concentration, amount, nodes, solute } = state;
    const timeAt = (k: number) => arrived(arrival[k]);
    const of = (name: keyof typeof accounts) => account[accounts[name]]!;
    return {
      id,
      counted: isCounted(solute),
      amounts: {
        begun: of("begun"),
        inflow: of("inflow"),
        outflow: of("outflow"),
        injected: of("injected"),
        exchanged: of("exchanged"),
        absorbed: of("absorbed"),
        ...nodeSums(state),
        stored: storedAmount(state),
      },
      imbalance: soluteImbalance(state),
      vessels: vessels.map(({ id: vessel, within, last }) => ({
        id: vessel,
        time: timeAt(last),
        frontSpeed: frontSpeed(
          within.map(({ x }) => x),
          within.map(({ j }) => timeAt(j)),
        ),
      })),
      outlets: outlets.map(({ id: outlet, before }) => ({ id: outlet, time: timeAt(before) })),
      nodes: Object.keys(network.nodes).map((node, n) => {
        const cell = names.indexOf(node);
        return { id: node, time: timeAt(cell), concentration: concentration[cell]!, held: nodes[5 * n]! };
      }),
      tissues: Object.keys(network.tissues ?? {}).map((tissue) => {
        const cell = names.indexOf(tissue);
        return { id: tissue, concentration: concentration[cell]!, amount: amount[cell]! };
      }),
      ...transitOf(state, course.outflow(i), end),
      clearance: solute.injections.map(({ at }, n) => ({ at, rate: isBolus(state) ? course.clearance(i, n) : null })),
    };
  });
}
