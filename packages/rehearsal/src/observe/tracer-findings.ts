import { anatomy } from "@openlymph/anatomy";
import {
  type BodySoluteState,
  type SoluteLayout,
  soluteError,
  soluteInBlood,
  type WholeBodyState,
} from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";
import { anastomosisRoute, bundleLength } from "../body/lymph-spaces.ts";
import type { ExaminationFindings, TracedBundle, TracedDetour, TracedNode, TracedTerritory } from "../examination.ts";

/** A tracer in a body over time, from its injection on. */
export interface TracerCourse {
  readonly index: BodyIndex;
  readonly layout: SoluteLayout;
  /** Places of the injected compartments. */
  readonly injected: readonly number[];
  /** s; the states lie at `times` after it. */
  readonly start: number;
  readonly times: readonly number[];
  readonly body: readonly WholeBodyState[];
  readonly states: readonly BodySoluteState[];
}

/** Tracer that a node group, trunk or duct holds, in its lymph and held back. */
export function heldByNode({ layout }: Pick<TracerCourse, "layout">, state: BodySoluteState, n: number): number {
  if (n >= layout.store.length) return 0;
  const store = layout.store[n]!;
  return state.amount[layout.junction + n]! + (store >= 0 ? state.amount[store]! : 0);
}

/** Tracer in the skin of every territory: in its tissue and in the pieces of detours that run through it. */
export function tracerInTissue(
  { layout, index }: Pick<TracerCourse, "layout" | "index">,
  state: BodySoluteState,
): Float64Array {
  const found = state.amount.slice(0, index.territories.length);
  index.anastomoses.forEach(({ id }, n) => {
    anastomosisRoute(id).forEach((territory, piece) => {
      const k = index.territories.indexOf(territory);
      if (k >= 0) found[k] = found[k]! + state.amount[layout.anastomosis[n]! + piece]!;
    });
  });
  return found;
}

const last = <T>(list: readonly T[]): T => list.at(-1) as T;
const from = (time: number, start: number) => (Number.isFinite(time) ? Math.max(0, time - start) : undefined);
const early = (a: { readonly arrival: number | undefined }, b: { readonly arrival: number | undefined }) =>
  (a.arrival ?? Number.POSITIVE_INFINITY) - (b.arrival ?? Number.POSITIVE_INFINITY);

/** Less than this share of the dose is not listed. */
const listed = 5e-6;

function nodesOf(course: TracerCourse): readonly TracedNode[] {
  const { index, states, start } = course;
  const end = last(states);
  return index.nodes
    .flatMap((node, n): TracedNode[] => {
      const record = anatomy.byId.nodeGroups.get(node);
      const entered = end.entered[n]!;
      if (record === undefined || entered < listed) return [];
      const arrival = from(end.seen[index.territories.length + n]!, start);
      const uptake = states.map((state) => heldByNode(course, state, n));
      return [{ node, name: record.name, kind: record.kind, arrival, uptake, entered }];
    })
    .sort((a, b) => early(a, b) || b.entered - a.entered);
}

function bundlesOf({ index, layout, injected, start, body, states }: TracerCourse): readonly TracedBundle[] {
  const end = last(states);
  const conduits = index.territories.length + index.nodes.length;
  const wanted = new Set(injected.map((k) => index.territories[k]));
  return index.drains
    .flatMap(({ from: territory, to }, d): TracedBundle[] => {
      if (!wanted.has(territory)) return [];
      const pieces = layout.pieces.drain;
      const space = pieces * layout.volume[layout.drain + d * pieces]!;
      const flow = body[0]!.drainFlow[d]!;
      return [
        {
          from: territory,
          to,
          length: bundleLength(territory, to),
          transit: flow > 0 ? space / flow : undefined,
          arrival: from(end.seen[conduits + d]!, start),
          carried: end.arrived[d]!,
        },
      ];
    })
    .sort((a, b) => b.carried - a.carried);
}

function detoursOf({ index, start, states }: TracerCourse): readonly TracedDetour[] {
  const end = last(states);
  const first = index.drains.length + index.edges.length;
  const conduits = index.territories.length + index.nodes.length;
  return index.anastomoses
    .map(({ id, name, a, b }, n): TracedDetour => {
      const carried = end.arrived[first + n]!;
      return {
        anastomosis: id,
        name,
        from: carried >= 0 ? a : b,
        to: carried >= 0 ? b : a,
        arrival: from(end.seen[conduits + first + n]!, start),
        carried: Math.abs(carried),
      };
    })
    .filter(({ carried }) => carried >= listed)
    .sort((x, y) => y.carried - x.carried);
}

function backflowOf(course: TracerCourse): Pick<ExaminationFindings, "backflow" | "backflowShare"> {
  const { index, injected, start, states } = course;
  const tissue = states.map((state) => tracerInTissue(course, state));
  const end = last(states);
  const outside = index.territories.map((_, k) => k).filter((k) => !injected.includes(k));
  const backflow = outside
    .map((k): TracedTerritory => {
      const territory = index.territories[k] ?? "";
      const name = anatomy.byId.territories.get(territory)?.name ?? territory;
      return { territory, name, arrival: from(end.seen[k]!, start), share: tissue.map((at) => at[k]!) };
    })
    .filter(({ share }) => Math.max(...share) >= listed)
    .sort((a, b) => last(b.share) - last(a.share));
  return { backflow, backflowShare: tissue.map((at) => outside.reduce((sum, k) => sum + at[k]!, 0)) };
}

/** Everything an examination can say. Amounts must be shares of the dose. */
export function tracerFindings(course: TracerCourse): ExaminationFindings {
  const { injected, times, states } = course;
  const share = states.map((state) => injected.reduce((sum, k) => sum + state.amount[k]!, 0));
  const span = last(times) - (times[0] ?? 0);
  const blood = states.map(soluteInBlood);
  const end = last(blood);
  return {
    depot: { share, clearance: span > 0 ? Math.log((share[0] ?? 1) / last(share)) / span : 0 },
    nodes: nodesOf(course),
    bundles: bundlesOf(course),
    detours: detoursOf(course),
    ...backflowOf(course),
    blood: {
      share: blood.map(({ byOutlets, byNodes, byCapillaries }) => byOutlets + byNodes + byCapillaries),
      byLymph: end.byOutlets,
      byNodes: end.byNodes,
      byCapillaries: end.byCapillaries,
    },
    error: Math.max(...states.map(soluteError)),
  };
}
