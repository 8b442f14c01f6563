/**
 * From the healthy flows to the conductances that keep them: the healthy body becomes a fixed point by construction.
 *
 *   drains    Q_kn = fraction · q_k · ceq / c_k                                       (q_k: flow after the nodes)
 *   nodes     sweep in the direction of flow: inflow, protein, absorbed share → efferent flow
 *   pressure  P_n = Pv + longest way to the blood, one nodeDrop per node group, one trunkDrop per conduit
 *   edges     G = Q / [(1 − l) r(ΔP) + l ΔP]
 *   tissue    K = Q / dpNet,  pc = p0 + σ(Πp − Π(c)) + dpNet,  PS from steady protein
 *   pump      Qmax = Q / share(p0, P_n − p0)                                    (pump.ts; Q ρ / ψ by the fitted law)
 */
import { raise } from "@openlymph/base";
import { permeabilityForSteadyProtein } from "../elements/filtration.ts";
import { oncoticPressure } from "../elements/oncotic.ts";
import { absorbedShare, capacityPerInflow, equilibriumConcentration } from "./node-exchange.ts";
import type { AveragedParameters } from "./parameters.ts";
import { makePump, type PumpLaw } from "./pump.ts";
import type { WholeBodySpec } from "./spec.ts";
import { ramp } from "./valved-flow.ts";

/** The model's constants as flat arrays; indices follow the spec's order, outlets come last among the junctions. */
export interface WholeBody {
  readonly spec: WholeBodySpec;
  readonly parameters: AveragedParameters;
  readonly pumpLaw: PumpLaw;
  readonly compartmentCount: number;
  /** Junctions with an unknown pressure, i.e. without the outlets. */
  readonly unknownCount: number;
  readonly junctionIds: readonly string[];
  readonly isOutlet: Uint8Array;
  readonly isGroup: Uint8Array;
  readonly equilibrium: number;
  readonly plasmaOncotic: number;
  /** Per compartment. */
  readonly volume: Float64Array;
  readonly protein: Float64Array;
  readonly reflection: Float64Array;
  readonly swollenSlope: Float64Array;
  readonly filtration: Float64Array;
  readonly capillaryPressure: Float64Array;
  readonly permeability: Float64Array;
  /** Per drain, sorted by compartment; `drainStart[k]…drainStart[k+1]` are those of compartment k. */
  readonly drainStart: Int32Array;
  readonly drainTo: Int32Array;
  readonly drainFlow: Float64Array;
  readonly drainCapacity: Float64Array;
  /** Per junction. */
  readonly pressure: Float64Array;
  readonly inflow: Float64Array;
  readonly capacity: Float64Array;
  readonly absorbed: Float64Array;
  readonly junctionProtein: Float64Array;
  /** Per edge. */
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeFlow: Float64Array;
  readonly edgeConductance: Float64Array;
  /** Junctions in the direction of flow, and for each the edge that carries most away from it; −1 at an outlet. */
  readonly flowOrder: Int32Array;
  readonly mainEdge: Int32Array;
  /** Per anastomosis. */
  readonly anastomosisA: Int32Array;
  readonly anastomosisB: Int32Array;
  readonly anastomosisRest: Float64Array;
  /** Per link. */
  readonly linkA: Int32Array;
  readonly linkB: Int32Array;
  readonly linkConductance: Float64Array;
}

function indexOf(ids: readonly string[], what: string): (id: string) => number {
  const places = new Map(ids.map((id, place) => [id, place]));
  return (id) => places.get(id) ?? raise("reference/unknown", { path: what, value: id, expected: `a known ${what}` });
}

/** Junctions in the direction of flow; raises `graph/cycle` when the edges run in a circle. */
function flowOrder(count: number, from: Int32Array, to: Int32Array, ids: readonly string[]): number[] {
  const pending = new Int32Array(count);
  for (const n of to) pending[n] = pending[n]! + 1;
  const ready = Array.from({ length: count }, (_, n) => n).filter((n) => pending[n] === 0);
  const order: number[] = [];
  for (let n = ready.pop(); n !== undefined; n = ready.pop()) {
    order.push(n);
    from.forEach((a, e) => {
      if (a !== n) return;
      const b = to[e]!;
      pending[b] = pending[b]! - 1;
      if (pending[b] === 0) ready.push(b);
    });
  }
  if (order.length < count) {
    const stuck = ids.filter((_, n) => pending[n]! > 0);
    raise("graph/cycle", { path: "edges", value: stuck.slice(0, 5).join(", "), expected: "drainage without a circle" });
  }
  return order;
}

