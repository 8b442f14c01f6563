/**
 * Drops and flows of many sigmoid valves that neither prolapse nor fold, each beside its R_s under its P.
 *
 *   G(Δ) = R (Δ − P) + R_s Δ = 0,   R = R_n + R_x/u,   u = 1 + E,   E = exp(s Δ − s Δ_o)
 *   Q    = P / (R + R_s)
 *
 * Every round takes one step of Chebyshev's method (Newton's with the curvature put in, third order) for each valve that has
 * not settled. The first starts on the tangent of the last solution; a valve that has just closed starts at Δ = P.
 *
 *   Δ ← Δ + ∂Δ/∂P δP + ∂Δ/∂R_s δR_s,    ∂Δ/∂P = R/G′,    ∂Δ/∂R_s = −Δ/G′
 *   Δ ← Δ − n (1 + c n),   n = G/G′,    c = G″/2G′
 *
 * The flow's own slope needs no search either: ∂Q/∂P = (1 − R′Q)/G′.
 *
 * Times u², so that two divisions are enough:  G′u² = (R_n u + R_x + R_s u) u − f (Δ − P),   f = −R′u² = R_x s E,
 * c = (f/G′u²)(ℓ (Δ − P) − 1) with ℓ = −R″/2R′ = s/2 (1 − 2/u). The flow is that of R drawn on to the new Δ by R′ and R″.
 *
 * What is left after the step is at most n³ |2c² − G‴/6G′| < n³ w (2w + s/2), w = (f/G′u²)(1 + s |Δ − P|/2). A valve has
 * settled when that is below 1e-10 of |P| or of 1/s, whichever is less: flows are right to 1e-10. One round settles most of
 * them. Those that have not settled after twelve go to the safe search of static-root.ts.
 */
import { exp } from "@openlymph/base";
import type { FlowPaths, PathGroup } from "./flow-paths.ts";
import { type StaticResistance, staticDrop } from "./static-root.ts";
import { type SigmoidValve, sigmoidResistance } from "./valve-sigmoid.ts";

const mostRounds = 12;
const allowed = 1e-10;

interface SigmoidValves {
  readonly paths: Int32Array;
  /** R_n, R_x, s and s Δ_o of each valve. */
  readonly law: Float64Array;
  /** Δ and E at the start of a round; E becomes a number above zero for a valve that has not settled. */
  readonly start: Float64Array;
  /** Valves of the present round. */
  readonly waiting: Int32Array;
}

/** A group of valves without prolapse and fold; `laws[i]` belongs to `paths[i]`. */
export function plainSigmoidGroup(paths: Int32Array, laws: readonly SigmoidValve[]): PathGroup {
  const count = paths.length;
  const valves: SigmoidValves = {
    paths,
    law: new Float64Array(4 * count),
    start: new Float64Array(2 * count),
    waiting: new Int32Array(count),
  };
  for (const [i, { open, closed, slope, opening }] of laws.entries()) {
    valves.law.set([open, closed, slope, slope * opening], 4 * i);
  }
  const kinds = new Map([...new Set(laws)].map((law) => [law, sigmoidResistance(law)]));
  const safe = laws.map((law) => kinds.get(law)!);
  const every = Int32Array.from(paths.keys());
  return {
    paths,
    evaluate(all, _state, derivatives, asked) {
      let list: Int32Array = every;
      let left = count;
      if (asked !== undefined) {
        left = choose(valves, asked);
        list = valves.waiting;
      }
      for (let round = 0; round < mostRounds && left > 0; round++) {
        place(valves, list, left, all);
        const waiting = move(valves, list, left, all);
        if (waiting > 0) gather(valves, list, left);
        list = valves.waiting;
        left = waiting;
      }
      for (let k = 0; k < left; k++) searchSafely(safe[list[k]!]!, paths[list[k]!]!, all);
      if (derivatives) differentiate(valves, all);
    },
    slopes({ tangent, byGap }) {
      for (let i = 0; i < paths.length; i++) byGap[paths[i]!] = tangent[(paths[i]! << 3) | 5]!;
    },
  };
}

/** Makes the list of those asked for. @returns how many. */
function choose({ paths, waiting }: SigmoidValves, asked: Uint8Array): number {
  let n = 0;
  for (let i = 0; i < paths.length; i++) if (asked[paths[i]!] === 1) waiting[n++] = i;
  return n;
}

