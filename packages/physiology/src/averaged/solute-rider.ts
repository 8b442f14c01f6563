/**
 * A solute that rides on the flows of the body.
 *
 *   d(V_k u_k)/dt = Σ_in Q u_up − Σ_out Q u_k + (g − κ) V_k u_k + made,   u: concentration in the lymph that leaves
 *   tissue     V = f · interstitial volume;  back into the blood  PS B(−Pe) u    (Patlak, filtration.ts)
 *   node group u exchanges with what it holds back, S:  S′ = η/(1 − η) Q_out u − r S + (g − κ) S
 *              so that of a steady stream the share η is held back;  η = η₀ (1 − removed)
 *
 * Backward Euler with the volumes that passed during the fluid's own step, in sub-steps of its own. The matrix is an
 * M-matrix: no amount becomes negative, and what leaves one cell arrives in the next to rounding. The sub-step is chosen by
 * the local error ½ |ΔF| h, filtered by the same matrix (Shampine 1982; Hosea & Shampine 1996), summed over the body and
 * held below `tolerance` times all that is there (or a millionth of all that ever was, once less is left). Order 1 in time; a
 * conduit of n cells spreads a front like n stirred tanks.
 *
 * | symbol | unit | meaning                                                             |
 * | f      | -    | `distribution`: share of tissue fluid it is dissolved in, above 1 for what adheres |
 * | η₀, r  | -, 1/s | `capture`, `release` of a node group                              |
 * | g, κ   | 1/s  | growth and killing, in tissue and in nodes                            |
 *
 * It moves nothing itself: flows do not feel it.
 */
import { raise } from "@openlymph/base";
import { type BodySolute, checkSolute } from "./body-solute.ts";
import type { FluidRider } from "./fluid-step.ts";
import { soluteFluxes } from "./solute-fluxes.ts";
import type { SoluteLayout } from "./solute-layout.ts";
import { type BodySoluteState, booksBeforeWaysOut, firstSubStep, noSolute, soluteBooks } from "./solute-state.ts";

export interface SoluteRider extends FluidRider {
  readonly solute: BodySolute;
  readonly layout: SoluteLayout;
  /** The states kept, one for each state of the body. */
  readonly states: readonly BodySoluteState[];
  /** What is in each cell now. */
  readonly amount: Float64Array;
  /** What was killed in each cell during the last step of the fluid. */
  readonly killedNow: Float64Array;
  /** Sub-steps made. */
  readonly steps: () => number;
}

/** Never less than this share of a cell is left by growth within one sub-step; net growth beyond it shortens the step. */
const mostGrowth = 0.2;
const smallestSubStep = 1e-6;
/** Once less than this share of all that ever was is left, its error does not matter any more. */
const nothingLeft = 1e-6;

