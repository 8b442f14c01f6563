import { anatomy } from "@openlymph/anatomy";
import type { WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";

/** Which drains and edges feed each drawn strand (collector bundle or edge). */
function feeders(
  index: BodyIndex,
): ReadonlyMap<string, { readonly drains: readonly number[]; readonly edges: readonly number[] }> {
  const strands = new Map<string, { drains: number[]; edges: number[] }>();
  index.edges.forEach(({ id }, e) => {
    strands.set(id, { drains: [], edges: [e] });
  });
  for (const { id, fromIds, to } of anatomy.collectors) {
    const from = new Set<string>(fromIds);
    const places = index.drains.flatMap((drain, d) => (from.has(drain.from) ? [{ d, to: drain.to }] : []));
    const direct = places.filter((drain) => drain.to === to);
    strands.set(id, {
      drains: (direct.length > 0 ? direct : places).map(({ d }) => d),
      edges: index.edges.flatMap((edge, e) => (from.has(edge.from) ? [e] : [])),
    });
  }
  return strands;
}

const known = new WeakMap<BodyIndex, ReturnType<typeof feeders>>();

function feedersOf(index: BodyIndex): ReturnType<typeof feeders> {
  const strands = known.get(index) ?? feeders(index);
  known.set(index, strands);
  return strands;
}

/**
 * Flow along a drawn strand, m³/s, signed along its drawn direction; `undefined` for an id that is no vessel of the model.
 * Along a collector it is all that leaves the regions it begins in for where it ends: bundles that begin in the same region
 * and end in the same nodes tell the same flow.
 */
export function strandFlow(index: BodyIndex, state: WholeBodyState, id: string): number | undefined {
  const feeds = feedersOf(index).get(id);
  if (feeds === undefined) return undefined;
  const drained = feeds.drains.reduce((sum, d) => sum + state.drainFlow[d]!, 0);
  return feeds.edges.reduce((sum, e) => sum + state.edgeFlow[e]!, drained);
}

/**
 * Flow over healthy flow along every drawn strand, signed along its drawn direction; 1 in health.
 *
 * Keys are collector ids and edge ids of the anatomy.
 */
export function relativeStrandFlow(
  index: BodyIndex,
  healthy: WholeBodyState,
  state: WholeBodyState,
): Map<string, number> {
  const strands = feedersOf(index);
  const flow = (of: WholeBodyState, drains: readonly number[], edges: readonly number[]): number =>
    drains.reduce((sum, d) => sum + of.drainFlow[d]!, 0) + edges.reduce((sum, e) => sum + of.edgeFlow[e]!, 0);
  return new Map(
    [...strands].map(([id, { drains, edges }]) => {
      const rest = flow(healthy, drains, edges);
      return [id, rest > 0 ? flow(state, drains, edges) / rest : 0];
    }),
  );
}
