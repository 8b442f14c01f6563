import { anatomy, type Limb, limbOf, limbs, limbTerritories, limbVolume } from "@openlymph/anatomy";
import type { WholeBodySeries, WholeBodyState } from "@openlymph/physiology";
import { otherParts, partTerritories, partVolume } from "../observe/body-part.ts";
import { excessFluid, lymphFlow } from "../observe/limb-fluid.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import type { SessionStep } from "../session/session-step.ts";
import { crossings } from "./crossings.ts";
import type { FindInput } from "./find-input.ts";
import type {
  Findings,
  FluidFinding,
  LimbFinding,
  NodeFinding,
  OutletFinding,
  PartFinding,
  RouteFinding,
  TerritoryFinding,
} from "./findings.ts";
import { notes } from "./notes.ts";
import { sessionBound } from "./session-bound.ts";

function stateAt(series: WholeBodySeries, time: number): WholeBodyState {
  const state = series.states.find((candidate) => candidate.time === time);
  if (state === undefined) throw new RangeError(`no state at ${time} s`);
  return state;
}

function fluidFinding(input: FindInput, territories: readonly string[], volume: number): FluidFinding {
  const { index, healthy, start } = input;
  const excessAt = (series: WholeBodySeries) =>
    input.times.map((time) => excessFluid(index, healthy, stateAt(series, time), territories));
  const withSession = excessAt(input.withSession);
  const without = excessAt(input.without);
  const excess = excessFluid(index, healthy, start, territories);
  return {
    excess,
    excessShare: excess / volume,
    flowShare: lymphFlow(index, start, territories) / lymphFlow(index, healthy, territories),
    withSession,
    without,
    difference: withSession.map((value, n) => value - (without[n] ?? 0)),
  };
}

function limbFinding(input: FindInput, limb: Limb): LimbFinding {
  const volume = limbVolume(limb);
  return { limb, limbVolume: volume, ...fluidFinding(input, limbTerritories(limb), volume) };
}

function partFinding(input: FindInput, { part, name }: (typeof otherParts)[number]): PartFinding {
  const volume = partVolume(part);
  return { part, name, volume, ...fluidFinding(input, partTerritories(part), volume) };
}

function territoryFindings(input: FindInput): readonly TerritoryFinding[] {
  const { index, healthy, start, times } = input;
  return index.territories.map((territory, k) => ({
    territory,
    name: anatomy.byId.territories.get(territory)?.name ?? territory,
    excess: start.volume[k]! - healthy.volume[k]!,
    difference: times.map(
      (time) => stateAt(input.withSession, time).volume[k]! - stateAt(input.without, time).volume[k]!,
    ),
  }));
}

function routeFindings(input: FindInput): readonly RouteFinding[] {
  const { index, start } = input;
  const passed = (series: WholeBodySeries, n: number) => series.states.at(-1)?.passed.anastomosis[n] ?? 0;
  return index.anastomoses
    .map(({ id, name, a, b }, n): RouteFinding => {
      const [flow, withSession, without] = [
        start.anastomosisFlow[n]!,
        passed(input.withSession, n),
        passed(input.without, n),
      ];
      const net = withSession + without === 0 ? flow : withSession + without;
      const sign = net >= 0 ? 1 : -1;
      return {
        anastomosis: id,
        name,
        from: sign > 0 ? a : b,
        to: sign > 0 ? b : a,
        flow: sign * flow,
        withSession: sign * withSession,
        without: sign * without,
      };
    })
    .filter(({ flow, withSession, without }) => flow !== 0 || withSession !== 0 || without !== 0)
    .sort((a, b) => b.withSession - a.withSession);
}

function nodeFindings(input: FindInput): readonly NodeFinding[] {
  const { index, healthy, start } = input;
  return index.nodes.flatMap((node, n) => {
    const record = anatomy.byId.nodeGroups.get(node);
    if (record === undefined || record.kind === "sink") return [];
    const rest = healthy.inflow[n]!;
    const peak = input.withSession.states.reduce((most, state) => Math.max(most, state.inflow[n]!), 0);
    return [
      {
        node,
        name: record.name,
        removed: input.removed[n]!,
        pressure: start.pressure[n]!,
        healthyPressure: healthy.pressure[n]!,
        load: start.inflow[n]! / rest,
        peakLoad: peak / rest,
      },
    ];
  });
}

function outletFindings(input: FindInput): readonly OutletFinding[] {
  const { index } = input;
  const arrived = (series: WholeBodySeries, outlet: string): number => {
    const passed = series.states.at(-1)?.passed;
    const byEdge = index.edges.reduce((sum, { to }, e) => (to === outlet ? sum + (passed?.edge[e] ?? 0) : sum), 0);
    const direct = index.anastomoses.reduce(
      (sum, { b }, n) => (b === outlet ? sum + (passed?.anastomosis[n] ?? 0) : sum),
      0,
    );
    return byEdge + direct;
  };
  return anatomy.nodeGroups
    .filter(({ kind }) => kind === "sink")
    .map(({ id, name }) => ({
      outlet: id,
      name,
      withSession: arrived(input.withSession, id),
      without: arrived(input.without, id),
    }));
}

function largestGain({ index, withSession, without, steps }: FindInput): number {
  let largest = 1;
  withSession.states.forEach((state, at) => {
    const other = without.states[at];
    const worked = steps.filter(({ start, end }) => state.time > start && state.time <= end);
    const hands = new Set(worked.flatMap(({ territories }) => territories));
    if (other === undefined || hands.size === 0) return;
    index.drains.forEach(({ from }, d) => {
      const rest = other.drainFlow[d]!;
      if (hands.has(from) && rest > 0) largest = Math.max(largest, state.drainFlow[d]! / rest);
    });
  });
  return largest;
}

/**
 * The limb the session is about: of those its strokes touch the most swollen one, or the most touched where none is
 * swollen; the most swollen of all where it touches none.
 */
function mainLimb(found: readonly LimbFinding[], steps: readonly SessionStep[]): Limb | undefined {
  const touches = (limb: Limb) =>
    steps.filter(({ territories }) => territories.some((id) => limbOf(id) === limb)).length;
  const touched = found.filter(({ limb }) => touches(limb) > 0);
  const candidates = touched.length > 0 ? touched : found;
  const [worst] = [...candidates].sort((a, b) => b.excessShare - a.excessShare);
  if (worst !== undefined && worst.excessShare > 0.001) return worst.limb;
  const [most] = [...touched].sort((a, b) => touches(b.limb) - touches(a.limb));
  return most?.limb;
}

/** Everything a rehearsal can say, from the two runs. */
export function find(input: FindInput): Findings {
  const found = limbs.map((limb) => limbFinding(input, limb));
  const limb = mainLimb(found, input.steps);
  const bound = sessionBound(input, limb);
  return {
    times: input.times,
    limbs: found,
    parts: otherParts.map((part) => partFinding(input, part)),
    territories: territoryFindings(input),
    watersheds: crossings(input),
    routes: routeFindings(input),
    nodes: nodeFindings(input),
    venousAngles: outletFindings(input),
    bound,
    largestGain: largestGain(input),
    warnings: rangeWarnings(input.index, input.healthy, [...input.withSession.states, ...input.without.states]),
    notes: notes(input.steps),
  };
}
