import { anatomy, combinedEffect } from "@openlymph/anatomy";
import type { BodyCondition, WholeBody } from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { leastConductance, regrowthTime, usualBypass, usualCut } from "../tissue-class.ts";
import type { BodyPlaces } from "./body-places.ts";

/** A share that grows from 0 to 1 over weeks after a moment. */
export function grown(since: number): number {
  return -Math.expm1(-Math.max(0, since) / regrowthTime);
}

/** For every drain, the share of its working vessels that belong to the given bundles. */
function bundleShares(body: WholeBody, places: BodyPlaces, cut: readonly string[]): Map<number, number> {
  const all = new Map<number, number>();
  const gone = new Map<number, number>();
  for (const { id, fromIds, to, count } of anatomy.collectors) {
    const [node] = places.junctions([to]);
    for (const k of places.compartments(fromIds)) {
      const drains = places.drains(k);
      const direct = drains.filter((d) => body.drainTo[d] === node);
      for (const d of direct.length > 0 ? direct : drains) {
        all.set(d, (all.get(d) ?? 0) + count.functionalAtRest);
        if (cut.includes(id)) gone.set(d, (gone.get(d) ?? 0) + count.functionalAtRest);
      }
    }
  }
  return new Map([...gone].map(([d, vessels]) => [d, vessels / (all.get(d) ?? vessels)]));
}

/** Node groups at the start of the cut chains that no procedure removes: their efferent vessels are cut. */
function cutChains(cut: readonly string[], removed: Readonly<Record<string, number>>): readonly string[] {
  return anatomy.collectors
    .filter(({ id, layer }) => layer === "chain" && cut.includes(id))
    .flatMap(({ fromIds }) => fromIds)
    .filter((node) => removed[node] === undefined);
}

/**
 * What procedures do to a body.
 *
 * Removal f of a node group leaves 1 − f + b f of its conductance (b: bypass); regrowth r adds r (1 − b) f over weeks.
 * Fibrosis g takes the share g of what is left. Of a cut bundle the share `cutCollectors` carries nothing any more; a
 * territory drained by several bundles to the same node loses the cut one's share of the working vessels. Several
 * procedures each take their share of what the earlier ones left.
 */
export function operations(
  history: History,
  body: WholeBody,
  places: BodyPlaces,
): (time: number, out: BodyCondition) => void {
  const assumed = (kind: "bypass" | "regrowth") => {
    const shares = new Map<string, number>();
    for (const one of history.assume) {
      if (one.kind === kind && "nodes" in one) for (const id of one.nodes) shares.set(id, one.value);
    }
    return shares;
  };
  const bypass = assumed("bypass");
  const regrowth = assumed("regrowth");
  const cutShare = history.assume.find(({ kind }) => kind === "cutCollectors")?.value ?? usualCut;
  const removedAt = new Map<string, number>();
  for (const { at, effect } of history.procedures) {
    for (const id of Object.keys(effect.removed)) removedAt.set(id, Math.min(at, removedAt.get(id) ?? at));
  }
  let known: { readonly count: number; readonly shares: Map<number, number> } | undefined;

  return (time, out) => {
    const done = history.procedures.filter(({ at }) => at <= time).map(({ effect }) => effect);
    if (done.length === 0) return;
    const { removed, fibrosis, cutCollectors } = combinedEffect(done);
    for (const [id, share] of Object.entries(removed)) {
      const kept = bypass.get(id) ?? usualBypass;
      const back = (regrowth.get(id) ?? 0) * (1 - kept) * grown(time - (removedAt.get(id) ?? time));
      for (const n of places.junctions([id])) {
        out.removed[n] = share;
        out.conductance[n] = Math.max(leastConductance, 1 - share + (kept + back) * share);
      }
    }
    for (const [id, share] of Object.entries(fibrosis)) {
      for (const n of places.junctions([id])) out.conductance[n] = out.conductance[n]! * (1 - share);
    }
    for (const n of places.junctions(cutChains(cutCollectors, removed))) {
      out.conductance[n] = out.conductance[n]! * Math.max(leastConductance, 1 - cutShare);
    }
    if (known?.count !== done.length) known = { count: done.length, shares: bundleShares(body, places, cutCollectors) };
    for (const [d, share] of known.shares) out.drainGain[d] = out.drainGain[d]! * (1 - cutShare * share);
  };
}
