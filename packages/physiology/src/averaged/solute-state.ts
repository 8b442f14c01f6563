/** Where a solute of the body is, and the books kept of it. */
import type { SoluteLayout } from "./solute-layout.ts";

/** A solute at one moment; amounts in the unit it was injected in. With it a run goes on with the same bits. */
export interface BodySoluteState {
  readonly time: number;
  /** Per cell of the layout. */
  readonly amount: Float64Array;
  /** Net amount that arrived at the end of each conduit since the start, signed like its flow. */
  readonly arrived: Float64Array;
  /** Amount that entered each junction since the start, outlets last. */
  readonly entered: Float64Array;
  /** Time at which it was first seen, s, infinite before: compartments, then junctions, then conduits. */
  readonly seen: Float64Array;
  /** Since the start, in the order of `soluteBooks`, then what left by each way out. */
  readonly books: Float64Array;
  /** Injections already made. */
  readonly injections: number;
  /** Sub-step it would take next, s. */
  readonly nextStep: number;
}

/** Amounts since the start; after them come the outlets, the blood of the nodes and that of the capillaries. */
export const soluteBooks = { injected: 0, born: 1, killed: 2, made: 3 } as const;
export const booksBeforeWaysOut = 4;

/** First sub-step after a beginning or an injection, s. */
export const firstSubStep = 1;

/** A body without the solute. */
export function noSolute(layout: SoluteLayout, time = 0): BodySoluteState {
  const { body, cells, conduits, outlets } = layout;
  const junctions = body.junctionIds.length;
  return {
    time,
    amount: new Float64Array(cells),
    arrived: new Float64Array(conduits),
    entered: new Float64Array(junctions),
    seen: new Float64Array(body.compartmentCount + junctions + conduits).fill(Number.POSITIVE_INFINITY),
    books: new Float64Array(booksBeforeWaysOut + outlets + 2),
    injections: 0,
    nextStep: firstSubStep,
  };
}

function sum(values: Float64Array, from = 0, to = values.length): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i]!;
  return total;
}

/** Everything that is in the body now. */
export function soluteInBody({ amount }: BodySoluteState): number {
  return sum(amount);
}

/** What reached the blood: by the outlets, from nodes and capillaries, and in all. */
export function soluteInBlood(state: BodySoluteState): { byOutlets: number; byNodes: number; byCapillaries: number } {
  const { books } = state;
  const outlets = books.length - booksBeforeWaysOut - 2;
  return {
    byOutlets: sum(books, booksBeforeWaysOut, booksBeforeWaysOut + outlets),
    byNodes: books[booksBeforeWaysOut + outlets]!,
    byCapillaries: books[booksBeforeWaysOut + outlets + 1]!,
  };
}

/** What is there now beside injected + made + born − killed − gone, as a share of all that ever was there. */
export function soluteError(state: BodySoluteState): number {
  const { injected, born, killed, made } = soluteBooks;
  const { books } = state;
  const came = books[injected]! + books[made]! + books[born]!;
  const went = books[killed]! + sum(books, booksBeforeWaysOut);
  return came > 0 ? Math.abs(soluteInBody(state) - came + went) / came : 0;
}