/** Makes ready to carry a solute. @param earlier the riders told before it, among them the one it is made from. */
export function rideBody(
  layout: SoluteLayout,
  solute: BodySolute,
  start: BodySoluteState = noSolute(layout),
  earlier: readonly SoluteRider[] = [],
): SoluteRider {
  checkSolute(solute);
  const { body, cells, from, to, conduit, arrives, store, elimination, junction } = layout;
  const { compartmentCount: tissues, unknownCount: junctions } = body;
  const { distribution, nodes } = solute;
  const source = earlier.find((rider) => rider.solute.id === solute.madeFrom);
  if (solute.madeFrom !== undefined && source === undefined) {
    raise("reference/unknown", {
      path: `${solute.id}.madeFrom`,
      value: solute.madeFrom,
      expected: "an earlier solute",
    });
  }
  const amount = start.amount.slice();
  const arrived = start.arrived.slice();
  const entered = start.entered.slice();
  const seen = start.seen.slice();
  const books = start.books.slice();
  let injections = start.injections;
  let proposed = start.nextStep;
  let count = 0;

  const { byFrom, byTo, read, weigh } = soluteFluxes(layout, solute);
  const paths = from.length;
  const volume = layout.volume.slice();
  const volumeBefore = layout.volume.slice();
  const concentration = new Float64Array(cells);
  const before = new Float64Array(cells);
  const diagonal = new Float64Array(cells);
  const change = new Float64Array(cells);
  const residual = new Float64Array(cells);
  const made = new Float64Array(cells);
  const killedNow = new Float64Array(cells);
  const states: BodySoluteState[] = [];
  const firstStore = layout.cells - store.reduce((n, cell) => n + (cell >= 0 ? 1 : 0), 0);

  const growing = (cell: number, kill: number): number => {
    if (cell < tissues) return solute.growth - kill;
    return cell >= firstStore ? nodes.growth - nodes.kill : 0;
  };

  const see = (place: number, threshold: number, was: number, is: number, time: number, h: number): void => {
    if (is < threshold || time >= seen[place]!) return;
    seen[place] = is > was ? time + h * Math.max(0, (threshold - was) / (is - was)) : time;
  };

  /** Finds the concentrations after a sub-step from `time`, changing nothing else. @returns its error over what there is. */
  const advance = (time: number, h: number, share: number): number => {
    const kill = solute.kill(time + h);
    weigh(share, h);
    let total = 0;
    for (let k = 0; k < cells; k++) {
      total += amount[k]!;
      before[k] = amount[k]! / volumeBefore[k]!;
      diagonal[k] = volume[k]! * (1 - h * growing(k, kill));
      concentration[k] = amount[k]! + share * made[k]!;
      total += share * made[k]!;
    }
    if (total === 0) return 0;
    elimination.factor(diagonal, byFrom, byTo);
    elimination.solve(concentration);
    for (let k = 0; k < cells; k++) {
      const gained = concentration[k]! * volume[k]! - amount[k]!;
      change[k] = concentration[k]! - before[k]!;
      residual[k] = (h * growing(k, kill) * gained) / 2;
    }
    for (let e = 0; e < paths; e++) {
      const a = from[e]!;
      const b = to[e]!;
      const flux = ((a < cells ? byFrom[e]! * change[a]! : 0) + (b < cells ? byTo[e]! * change[b]! : 0)) / 2;
      if (a < cells) residual[a] = residual[a]! - flux;
      if (b < cells) residual[b] = residual[b]! + flux;
    }
    elimination.solve(residual);
    let error = 0;
    for (let k = 0; k < cells; k++) error += Math.abs(residual[k]! * volume[k]!);
    const { injected, born, made: madeSoFar } = soluteBooks;
    return error / Math.max(total, nothingLeft * (books[injected]! + books[born]! + books[madeSoFar]!));
  };

  /** Takes what `advance` found. */
  const accept = (time: number, h: number): void => {
    const kill = solute.kill(time + h);
    for (let e = 0; e < paths; e++) {
      const a = from[e]!;
      const b = to[e]!;
      const flux = (a < cells ? byFrom[e]! * concentration[a]! : 0) + (b < cells ? byTo[e]! * concentration[b]! : 0);
      if (b >= cells) books[booksBeforeWaysOut + b - cells] = books[booksBeforeWaysOut + b - cells]! + flux;
      if (e >= layout.absorption) continue;
      if (arrives[e]) {
        const which = conduit[e]!;
        const was = Math.abs(arrived[which]!);
        arrived[which] = arrived[which]! + flux;
        see(tissues + entered.length + which, solute.detection, was, Math.abs(arrived[which]!), time, h);
      }
      const into = flux >= 0 ? b : a;
      const n = into < cells ? into - junction : into - cells + junctions;
      const fromOutside = flux >= 0 ? arrives[e] : !arrives[e];
      if (flux !== 0 && n >= 0 && n < entered.length && fromOutside) entered[n] = entered[n]! + Math.abs(flux);
    }
    for (let k = 0; k < cells; k++) {
      const is = concentration[k]! * volume[k]!;
      const was = amount[k]!;
      amount[k] = is;
      if (k < tissues) {
        books[soluteBooks.born] = books[soluteBooks.born]! + h * solute.growth * is;
        killedNow[k] = killedNow[k]! + h * kill * is;
        see(k, solute.detection, was, is, time, h);
      } else if (k >= firstStore) {
        books[soluteBooks.born] = books[soluteBooks.born]! + h * nodes.growth * is;
        killedNow[k] = killedNow[k]! + h * nodes.kill * is;
      }
    }
  };

  const inject = (time: number): void => {
    for (; injections < solute.injections.length; injections++) {
      const next = solute.injections[injections]!;
      if (next.time > time + 1e-3) return;
      amount[next.compartment] = amount[next.compartment]! + next.amount;
      books[soluteBooks.injected] = books[soluteBooks.injected]! + next.amount;
      see(next.compartment, solute.detection, 0, amount[next.compartment]!, time, 0);
      proposed = firstSubStep;
    }
  };

  return {
    solute,
    layout,
    states,
    amount,
    killedNow,
    steps: () => count,
    carry(step) {
      inject(step.time);
      killedNow.fill(0);
      if (source !== undefined) made.set(source.killedNow);
      read(step);
      const enteredBefore = entered.slice();
      const { duration } = step;
      let done = 0;
      while (done < duration) {
        const left = duration - done;
        const growth = solute.growth - solute.kill(step.time + done);
        let h = Math.min(proposed, left, growth > 0 ? mostGrowth / growth : left);
        if (h < left && h > 0.6 * left) h = left / 2;
        const until = h === left ? duration : done + h;
        for (let k = 0; k < tissues; k++) {
          const grown = (step.volume[k]! - step.volumeBefore[k]!) / duration;
          volumeBefore[k] = distribution[k]! * (step.volumeBefore[k]! + grown * done);
          volume[k] = distribution[k]! * (step.volumeBefore[k]! + grown * until);
        }
        const error = advance(step.time + done, h, h / duration);
        const factor = Math.min(3, Math.max(0.3, 0.9 * Math.sqrt(solute.tolerance / Math.max(error, 1e-300))));
        if (error > solute.tolerance && h > smallestSubStep) {
          proposed = h * Math.min(0.8, factor);
          continue;
        }
        accept(step.time + done, h);
        proposed = h < 0.99 * proposed && factor > 1 ? Math.max(proposed, h * factor) : h * factor;
        done = until;
        count++;
      }
      for (let k = 0; k < cells; k++) {
        books[soluteBooks.killed] = books[soluteBooks.killed]! + killedNow[k]!;
        books[soluteBooks.made] = books[soluteBooks.made]! + made[k]!;
      }
      for (let n = 0; n < entered.length; n++) {
        see(tissues + n, solute.detection, enteredBefore[n]!, entered[n]!, step.time, duration);
      }
    },
    keep(time) {
      inject(time);
      states.push({
        time,
        amount: amount.slice(),
        arrived: arrived.slice(),
        entered: entered.slice(),
        seen: seen.slice(),
        books: books.slice(),
        injections,
        nextStep: proposed,
      });
    },
  };
}
