import { outputColumn, type SweepRow } from "@openlymph/study";
import { type BodyPart, bodyParts, partVolume } from "../observe/body-part.ts";
import { type Band, bandOf, countAbove } from "./bands.ts";
import { type EnsembleHead, ensembleHead } from "./ensemble-head.ts";
import { type Influence, influenceOf } from "./influence.ts";
import { type SwellingTask, swellingPlace, swellingSize } from "./swelling.ts";

export const swellingBandsFormat = "openlymph/body-ensemble@1";

/** Excess of a limb, as shares of its volume, above which bodies are counted: swelling that is seen, and a usual definition. */
export const countedExcess = [0.05, 0.1] as const;

export interface PartSwelling {
  readonly part: BodyPart;
  /** m³ above health, one band per time. */
  readonly excess: readonly Band[];
  /** The same over the part's healthy volume. */
  readonly excessShare: readonly Band[];
  readonly lymphFlowShare: readonly Band[];
  /** For every counted excess, how many bodies lie above it at every time. */
  readonly above: readonly { readonly excessShare: number; readonly bodies: readonly number[] }[];
}

/** Virtual bodies through a history. */
export interface SwellingBands extends EnsembleHead {
  /** s after the first thing happened. */
  readonly times: readonly number[];
  readonly parts: readonly PartSwelling[];
  /** Bodies in which tissue left the range the model is meant for; they are counted as they are. */
  readonly outOfRange: number;
  /** The part that swells most at the end; undefined where none does in one body of twenty. */
  readonly most: BodyPart | undefined;
  /** What matters most for the excess of that part at the end; undefined where that cannot be told. */
  readonly influence: Influence | undefined;
}

function partSwelling(task: SwellingTask, rows: readonly SweepRow[], part: BodyPart): PartSwelling {
  const column = (quantity: "excess" | "lymphFlowShare", time: number) =>
    outputColumn(rows, swellingPlace(task, part, quantity, time));
  const volume = partVolume(part);
  const excess = task.times.map((_, time) => column("excess", time));
  const shares = excess.map((values) => values.map((value) => value / volume));
  return {
    part,
    excess: excess.map(bandOf),
    excessShare: shares.map(bandOf),
    lymphFlowShare: task.times.map((_, time) => bandOf(column("lymphFlowShare", time))),
    above: countedExcess.map((limit) => ({
      excessShare: limit,
      bodies: shares.map((values) => countAbove(values, limit)),
    })),
  };
}

/** Bands over the rows of virtual bodies. */
export function swellingBands(task: SwellingTask, rows: readonly SweepRow[]): SwellingBands {
  const parts = bodyParts.map((part) => partSwelling(task, rows, part));
  const last = task.times.length - 1;
  const swelling = ({ excessShare }: PartSwelling) => excessShare[last]?.p95 ?? 0;
  const [highest] = [...parts].sort((a, b) => swelling(b) - swelling(a));
  const most = highest !== undefined && swelling(highest) > 0.001 ? highest.part : undefined;
  const excess = most === undefined ? [] : outputColumn(rows, swellingPlace(task, most, "excess", last));
  return {
    ...ensembleHead(swellingBandsFormat, task, { times: task.times }, rows),
    times: task.times,
    parts,
    outOfRange: countAbove(outputColumn(rows, swellingSize(task) - 1), 0),
    most,
    influence: influenceOf(task, rows, excess, { of: "excess at the end" }),
  };
}
