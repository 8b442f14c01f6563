/** Pressure from outside on the lymphangions and tissues of a network: a constant, strokes along whole vessels, and loads. */
import { addLoad, type Load, type LoadPlaces, loadBreaks, loadLongestStep } from "../elements/load.ts";
import type { System } from "../solve/system.ts";
import type { Cell } from "./lay-out.ts";
import type { Massage, Network } from "./network.ts";

interface Pressing {
  readonly load: Load;
  readonly places: LoadPlaces;
}

/** A stroke over the whole way of the lymphangions it reaches. */
function strokeOf(massage: Massage, farthest: number): Load {
  return { kind: "stroke", ...massage, from: 0, to: farthest };
}

/** The loads of a network with the lymphangions and tissues under each; tissue lies at the distal end. */
function pressingOn(
  network: Network,
  cells: readonly Cell[],
  slotOf: ReadonlyMap<string, number>,
): readonly Pressing[] {
  const { massage, massaged, loads } = network.external;
  const farthest = cells.reduce((most, { position }) => Math.max(most, position), 0);
  const place = (on: readonly string[] | undefined, share: number): LoadPlaces => {
    const wanted = on === undefined ? undefined : new Set(on);
    const under = cells.flatMap(({ vessel, position }, j) =>
      wanted === undefined || wanted.has(vessel) ? [{ slot: j, position }] : [],
    );
    for (const id of Object.keys(network.tissues ?? {})) {
      if (wanted === undefined || wanted.has(id)) under.push({ slot: slotOf.get(id)!, position: 0 });
    }
    return {
      slots: Int32Array.from(under, ({ slot }) => slot),
      position: Float64Array.from(under, ({ position }) => position),
      share: new Float64Array(under.length).fill(share),
    };
  };
  return [
    ...(massage === undefined || massage.amplitude === 0
      ? []
      : [{ load: strokeOf(massage, farthest), places: place(massaged, 1) }]),
    ...(loads ?? []).map(({ load, on, share }) => ({ load, places: place(on, share) })),
  ];
}

/** Arrays of the outside pressure by slot, and the pass that fills them where it changes. */
export function outsidePressure(
  network: Network,
  cells: readonly Cell[],
  slots: number,
  slotOf: ReadonlyMap<string, number>,
): Pick<System, "outside" | "outsideRate" | "press"> {
  const outside = new Float64Array(slots);
  const outsideRate = new Float64Array(slots);
  outside.fill(network.external.pressure, 0, cells.length);
  for (const id of Object.keys(network.tissues ?? {})) outside[slotOf.get(id)!] = network.external.pressure;
  const pressing = pressingOn(network, cells, slotOf);
  if (pressing.length === 0) return { outside, outsideRate };
  const constant = outside.slice();
  return {
    outside,
    outsideRate,
    press: (t) => {
      outside.set(constant);
      outsideRate.fill(0);
      for (const { load, places } of pressing) addLoad(load, places, t, outside, outsideRate);
    },
  };
}

/** Shortest of the longest steps the loads of a network allow, s; infinite without loads. */
export function loadsLongestStep(network: Network): number {
  const { massage, loads } = network.external;
  return Math.min(
    massage === undefined ? Number.POSITIVE_INFINITY : massage.duration / 20,
    ...(loads ?? []).map(({ load }) => loadLongestStep(load) / 4),
  );
}

/** The next time after `t` at which a load that stays in place begins or ends a change, or a solute is injected, s; infinite for none. */
export function nextLoadBreak(network: Network): ((t: number) => number) | undefined {
  const fixed = (network.external.loads ?? [])
    .map(({ load }) => load)
    .filter((load) => load.kind !== "stroke" && !(load.kind === "static" && load.steps.length === 0));
  const injections = Object.values(network.solutes ?? {})
    .flatMap((solute) => solute.injections.map(({ time }) => time))
    .sort((a, b) => a - b);
  if (fixed.length + injections.length === 0) return undefined;
  const horizon = 600;
  let listed: readonly number[] = [];
  let until = Number.NEGATIVE_INFINITY;
  return (t) => {
    if (t >= until) {
      until = t + horizon;
      listed = fixed.flatMap((load) => loadBreaks(load, t, until)).sort((a, b) => a - b);
    }
    const next = listed.find((time) => time > t) ?? (fixed.length > 0 ? until : Number.POSITIVE_INFINITY);
    return Math.min(next, injections.find((time) => time > t) ?? Number.POSITIVE_INFINITY);
  };
}
