/** Reads a pump table at any working point: value and both derivatives, without allocation. Equations: pump-table.ts. */
import { exp } from "@openlymph/base";
import type { PumpTable } from "./pump-table.ts";

/** One reader of a table; `fill` first, then `lift` as often as one likes. SI. */
export interface PumpTableReader {
  /** After the last `lift`: flow over the flow at rest, its derivative in filling, and in afterload. */
  readonly answer: Float64Array;
  /** Filling, Pa, and strength, above 0. */
  fill(filling: number, strength: number): void;
  /** Afterload, Pa. */
  lift(afterload: number): void;
}

/** The interval of a rising axis that holds a value; the first or the last for one beyond it. */
function intervalOf(axis: Float64Array, value: number): number {
  let low = 0;
  let high = axis.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (axis[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Weights of the four numbers of an interval (value and slope at its start, then at its end) in a cubic Hermite piece. */
function hermite(t: number, h: number, out: Float64Array): void {
  const s = 1 - t;
  out[0] = s * s * (1 + 2 * t);
  out[1] = h * t * s * s;
  out[2] = t * t * (3 - 2 * t);
  out[3] = -h * t * t * s;
}

/** Weights of the same four numbers in its derivative. */
function hermiteSlope(t: number, h: number, out: Float64Array): void {
  const s = 1 - t;
  out[0] = (-6 * t * s) / h;
  out[1] = s * (1 - 3 * t);
  out[2] = (6 * t * s) / h;
  out[3] = t * (3 * t - 2);
}

/** Weights of four neighbouring nodes in the cubic through them. */
function lagrange(axis: Float64Array, first: number, at: number, out: Float64Array): void {
  for (let i = 0; i < 4; i++) {
    let weight = 1;
    for (let k = 0; k < 4; k++) {
      if (k !== i) weight *= (at - axis[first + k]!) / (axis[first + i]! - axis[first + k]!);
    }
    out[i] = weight;
  }
}

/** Weighted sum of values and slopes at nodes n and n + 1. */
function piece(weights: Float64Array, values: Float64Array, slopes: Float64Array, n: number): number {
  return (
    weights[0]! * values[n]! + weights[1]! * slopes[n]! + weights[2]! * values[n + 1]! + weights[3]! * slopes[n + 1]!
  );
}

/** A reader with its own buffers. */
export function readPumpTable(table: PumpTable): PumpTableReader {
  const { filling: fillings, strength: strengths, afterload: loads, value, byFilling, byAfterload, byBoth } = table;
  const [nf, ns, nu] = [fillings.length, strengths.length, loads.length];
  const highest = loads[nu - 1]!;
  const p = new Float64Array(4);
  const pSlope = new Float64Array(4);
  const q = new Float64Array(4);
  const qSlope = new Float64Array(4);
  const answer = new Float64Array(3);
  const logStrengths = strengths.map(Math.log);
  const weights = new Float64Array(4);
  const strong = new Float64Array(1);
  let f = 0;
  let s = 0;

  const fill = (filling: number, strength: number): void => {
    const within = Math.min(Math.max(filling, fillings[0]!), fillings[nf - 1]!);
    f = intervalOf(fillings, within);
    const h = fillings[f + 1]! - fillings[f]!;
    const t = (within - fillings[f]!) / h;
    hermite(t, h, p);
    hermiteSlope(t, h, pSlope);
    strong[0] = strength;
    const log = Math.log(Math.min(Math.max(strength, strengths[0]!), strengths[ns - 1]!));
    s = Math.min(Math.max(intervalOf(logStrengths, log) - 1, 0), ns - 4);
    lagrange(logStrengths, s, log, weights);
  };

  const lift = (afterload: number): void => {
    const strength = strong[0]!;
    const u = afterload / strength;
    const within = Math.min(Math.max(u, 0), highest);
    const j = intervalOf(loads, within);
    const h = loads[j + 1]! - loads[j]!;
    const t = (within - loads[j]!) / h;
    hermite(t, h, q);
    hermiteSlope(t, h, qSlope);
    if (u > highest) q[3] = q[3]! + u - highest;
    let g = 0;
    let gByF = 0;
    let gByU = 0;
    for (let layer = 0; layer < 4; layer++) {
      const weight = weights[layer]!;
      if (weight === 0) continue;
      for (let side = 0; side < 2; side++) {
        const n = ((s + layer) * nf + f + side) * nu + j;
        const at = piece(q, value, byAfterload, n);
        const slope = piece(q, byFilling, byBoth, n);
        const atByU = piece(qSlope, value, byAfterload, n);
        const slopeByU = piece(qSlope, byFilling, byBoth, n);
        g += weight * (p[2 * side]! * at + p[2 * side + 1]! * slope);
        gByF += weight * (pSlope[2 * side]! * at + pSlope[2 * side + 1]! * slope);
        gByU += weight * (p[2 * side]! * atByU + p[2 * side + 1]! * slopeByU);
      }
    }
    const flow = exp(g);
    answer[0] = flow;
    answer[1] = flow * gByF;
    answer[2] = (flow * gByU) / strength;
  };

  return { answer, fill, lift };
}
