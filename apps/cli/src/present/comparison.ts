import type { Change, Comparison, Series } from "@openlymph/measurement";
import { type Block, heading, list, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import {
  errorWords,
  estimateWords,
  halfWords,
  inMillilitres,
  inPercent,
  measureMarks,
  minusWords,
  occasionWords,
  protocolWords,
  type Shown,
  shownNumber,
} from "../words/measure-words.ts";

function row(what: string, { before, after, change, detectable, verdict }: Change, shown: Shown): readonly string[] {
  return [
    what,
    shown.unit,
    shownNumber(before.value, shown),
    shownNumber(after.value, shown),
    shownNumber(change.value, shown),
    halfWords(change, shown),
    shownNumber(detectable, shown),
    verdict,
  ];
}

/** What changed, by how much, and whether that can be told from nothing. */
export function changesTable({ volumes, excess }: Comparison): Table {
  const { left, right } = volumes;
  return {
    title: "What changed",
    about: "Detectable: the smallest change that the error lets one tell from none.",
    columns: [
      words(""),
      words("unit"),
      numbers("before"),
      numbers("after"),
      numbers("change"),
      numbers("half"),
      numbers("detectable"),
      words("verdict"),
    ],
    rows: [
      ...(left === undefined ? [] : [row("volume left", left, inMillilitres)]),
      ...(right === undefined ? [] : [row("volume right", right, inMillilitres)]),
      ...(excess === undefined
        ? []
        : [
            row(`difference, ${minusWords(excess.affected)}`, excess.difference, inMillilitres),
            row("excess", excess.excess, inPercent),
          ]),
    ],
  };
}

/** The numbers of a change that are easily taken for each other, side by side. */
export function changeSentences({ volumes, excess, weightAdjusted }: Comparison): readonly string[] {
  const sides = (["left", "right"] as const).flatMap((side) => {
    const share = volumes[side]?.share;
    return share === undefined ? [] : [`${side} ${estimateWords(share, inPercent)}`];
  });
  const weighed = (["left", "right"] as const).flatMap((side) => {
    const change = weightAdjusted[side];
    return change === undefined ? [] : [`${side} ${estimateWords(change, inPercent)}`];
  });
  return [
    `Whole limb: ${sides.join(", ")}.`,
    ...(excess?.reduction === undefined
      ? []
      : [
          `Excess volume gone: ${estimateWords(excess.reduction, inPercent)}. This is a share of the excess alone, not of the limb; the two numbers cannot be exchanged.`,
        ]),
    ...(excess === undefined
      ? []
      : [
          `Relative volume change: ${estimateWords(excess.relativeChange, inPercent)}: ${excess.relativeChange.judged.verdict}.`,
        ]),
    ...(weighed.length === 0 ? [] : [`Beside body weight: ${weighed.join(", ")}.`]),
  ];
}

/** Two measurements beside each other for a terminal. */
export function comparisonBlocks(
  series: Series,
  comparison: Comparison,
  understood: readonly string[],
): readonly Block[] {
  const { before, after, questions, notes } = comparison;
  const when = (indices: readonly number[]) => indices.map((index) => occasionWords(series, index)).join(" and ");
  return [
    title(`Comparison: ${series.title}`),
    ...measureMarks(questions).map(({ word, text: said }) => mark(word, said)),
    ...(understood.length === 0 ? [] : [heading("Understood as"), list(understood)]),
    text(`Before: ${when(before)}. After: ${when(after)}. ${protocolWords(series)}`),
    tableBlock(changesTable(comparison)),
    ...changeSentences(comparison).map(text),
    ...(notes.length === 0 ? [] : [list(notes)]),
    text(errorWords),
  ];
}
