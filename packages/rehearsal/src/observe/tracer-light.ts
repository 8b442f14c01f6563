import { anatomy, type Collector } from "@openlymph/anatomy";
import type { Examination } from "../examination.ts";
import { heldByNode, tracerInTissue } from "./tracer-findings.ts";

/** How bright a tracer is in every part of a body, 0 … 1, by id; strands in pieces from start to end with the flow. */
export interface TracerLight {
  readonly strands: Readonly<Record<string, readonly number[]>>;
  readonly nodes: Readonly<Record<string, number>>;
  readonly territories: Readonly<Record<string, number>>;
}

/** Vessels are as bright as the logarithm of their concentration over that of the depot: dark after so many decades. */
const decades = 3;
/** Pieces a drawn strand is divided into. */
const pieces = 8;

function bright(value: number, darkest: number): number {
  return value <= darkest ? 0 : Math.min(1, 1 - Math.log10(value) / Math.log10(darkest));
}

/** Collectors one after the other from a territory toward a node, and the drawn ones they run into. */
function waysOf(territory: string, node: string, joined: (id: string) => string | undefined): Collector[][] {
  const own = anatomy.collectors.filter(({ fromIds, to }) => fromIds.includes(territory) && to === node);
  return own.map((first) => {
    const way = [first];
    for (let next = joined(first.id); next !== undefined; next = joined(next)) {
      const collector = anatomy.collectors.find(({ id }) => id === next);
      if (collector === undefined || way.includes(collector)) break;
      way.push(collector);
    }
    return way;
  });
}

/**
 * The light of a tracer at one of the times of an examination, for the drawn body. Skin and nodes are as bright as the
 * logarithm of their share of the dose: dark below what is seen.
 *
 * @param at place in `examination.times`.
 * @param joined the drawn collector into which another one runs.
 */
export function tracerLight(
  examination: Examination,
  at: number,
  joined: (id: string) => string | undefined,
): TracerLight {
  const { index, layout, solute, tracer, injected } = examination;
  const state = solute[at]!;
  const darkest = tracer.detection.value;
  const depot = injected.reduce((most, id) => {
    const k = index.territories.indexOf(id);
    return Math.max(most, 1 / injected.length / examination.body.states[0]!.volume[k]!);
  }, 0);
  const dark = 10 ** -decades;
  const strands = new Map<string, number[]>();
  const lighten = (id: string, piece: number, light: number): void => {
    const list = strands.get(id) ?? new Array<number>(pieces).fill(0);
    list[piece] = Math.max(list[piece]!, light);
    strands.set(id, list);
  };
  const concentration = (cell: number) => state.amount[cell]! / layout.volume[cell]! / depot;

  index.drains.forEach(({ from, to }, d) => {
    const first = layout.drain + d * layout.pieces.drain;
    if (!state.amount.subarray(first, first + layout.pieces.drain).some((amount) => amount > 0)) return;
    for (const way of waysOf(from, to, joined)) {
      const whole = way.reduce((sum, { lengthCm }) => sum + lengthCm, 0);
      let passed = 0;
      for (const { id, lengthCm } of way) {
        for (let piece = 0; piece < pieces; piece++) {
          const place = (passed + ((piece + 0.5) / pieces) * lengthCm) / whole;
          const light = bright(concentration(first + Math.floor(place * layout.pieces.drain)), dark);
          if (light > 0) lighten(id, piece, light);
        }
        passed += lengthCm;
      }
    }
  });
  const along = (id: string, e: number): void => {
    for (let piece = 0; piece < pieces; piece++) {
      const cell = layout.edge + e * layout.pieces.edge + Math.floor((piece / pieces) * layout.pieces.edge);
      const light = bright(concentration(cell), dark);
      if (light > 0) lighten(id, piece, light);
    }
  };
  index.edges.forEach(({ id, from, to }, e) => {
    along(id, e);
    for (const chain of anatomy.collectors) {
      if (chain.layer === "chain" && chain.fromIds.includes(from) && chain.to === to) along(chain.id, e);
    }
  });

  const tissue = tracerInTissue(examination, state);
  const present = (entries: readonly (readonly [string, number])[]) =>
    Object.fromEntries(entries.filter(([, light]) => light > 0));
  return {
    strands: Object.fromEntries(strands),
    nodes: present(index.nodes.map((id, n) => [id, bright(heldByNode(examination, state, n), darkest)])),
    territories: present(index.territories.map((id, k) => [id, bright(tissue[k]!, darkest)])),
  };
}
