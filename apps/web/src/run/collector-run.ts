import { mL, mmHg, ok, type Result } from "@openlymph/base";
import {
  damageValve,
  humanCollector,
  type Network,
  noDamage,
  pumpCurve,
  simulate,
  type Trace,
} from "@openlymph/physiology";

/** What can be turned on one collector, in the units of the page. */
export interface CollectorSettings {
  /** Contractions a minute. */
  readonly frequency: number;
  /** Strength of the muscle over the usual one. */
  readonly tension: number;
  /** mmHg. */
  readonly filling: number;
  readonly afterload: number;
  readonly external: number;
  /** Share of the way, in the logarithm, from a valve that closes to none. */
  readonly leak: number;
}

/** One settled contraction cycle of a collector, at equal moments. */
export interface CollectorCycle {
  /** s. */
  readonly period: number;
  /** By lymphangion, at every moment: mm, mmHg inside. */
  readonly diameter: readonly Float64Array[];
  readonly pressure: readonly Float64Array[];
  /** By valve, one more than lymphangions, mL/h. */
  readonly flow: readonly Float64Array[];
  /** Mean flow out of the collector, mL/h. */
  readonly outflow: number;
  /** Of the middle lymphangion. */
  readonly ejectionFraction: number;
  readonly warnings: readonly string[];
}

/** Mean flow against the pressure to be lifted. */
export interface PumpPointTold {
  /** Afterload, mmHg. */
  readonly afterload: number;
  /** mL/h. */
  readonly flow: number;
}

const lymphangions = 5;
const cycles = 5;
/** Moments of a cycle that are told, the first again at its end. */
const moments = 120;
const lifted = [0, 5, 10, 15, 20, 30, 40, 50, 60];
const mLPerHour = mL / 3600;

function networkOf(settings: CollectorSettings): Network {
  const { frequency, tension, filling, afterload, external, leak } = settings;
  const network = humanCollector({
    lymphangions,
    frequency: frequency / 60,
    activeTension: tension,
    inletPressure: filling * mmHg,
    outletPressure: afterload * mmHg,
    externalPressure: external * mmHg,
  });
  if (leak === 0) return network;
  const valves = Object.fromEntries(
    Object.entries(network.valves).map(([id, law]) => [id, damageValve(law, { ...noDamage, incompetence: leak })]),
  );
  return { ...network, valves };
}

/** A column of the trace at equal moments of its cycle. */
function evenly(time: Float64Array, values: Float64Array, factor: number): Float64Array {
  const [from, to] = [time[0]!, time.at(-1)!];
  let row = 0;
  return Float64Array.from({ length: moments + 1 }, (_, n) => {
    const at = from + ((to - from) * n) / moments;
    while (row < time.length - 2 && time[row + 1]! < at) row++;
    const [t0, t1] = [time[row]!, time[row + 1]!];
    const share = t1 > t0 ? (at - t0) / (t1 - t0) : 0;
    return (values[row]! + share * (values[row + 1]! - values[row]!)) / factor;
  });
}

const columns = ({ time }: Trace, all: readonly Float64Array[], factor: number): readonly Float64Array[] =>
  all.map((values) => evenly(time, values, factor));

/** Runs one collector, valve by valve, until it repeats itself. */
export function collectorCycle(settings: CollectorSettings): Result<CollectorCycle> {
  const run = simulate(networkOf(settings), { cycles, trace: true });
  if (!run.ok) return run;
  const { trace, period, outflow, lymphangions: cells, warnings } = run.value;
  return ok({
    period,
    diameter: columns(trace!, trace!.diameter, 1e-3),
    pressure: columns(trace!, trace!.pressure, mmHg),
    flow: columns(trace!, trace!.flow, mLPerHour),
    outflow: outflow / mLPerHour,
    ejectionFraction: cells[(lymphangions - 1) / 2]?.ejectionFraction ?? 0,
    warnings,
  });
}

/** What the same collector moves against other afterloads. */
export function collectorPump(settings: CollectorSettings): Result<readonly PumpPointTold[]> {
  const curve = pumpCurve(networkOf(settings), { rises: lifted.map((rise) => rise * mmHg), cycles });
  if (!curve.ok) return curve;
  return ok(
    curve.value.map(({ rise, flow }) => ({ afterload: settings.filling + rise / mmHg, flow: flow / mLPerHour })),
  );
}
