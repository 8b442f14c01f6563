/**
 * Dye in a collector: where its front is, when it arrives, and how fast a packet of it runs.
 *
 *   speed of a packet = Δx / Δt over a stretch along which the front runs with one wave;  of many packets Σ Δx / Σ Δt
 *
 * | symbol     | value | source                                                                        |
 * | ---------- | ----- | ----------------------------------------------------------------------------- |
 * | same wave  | 5 s   | longest wait from one lymphangion to the next: a contraction lasts 5 s, *assumed* |
 * | stretch    | 5     | fewest lymphangions a packet is timed over, *assumed*; the first of them, beside the tissue, does not count |
 * | phases     | 8     | moments of the cycle at which dye begins to enter, evenly spread; *assumed*    |
 * | seen       | 0.1   | share of the dye's concentration that counts as its front; *assumed*, one for all results |
 *
 * Dye is run at a tolerance of 1e-4: where a front waits changes by some per cent at 1e-3. A lymphangion is well mixed, so a
 * front is no sharper than 1 cm.
 */
import { diameterOf, type Network, type Solute } from "@openlymph/physiology";
import { beginCourse, goOn } from "./course.ts";

const sameWave = 5;
const shortestStretch = 5;
const phases = 8;
const tolerance = 1e-4;
const seen = 0.1;

/** A network as it stands after `cycles` of its cycles; they may be broken, and time goes on from there. */
export function fromSettled(network: Network, cycles: number): Network {
  const period = network.pacing.contraction + network.pacing.rest;
  const course = beginCourse(network);
  goOn(course, cycles * period);
  const { assembly, integrator } = course;
  const diameters = assembly.lymphangions.map(({ length }, j) => diameterOf(integrator.state[j]!, length));
  let first = 0;
  const vessels = Object.entries(network.vessels).map(([id, vessel]) => {
    const initialDiameters = diameters.slice(first, first + vessel.lymphangions);
    first += vessel.lymphangions;
    return [id, { ...vessel, initialDiameters, onset: vessel.onset - cycles * period }] as const;
  });
  return { ...network, vessels: Object.fromEntries(vessels) };
}

/** A dye of which nothing is there at the start; `detection` is the concentration that is seen, kg/m³. */
export function dye(detection: number, changes: Partial<Solute> = {}): Solute {
  return {
    inlets: {},
    initial: 0,
    tissues: {},
    injections: [],
    protein: false,
    absorbed: 0,
    nodes: {},
    detection,
    ...changes,
  };
}

/**
 * When dye that stands at 1 in the inlet `tissue` from time 0 on reaches each lymphangion, s (infinite: not within `time`), by
 * the share of it that is seen.
 */
export function dyeArrivals(network: Network, shares: readonly number[], time: number): number[][] {
  const solutes = Object.fromEntries(
    shares.map((share) => [`seen at ${share}`, dye(share, { inlets: { tissue: 1 } })]),
  );
  const course = beginCourse({ ...network, solutes, solver: { ...network.solver, tolerance } });
  goOn(course, time);
  const { lymphangions, solutes: states } = course.assembly;
  return states.map(({ arrival }) => Array.from(arrival.subarray(0, lymphangions.length)));
}

/** A packet: how far it was seen to run, m, and for how long, s. */
export interface Packet {
  readonly way: number;
  readonly time: number;
}

/** The packets in arrival times (s) in lymphangions of a length (m). */
export function packetsIn(arrivals: readonly number[], length = 0.01): Packet[] {
  const packets: Packet[] = [];
  let from = 0;
  for (let j = 1; j <= arrivals.length; j++) {
    if (j < arrivals.length && arrivals[j]! - arrivals[j - 1]! <= sameWave) continue;
    const steps = j - 1 - from;
    if (from > 0 && steps >= shortestStretch) {
      packets.push({ way: steps * length, time: arrivals[j - 1]! - arrivals[from]! });
    }
    from = j;
  }
  return packets;
}

/** Speed of packets, m/s: all they ran over all the time; with the slowest and the fastest. NaN without any. */
export function packetSpeed(packets: readonly Packet[]): {
  value: number;
  spread: { low: number; high: number; of: string };
} {
  const sum = (key: keyof Packet) => packets.reduce((total, packet) => total + packet[key], 0);
  const speeds = packets.map(({ way, time }) => way / time);
  const spread = { low: Math.min(...speeds), high: Math.max(...speeds), of: "single packets" };
  return { value: sum("way") / sum("time"), spread };
}

/** Arrival times of dye that begins to enter at each phase of the cycle, after `before` cycles. */
export function dyeFronts(network: Network, before: number, time: number): number[][] {
  return Array.from({ length: phases }, (_, n) => fromSettled(network, before + n / phases)).flatMap((each) =>
    dyeArrivals(each, [seen], time),
  );
}

/** Median of numbers with their lower and upper quartile. */
export function quartiles(values: readonly number[]): {
  value: number;
  spread: { low: number; high: number; of: string };
} {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { value: at(0.5), spread: { low: at(0.25), high: at(0.75), of: "quartiles" } };
}
