import { anatomy, mapDistance, nodePoint, territoryPoint } from "@openlymph/anatomy";
import { hour } from "@openlymph/base";
import {
  type BodySolute,
  type NodeSwelling,
  passiveSolute,
  type SoluteInjection,
  usualBacteria,
  type WholeBody,
} from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { z } from "zod";
import data from "../../data/node-response.json" with { type: "json" };
import { spansOf } from "./event-spans.ts";
import { dataHead, sourcedNumber } from "./sourced.ts";
import { availableShares } from "./tracer.ts";

const group = <Key extends string>(...keys: readonly Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, sourcedNumber])) as Record<Key, typeof sourcedNumber>);

const settings = z
  .strictObject({
    ...dataHead,
    bacteria: group("inoculum", "distribution", "doublingTime", "earlyKilling", "lateKilling", "response"),
    debris: group("capture", "nodeHalfLife", "tissueHalfLife", "operation", "injury"),
    swelling: group("most", "halfLoad", "riseTime", "fallTime"),
  })
  .parse(data);

/** Bacteria that enter the tissue when an infection names no number, cfu. */
export const usualInoculum = settings.bacteria.inoculum.value;

/** How a node swells with bacteria and debris. */
export const nodeSwelling: NodeSwelling = {
  most: settings.swelling.most.value,
  halfLoad: settings.swelling.halfLoad.value,
  riseTime: settings.swelling.riseTime.value * hour,
  fallTime: settings.swelling.fallTime.value * hour,
};

/** Something that enters tissue: when (s from `asOf`), where (ids of territories), how much. */
interface Entry {
  readonly time: number;
  readonly territories: readonly string[];
  readonly amount: number;
}

/** The skin nearest to a node group on the map. */
function skinAbove(node: string): string | undefined {
  const at = nodePoint(node);
  if (at === undefined) return undefined;
  const ways = anatomy.territories.flatMap(({ id, layer }) =>
    layer === "superficial" ? territoryPoint(id).map((point) => ({ id, way: mapDistance(at, point) })) : [],
  );
  return ways.sort((a, b) => a.way - b.way)[0]?.id;
}

/** Bacteria that enter with the infections of a history until a time. */
export function inoculations(history: History, until: number): readonly Entry[] {
  return history.events.flatMap((event) => {
    if (event.kind !== "infection") return [];
    const amount = event.inoculum ?? usualInoculum;
    return spansOf(event, until).map(([time]) => ({ time, territories: event.scope.territories, amount }));
  });
}

/** Debris of the operations, radiations and injuries of a history until a time: in the skin nearest to what was hurt. */
export function wounds(history: History, until: number): readonly Entry[] {
  const { operation, injury } = settings.debris;
  const operated = history.procedures.flatMap(({ at, effect }) =>
    Object.entries({ ...effect.fibrosis, ...effect.removed }).flatMap(([node, share]): Entry[] => {
      const skin = skinAbove(node);
      return skin === undefined ? [] : [{ time: at, territories: [skin], amount: share * operation.value }];
    }),
  );
  const injured = history.events.flatMap((event) => {
    if (event.kind !== "injury") return [];
    const amount = event.factors.collectors * injury.value;
    return spansOf(event, until).map(([time]) => ({ time, territories: event.scope.territories, amount }));
  });
  return [...operated, ...injured];
}

/** Entries as injections of a run whose time 0 lies at `origin`; shared among territories by their tissue fluid. */
function injectionsOf(body: WholeBody, entries: readonly Entry[], origin: number): readonly SoluteInjection[] {
  return entries
    .flatMap(({ time, territories, amount }) => {
      const places = territories
        .map((id) => body.spec.compartments.findIndex((compartment) => compartment.id === id))
        .filter((k) => k >= 0);
      const all = places.reduce((sum, k) => sum + body.volume[k]!, 0);
      return places.map((compartment) => ({
        time: time - origin,
        compartment,
        amount: (amount * body.volume[compartment]!) / all,
      }));
    })
    .filter(({ time }) => time >= 0)
    .sort((a, b) => a.time - b.time);
}

/**
 * The bacteria of a history's infections: growing in tissue while defence wakes up, killed by it in the end.
 *
 *   κ(t) = g [ early + (late − early) (1 − exp(−(t − t₀)/response)) ],   t₀: when the last infection began
 */
export function bacteriaOf(body: WholeBody, entries: readonly Entry[], origin: number): BodySolute {
  const { distribution, doublingTime, earlyKilling, lateKilling, response } = settings.bacteria;
  const growth = Math.LN2 / (doublingTime.value * hour);
  const starts = entries.map(({ time }) => time - origin).sort((a, b) => a - b);
  return passiveSolute("bacteria", body.compartmentCount, {
    distribution: new Float64Array(body.compartmentCount).fill(distribution.value),
    nodes: { ...usualBacteria, release: 0 },
    growth,
    kill: (time) => {
      const since = time - (starts.findLast((start) => start <= time) ?? Number.NEGATIVE_INFINITY);
      const waking = -Math.expm1(-since / (response.value * hour));
      return growth * (earlyKilling.value + (lateKilling.value - earlyKilling.value) * waking);
    },
    injections: injectionsOf(body, entries, origin),
    tolerance: 1e-3,
  });
}

/** What is left of killed bacteria and of wounds: carried and held back like a large protein, and done away with. */
export function debrisOf(body: WholeBody, entries: readonly Entry[], origin: number): BodySolute {
  const { capture, nodeHalfLife, tissueHalfLife } = settings.debris;
  const clearing = Math.LN2 / (tissueHalfLife.value * hour);
  return passiveSolute("debris", body.compartmentCount, {
    distribution: availableShares(body),
    nodes: { capture: capture.value, release: 0, growth: 0, kill: Math.LN2 / (nodeHalfLife.value * hour) },
    kill: () => clearing,
    madeFrom: "bacteria",
    injections: injectionsOf(body, entries, origin),
    tolerance: 1e-3,
  });
}