/** Where each valve starts this round: on its tangent, between 0 and P. */
function place({ paths, law, start }: SigmoidValves, list: Int32Array, count: number, all: FlowPaths): void {
  const { gap, series, drop, tangent } = all;
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    const e = paths[i]!;
    const t = e << 3;
    const pressure = gap[e]!;
    const before = drop[e]!;
    const rose = pressure - tangent[t]!;
    const slope = tangent[t | 1]!;
    let bent = tangent[t | 4]! * rose;
    if (!(bent * bent < 0.25 * slope * slope)) bent = 0;
    let x = before + rose * (slope + bent) + (series[e]! - tangent[t | 2]!) * tangent[t | 3]!;
    // Asked of a product, as the sign of P alone is hard for a processor to foresee.
    if (!(x * (x - pressure) <= 0 && before * pressure > 0)) {
      if (pressure < 0) {
        if (before >= 0 || !(x >= pressure)) x = pressure;
        else if (x > 0) x = 0;
      } else if (!(x >= 0)) x = 0;
      else if (x > pressure) x = pressure;
    }
    start[k << 1] = x;
    const a = i << 2;
    const exponent = law[a | 2]! * x - law[a | 3]!;
    // Beyond e^±100 a valve is open or closed to the last bit.
    let near = exponent;
    if (exponent > 100) near = 100;
    else if (exponent < -100) near = -100;
    start[(k << 1) | 1] = exp(near);
  }
}

/** One step of each valve, with its flow and its new tangent. @returns how many have not settled. */
function move({ paths, law, start }: SigmoidValves, list: Int32Array, count: number, all: FlowPaths): number {
  const { gap, series, drop, tangent, flow } = all;
  let waiting = 0;
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    const e = paths[i]!;
    const pressure = gap[e]!;
    const beside = series[e]!;
    const a = i << 2;
    const rx = law[a | 1]!;
    const s = law[a | 2]!;
    const x = start[k << 1]!;
    const rise = start[(k << 1) | 1]!;
    const u = 1 + rise;
    const off = x - pressure;
    const top = law[a]! * u + rx;
    const fall = rx * s * rise;
    const climb = (top + beside * u) * u - fall * off;
    const inverse = 1 / (climb * u);
    const perClimb = u * inverse;
    const shut = climb * inverse;
    const newton = (top * off + beside * x * u) * u * perClimb;
    const lean = s * (0.5 - shut);
    const steep = fall * perClimb;
    const bend = steep * (lean * off - 1) * newton;
    let next = x - (bend < 0.5 && bend > -0.5 ? newton * (1 + bend) : newton);
    if (!(next * (next - pressure) <= 0 && climb > 0)) {
      if (pressure < 0) {
        if (!(next >= pressure && climb > 0)) next = pressure;
        else if (next > 0) next = 0;
      } else if (!(next >= 0)) next = 0;
      else if (next > pressure) next = pressure;
    }
    const moved = next - x;
    const ease = fall * shut * shut;
    const resistance = top * shut - ease * moved * (1 - lean * moved);
    // 1/G′ at the new drop.
    const perG = u * perClimb * u * (1 + 2 * bend);
    drop[e] = next;
    const q = pressure / (resistance + beside);
    flow[e] = q;
    const t = e << 3;
    tangent[t] = pressure;
    const share = resistance * perG;
    tangent[t | 1] = share;
    tangent[t | 2] = beside;
    tangent[t | 3] = -next * perG;
    tangent[t | 4] = share * ease * perG * (share - 1 - lean * off * share);
    tangent[t | 5] = (1 + ease * (1 - 2 * lean * moved) * q) * perG;
    const far = Math.abs(s * newton);
    const size = Math.abs(s * pressure);
    const wide = steep * (1 + 0.5 * s * Math.abs(off));
    const left = far * far * far * wide * (2 * wide + 0.5 * s) * (1 + size) - allowed * s * s * size;
    // The bound holds for moves shorter than 1/s.
    const unsettled = far < 1 ? left : 1;
    start[(k << 1) | 1] = unsettled;
    if (unsettled > 0) waiting++;
  }
  return waiting;
}

/** Makes the list of those that have not settled; it may take the place of the list it is made from. */
function gather({ start, waiting }: SigmoidValves, list: Int32Array, count: number): void {
  let n = 0;
  for (let k = 0; k < count; k++) {
    waiting[n] = list[k]!;
    if (start[(k << 1) | 1]! > 0) n++;
  }
}

function searchSafely(law: StaticResistance, e: number, { gap, series, drop, flow, tangent }: FlowPaths): void {
  const x = staticDrop(law, gap[e]!, series[e]!, drop[e]!);
  const resistance = law.resistance(x);
  const free = resistance - x * law.slope();
  drop[e] = x;
  flow[e] = gap[e]! / (resistance + series[e]!);
  tangent[(e << 3) | 5] = free / (resistance * resistance + series[e]! * free);
}

/** ∂Q/∂P and ∂Q/∂R_s at the present drops. */
function differentiate({ paths, law }: SigmoidValves, { series, drop, flow, byGap, bySeries }: FlowPaths): void {
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    const rx = law[4 * i + 1]!;
    const s = law[4 * i + 2]!;
    const x = drop[e]!;
    const shut = 1 / (1 + exp(Math.min(s * x - law[4 * i + 3]!, 100)));
    const resistance = law[4 * i]! + rx * shut;
    const free = resistance + rx * s * shut * (1 - shut) * x;
    const conductance = free / (resistance * resistance + series[e]! * free);
    byGap[e] = conductance;
    bySeries[e] = -flow[e]! * conductance;
  }
}
