/**
 * Latin hypercube (McKay, Beckman, Conover, Technometrics 1979;21:239): each axis is cut into n equal strata and every
 * stratum holds exactly one point.
 *
 *   u_ij = (π_j(i) + ξ_ij) / n,   π_j a random permutation (Fisher and Yates), ξ uniform in [0, 1)
 *
 * Both come from counter-based random numbers, so that a design is the same on every machine and in every order.
 */
import { uniformAt } from "@openlymph/base";

/** Streams of an axis: one for the permutation, one for the place within the stratum. */
const streamOf = (axis: number, purpose: 0 | 1) => 2 * axis + purpose + 1;

function permutation(count: number, seed: number, stream: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(uniformAt(seed, stream, i) * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** Positions of an n-point Latin hypercube in [0, 1)^axes, by index. */
export function latinHypercube(count: number, axes: number, seed: number): (index: number) => number[] {
  const orders = Array.from({ length: axes }, (_, j) => permutation(count, seed, streamOf(j, 0)));
  return (index) => orders.map((order, j) => (order[index]! + uniformAt(seed, streamOf(j, 1), index)) / count);
}
