import { hour } from "@openlymph/base";
import type { Series, SessionEffect, SlotChange } from "@openlymph/measurement";
import { fixed } from "../output/numbers.ts";
import { type Block, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import {
  changeShown,
  effectLimits,
  effectSentences,
  lotSentence,
  mixedWords,
  modelSentence,
} from "../words/effect-words.ts";
import { measureMarks, shownNumber } from "../words/measure-words.ts";
import { quantityTitle } from "./trend.ts";

function cells(found: SlotChange | undefined, effect: SessionEffect): readonly string[] {
  if (found === undefined) return ["", "", ""];
  const { shown } = changeShown(effect.of);
  const half = found.interval[1] - found.change;
  return [
    shownNumber(found.change, shown),
    Number.isFinite(half) ? `± ${shownNumber(half, shown)}` : "one day",
    String(found.days),
  ];
}

/** The mean change at each hour, with and without a session, before any fit. */
export function slotTable(series: Series, effect: SessionEffect): Table {
  const { slots } = effect;
  const moments = [...new Set(slots.map(({ moment }) => moment))];
  const without = slots.some(({ leftOut }) => leftOut);
  const at = (moment: number, leftOut: boolean) =>
    slots.find((slot) => slot.moment === moment && slot.leftOut === leftOut);
  return {
    title: `Change from before: ${quantityTitle(series, effect.of)}`,
    about: "Mean over days; ± is half of its 95 % interval.",
    columns: [
      numbers("hours after"),
      numbers("with session"),
      numbers("half"),
      numbers("days"),
      ...(without ? [numbers("without"), numbers("half"), numbers("days")] : []),
    ],
    rows: moments.map((moment) => [
      fixed(moment / hour, 1),
      ...cells(at(moment, false), effect),
      ...(without ? cells(at(moment, true), effect) : []),
    ]),
  };
}

/** What was there to go by: `8 days with a session, 8 without, with readings before and after.` */
export function basisWords({ held, leftOut, unused, unread }: SessionEffect): string {
  const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;
  const rest = [
    ...(unused > 0 ? [`${unused} readings lie beside no session`] : []),
    ...(unread > 0 ? [`${unread} of the sessions have fewer than two readings`] : []),
  ].join(", ");
  return `${days(held)} with a session and ${days(leftOut)} without one have readings before and after.${rest === "" ? "" : ` Not used: ${rest}.`}`;
}

/** The effect of sessions for a terminal. */
export function effectBlocks(series: Series, effect: SessionEffect): readonly Block[] {
  const notes = [modelSentence(effect), lotSentence(effect)].filter((one) => one !== undefined);
  return [
    title(`How long the effect lasts: ${series.title}`),
    ...measureMarks([]).map(({ word, text: said }) => mark(word, said)),
    text(basisWords(effect)),
    ...(effect.slots.length === 0 ? [] : [tableBlock(slotTable(series, effect))]),
    ...effectSentences(effect).map(text),
    ...notes.map(text),
    ...(effect.leftOut === 0 ? [text(mixedWords)] : []),
    text(effectLimits),
  ];
}

/** Days with and without a session, for a terminal. */
export function scheduleTable(rows: readonly (readonly string[])[]): Table {
  return {
    title: "Days drawn by lot",
    columns: [words("day"), words("hour"), words("session"), numbers("pair")],
    rows,
  };
}
