/**
 * Dye in a collector: where its front is, when it arrives, and how fast a packet of it runs.
 *
 *   speed of a packet = Δx / Δt over a stretch along which the front runs with one wave
 *
 * | symbol     | value | source                                                                        |
 * | ---------- | ----- | ----------------------------------------------------------------------------- |
 * | same wave  | 5 s   | longest wait from one lymphangion to the next: a contraction lasts 5 s, *assumed* |
 * | stretch    | 5     | fewest lymphangions a packet is timed over, *assumed*; the first of them, beside the tissue, does not count |
 *
 * | phases     | 8     | moments of the cycle at which dye begins to enter, evenly spread; *assumed*    |
 * | seen       | 1, 10, 50 % | share of the dye's concentration that counts as its front; *assumed*     |
 *
 * A lymphangion is well mixed, so a front is no sharper than 1 cm.
 */
import { diameterOf, type Network, type Solute } from "@openlymph/physiology";
import { beginCourse, goOn } from "./course.ts";

const sameWave = 5;
const shortestStretch = 5;
const phases = 8;
const seen = [0.01, 0.1, 0.5];

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
  const course = beginCourse({ ...network, solutes });
  goOn(course, time);
  const { lymphangions, solutes: states } = course.assembly;
  return states.map(({ arrival }) => Array.from(arrival.subarray(0, lymphangions.length)));
}

/** Speeds of packets, m/s, from arrival times (s) in lymphangions of a length (m). */
export function packetSpeeds(arrivals: readonly number[], length = 0.01): number[] {
  const speeds: number[] = [];
  let from = 0;
  for (let j = 1; j <= arrivals.length; j++) {
    if (j < arrivals.length && arrivals[j]! - arrivals[j - 1]! <= sameWave) continue;
    const steps = j - 1 - from;
    if (from > 0 && steps >= shortestStretch) speeds.push((steps * length) / (arrivals[j - 1]! - arrivals[from]!));
    from = j;
  }
  return speeds;
}

/** Arrival times of dye that begins to enter at each phase of the cycle, for each share that is seen; `before` as cycles. */
export function dyeFronts(network: Network, before: number, time: number): number[][] {
  return Array.from({ length: phases }, (_, n) => fromSettled(network, before + n / phases)).flatMap((each) =>
    dyeArrivals(each, seen, time),
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
