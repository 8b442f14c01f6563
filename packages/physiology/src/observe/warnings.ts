/** What a reader has to know before using the numbers of a run, in sentences. */
import { foldNumber } from "../elements/valve-laws.ts";
import type { Assembly } from "../network/assemble.ts";
import type { Network } from "../network/network.ts";
import { soluteImbalance } from "../network/solute-state.ts";
import type { ObservationPlan } from "./observation-plan.ts";
import { regular } from "./period.ts";
import type { ObservedWindow } from "./simulation.ts";

/** Share of the throughput that may go unaccounted for before the run is doubted. */
const balanceLimit = 1e-9;

const percent = (share: number) => `${(100 * share).toPrecision(2)} %`;

/** Whether a law of the network can have several answers for one pressure drop. */
export function isFolded(network: Network, id: string): boolean {
  const law = network.valves[id];
  return law !== undefined && foldNumber(law) > 1;
}

function balanceWarnings(unbalanced: number): string[] {
  if (unbalanced <= balanceLimit) return [];
  return [
    `${percent(unbalanced)} of what moved is not accounted for: sizes or times lie outside what this solver can follow. Do not use the flows.`,
  ];
}

function foldWarnings(network: Network, assembly: Assembly, visited: ReadonlySet<string>): string[] {
  return [...new Set(assembly.paths.map((path) => path.law))].flatMap((id) => {
    if (id === undefined || !isFolded(network, id)) return [];
    const seen = visited.has(id) ? "was visited" : "was not visited";
    return [
      `Valve law "${id}" can have several answers for one pressure drop (fold: allow). The most closed one was taken; ` +
        `in the last cycle the fold ${seen}.`,
    ];
  });
}

function periodWarnings({ kind, variation, cycles }: ObservedWindow): string[] {
  if (kind === "none") {
    return [
      "Nothing periodic was found: the most proximal lymphangion did not contract twice in the second half of the run. " +
        "The means are over what there is.",
    ];
  }
  if (variation === null || variation <= regular) return [];
  return [`Contractions come irregularly: the period varies by ${percent(variation)} over ${cycles} of them.`];
}

function loadWarnings({ commonCycles, cycles, selfPaced }: ObservationPlan): string[] {
  if (commonCycles === 1 || commonCycles === cycles) return [];
  if (selfPaced) {
    return [
      "What presses from outside keeps its own time beside the contractions: means depend on which cycles are taken.",
    ];
  }
  const mend = commonCycles === null ? "" : `; a run of ${commonCycles} cycles or more can be looked at as a whole`;
  return [`A cycle does not hold a whole number of strokes: means over one cycle depend on which one is taken${mend}.`];
}

function soluteWarnings(network: Network, { solutes }: Assembly, end: number): string[] {
  const lost = solutes.filter((state) => !(soluteImbalance(state) <= balanceLimit));
  const late = Object.entries(network.solutes ?? {}).filter(([, { injections }]) =>
    injections.some(({ time }) => time >= end),
  );
  return [
    ...lost.map(({ id }) => `Of "${id}" more than rounding is not accounted for. Do not use its amounts.`),
    ...late.map(([id]) => `An injection of "${id}" comes after the end of the run and did not happen.`),
  ];
}

/** Everything that is known to be doubtful about a run. */
export function warningsOf(
  network: Network,
  assembly: Assembly,
  plan: ObservationPlan,
  found: {
    readonly unbalanced: number;
    readonly visited: ReadonlySet<string>;
    readonly window: ObservedWindow;
    readonly drift: number | null;
  },
): string[] {
  const { window, drift, unbalanced, visited } = found;
  const drifting: string[] = [];
  if (drift === null && window.kind === "prescribed") {
    drifting.push("The run is shorter than two cycles: the drift is not known, and means may hold the start.");
  } else if (drift !== null && drift > 0.01) {
    const over = window.kind === "onsets" ? "from one half of the window to the other" : "per cycle";
    drifting.push(`Mean outflow still changes by ${percent(drift)} ${over}: run more cycles.`);
  }
  return [
    ...balanceWarnings(unbalanced),
    ...foldWarnings(network, assembly, visited),
    ...periodWarnings(window),
    ...drifting,
    ...loadWarnings(plan),
    ...soluteWarnings(network, assembly, plan.end),
  ];
}