/** The edge that carries most away from a junction; −1 when none does. */
function largestFrom(junction: number, edgeFrom: Int32Array, edgeFlow: Float64Array): number {
  let best = -1;
  edgeFrom.forEach((from, e) => {
    if (from === junction && (best < 0 || edgeFlow[e]! > edgeFlow[best]!)) best = e;
  });
  return best;
}

/**
 * Inverts the healthy state of the spec. Raises `reference/unknown`, `graph/cycle` or `param/out-of-range`.
 *
 * @param pumpLaw how collectors answer to filling and load; the healthy flows are the same with either.
 */
export function invertHealthyBody(
  spec: WholeBodySpec,
  parameters: AveragedParameters,
  pumpLaw: PumpLaw = "fit",
): WholeBody {
  const { plasmaProtein, netFiltration, tissuePressure: p0 } = parameters;
  const { venousPressure, nodeDrop, trunkDrop, valveLeak, valveWidth, tissueConductance } = parameters;
  const junctions = [...spec.junctions].sort((a, b) => Number(a.kind === "outlet") - Number(b.kind === "outlet"));
  const junctionIds = junctions.map(({ id }) => id);
  const isOutlet = Uint8Array.from(junctions, ({ kind }) => Number(kind === "outlet"));
  const isGroup = Uint8Array.from(junctions, ({ kind }) => Number(kind === "group"));
  const unknownCount = junctions.length - isOutlet.reduce((a, b) => a + b, 0);
  const junction = indexOf(junctionIds, "junction");
  const compartment = indexOf(
    spec.compartments.map(({ id }) => id),
    "compartment",
  );
  const count = spec.compartments.length;
  const equilibrium = equilibriumConcentration(plasmaProtein);
  const plasmaOncotic = oncoticPressure(plasmaProtein);

  const volume = Float64Array.from(spec.compartments, (c) => c.volume);
  const protein = Float64Array.from(spec.compartments, (c) => c.protein);
  const reflection = Float64Array.from(spec.compartments, (c) => c.reflection);
  const swollenSlope = Float64Array.from(spec.compartments, (c) => c.swollenSlope);
  const total = Float64Array.from(spec.compartments, (c) => (c.postNodalFlow * equilibrium) / c.protein);
  spec.compartments.forEach((c) => {
    if (!((1 - c.reflection) * plasmaProtein < c.protein && c.protein < plasmaProtein)) {
      raise("param/out-of-range", {
        path: `${c.id}.protein`,
        value: c.protein,
        expected: "between (1 - reflection) x plasma protein and plasma protein",
      });
    }
  });

  const drains = spec.drains
    .map((drain) => ({ from: compartment(drain.from), to: junction(drain.to), fraction: drain.fraction }))
    .map((drain, place) => ({ ...drain, place }))
    .sort((a, b) => a.from - b.from || a.place - b.place);
  const drainStart = new Int32Array(count + 1);
  for (const { from } of drains) drainStart[from + 1] = drainStart[from + 1]! + 1;
  for (let k = 0; k < count; k++) drainStart[k + 1] = drainStart[k + 1]! + drainStart[k]!;
  const drainTo = Int32Array.from(drains, ({ to }) => to);
  const drainFlow = Float64Array.from(drains, ({ from, fraction }) => fraction * total[from]!);

  const edgeFrom = Int32Array.from(spec.edges, ({ from }) => junction(from));
  const edgeTo = Int32Array.from(spec.edges, ({ to }) => junction(to));
  const order = flowOrder(junctions.length, edgeFrom, edgeTo, junctionIds);

  const inflow = new Float64Array(junctions.length);
  const proteinIn = new Float64Array(junctions.length);
  const absorbed = new Float64Array(junctions.length);
  const junctionProtein = new Float64Array(junctions.length);
  const edgeFlow = new Float64Array(spec.edges.length);
  drains.forEach(({ from, to }, d) => {
    inflow[to] = inflow[to]! + drainFlow[d]!;
    proteinIn[to] = proteinIn[to]! + drainFlow[d]! * protein[from]!;
  });
  for (const n of order) {
    const entering = inflow[n]!;
    const afferent = entering > 0 ? proteinIn[n]! / entering : 0;
    if (isGroup[n]) absorbed[n] = absorbedShare(entering, afferent, capacityPerInflow * entering, equilibrium);
    const efferent = (1 - absorbed[n]!) * entering;
    junctionProtein[n] = efferent > 0 ? proteinIn[n]! / efferent : 0;
    spec.edges.forEach((edge, e) => {
      if (edgeFrom[e] !== n) return;
      const b = edgeTo[e]!;
      edgeFlow[e] = efferent * edge.share;
      inflow[b] = inflow[b]! + edgeFlow[e]!;
      proteinIn[b] = proteinIn[b]! + edgeFlow[e]! * junctionProtein[n]!;
    });
  }

  const own = Float64Array.from(junctions, ({ kind }) => {
    if (kind === "outlet") return 0;
    return kind === "group" ? nodeDrop : trunkDrop;
  });
  const depth = new Float64Array(junctions.length);
  for (const n of [...order].reverse()) {
    let below = 0;
    edgeFrom.forEach((a, e) => {
      if (a === n) below = Math.max(below, depth[edgeTo[e]!]!);
    });
    depth[n] = isOutlet[n] ? 0 : own[n]! + below;
  }
  const pressure = Float64Array.from(junctions, ({ mirror }, n) => {
    const other = mirror === undefined ? undefined : depth[junction(mirror)];
    return venousPressure + Math.max(depth[n]!, other ?? 0);
  });
  const edgeConductance = edgeFlow.map((q, e) => {
    const drop = pressure[edgeFrom[e]!]! - pressure[edgeTo[e]!]!;
    if (!(drop > 0)) {
      raise("param/out-of-range", {
        path: spec.edges[e]!.id,
        value: drop,
        expected: "a fall of pressure along the edge",
      });
    }
    return q / ((1 - valveLeak) * ramp(drop, valveWidth) + valveLeak * drop);
  });

  const pump = makePump(parameters, pumpLaw);
  pump.fill(p0, 1);

  return {
    spec,
    parameters,
    pumpLaw,
    compartmentCount: count,
    unknownCount,
    junctionIds,
    isOutlet,
    isGroup,
    equilibrium,
    plasmaOncotic,
    volume,
    protein,
    reflection,
    swollenSlope,
    filtration: total.map((q) => q / netFiltration),
    capillaryPressure: total.map(
      (_, k) => p0 + reflection[k]! * (plasmaOncotic - oncoticPressure(protein[k]!)) + netFiltration,
    ),
    permeability: total.map((q, k) => permeabilityForSteadyProtein(q, protein[k]!, plasmaProtein, reflection[k]!)),
    drainStart,
    drainTo,
    drainFlow,
    drainCapacity: drainFlow.map((q, d) => {
      pump.lift(pressure[drainTo[d]!]! - p0);
      return q / pump.answer[0]!;
    }),
    pressure,
    inflow,
    capacity: inflow.map((q) => capacityPerInflow * q),
    absorbed,
    junctionProtein,
    edgeFrom,
    edgeTo,
    edgeFlow,
    edgeConductance,
    flowOrder: Int32Array.from(order),
    mainEdge: Int32Array.from(junctions, (_, n) => largestFrom(n, edgeFrom, edgeFlow)),
    anastomosisA: Int32Array.from(spec.anastomoses, ({ a }) => junction(a)),
    anastomosisB: Int32Array.from(spec.anastomoses, ({ b }) => junction(b)),
    anastomosisRest: Float64Array.from(spec.anastomoses, ({ a, b }) => pressure[junction(a)]! - pressure[junction(b)]!),
    linkA: Int32Array.from(spec.links, ({ a }) => compartment(a)),
    linkB: Int32Array.from(spec.links, ({ b }) => compartment(b)),
    linkConductance: Float64Array.from(spec.links, ({ resistance }) => tissueConductance / resistance),
  };
}
