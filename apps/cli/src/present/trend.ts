import type { Quantity, Replayed, Series, Threshold, Trend } from "@openlymph/measurement";
import { type Block, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import {
  asNumber,
  dayOf,
  errorWords,
  estimateWords,
  halfWords,
  inMillilitres,
  inPercent,
  intervalWords,
  measureMarks,
  protocolWords,
  type Shown,
  shownNumber,
  unitWords,
} from "../words/measure-words.ts";
import { ruleShown } from "./limb-volume.ts";

/** How a quantity is shown. */
export function quantityShown(of: Quantity): Shown {
  if (of === "volume" || of === "left" || of === "right") return inMillilitres;
  return of.startsWith("symptom ") ? asNumber : ruleShown[of as keyof typeof ruleShown];
}

const titles: Readonly<Record<string, string>> = {
  excess: "Excess volume, %",
  difference: "Difference of the sides, mL",
  girth: "Largest difference of the circumference, cm",
  rvc: "Relative volume change since baseline, %",
  wac: "Volume beside body weight since baseline, %",
  ldex: "L-Dex",
  ldexRise: "L-Dex above baseline",
  tdcRatio: "Tissue dielectric constant, ratio of the sides",
  left: "Volume left, mL",
  right: "Volume right, mL",
};

/** What a quantity is called, with its unit. */
export function quantityTitle({ affected }: Series, of: Quantity): string {
  if (of === "volume")
    return `Volume of the ${affected === "both" || affected === undefined ? "larger" : affected} side, mL`;
  return titles[of] ?? `${of.replace("symptom ", "")}, 0 to 10`;
}

/** Every value, whether it was a flare, and whether the course left it out. */
export function valuesTable(series: Series, trend: Trend): Table {
  const shown = quantityShown(trend.of);
  const flares = new Map(trend.flares.flatMap((flare) => flare.values.map((i) => [i, flare] as const)));
  return {
    title: quantityTitle(series, trend.of),
    columns: [words("day"), numbers("value"), numbers("half"), words("rater"), words("note")],
    rows: trend.values.map(({ index, estimate }, i) => {
      const flare = flares.get(i);
      const kind = flare?.stayed === true ? "new level" : "flare";
      const notes = [flare === undefined ? "" : kind, trend.leftOut.includes(i) ? "left out of the course" : ""]
        .filter(Boolean)
        .join(", ");
      const { baseline, rater } = series.measurements[index]!;
      const note = [baseline ? "baseline" : "", notes].filter(Boolean).join(", ");
      return [
        dayOf(series, index) ?? "",
        shownNumber(estimate.value, shown),
        halfWords(estimate, shown),
        rater ?? "not known",
        note,
      ];
    }),
  };
}

function pointWords(value: number, [low, high]: readonly [number, number], shown: Shown): string {
  return `${shownNumber(value, shown)}${unitWords(shown)} (${shownNumber(low, shown)} to ${shownNumber(high, shown)})`;
}

/** What the values came to, in sentences. */
export function trendSentences(series: Series, trend: Trend): readonly string[] {
  const shown = quantityShown(trend.of);
  const { rate, course, flares, baseline, baselineNamed, scatter } = trend;
  const finer = { ...shown, digits: shown.digits + 1 };
  const last = course.at(-1);
  const points = shown.unit === "%" ? " points" : unitWords(shown);
  return [
    `Baseline${baselineNamed ? "" : " (first value, none is named)"}: ${estimateWords(baseline, shown)}.`,
    ...(last === undefined
      ? ["Fewer than three values: no course, no rate."]
      : [`The course ends at ${pointWords(last.value, last.interval, shown)}.`]),
    ...(rate === undefined
      ? []
      : [
          `Rate of the last ${rate.values} values: ${shownNumber(rate.perMonth, finer)}${points} a month (${shownNumber(rate.interval[0], finer)} to ${shownNumber(rate.interval[1], finer)}): ${rate.says}.`,
        ]),
    ...(scatter > 0
      ? [
          `Scatter from day to day beyond the error of measuring: ${shownNumber(scatter, shown)}${points} (one standard deviation).`,
        ]
      : []),
    ...flares.map(({ values, above, expected, stayed }) => {
      const [first, end] = [values[0]!, values.at(-1)!].map((i) => dayOf(series, trend.values[i]!.index) ?? "");
      const when = first === end ? `on ${first}` : `from ${first} to ${end}`;
      const size = `${shownNumber(above, shown)}${points} above the expected ${shownNumber(expected, shown)}${unitWords(shown)}`;
      const once = values.length === 1 ? " One measurement: it could have been repeated." : "";
      return stayed ? `New level ${when}: up to ${size}.` : `Flare ${when}: up to ${size}.${once}`;
    }),
  ];
}

/** A trend for a terminal. */
export function trendBlocks(series: Series, trend: Trend): readonly Block[] {
  return [
    title(`Trend: ${series.title}`),
    ...measureMarks([]).map(({ word, text: said }) => mark(word, said)),
    text(protocolWords(series)),
    tableBlock(valuesTable(series, trend)),
    ...trendSentences(series, trend).map(text),
    text(errorWords),
  ];
}

/** A threshold replayed on every value. */
export function alarmTable(series: Series, threshold: Threshold, replayed: readonly Replayed[]): Table {
  const base = quantityShown(threshold.of);
  const volume = ["volume", "left", "right"].includes(threshold.of);
  const shown = threshold.rise && volume ? inPercent : base;
  return {
    title: `${threshold.words}: ${replayed.filter(({ alarm }) => alarm).length} of ${replayed.length} measurements`,
    about: threshold.rise ? "Above the baseline." : undefined,
    columns: [words("day"), numbers("value"), words("95 % interval"), words("beside the line"), words("alarm")],
    rows: replayed.map(({ index, value, beside, alarm }) => {
      const certain = beside === "above" ? "yes" : "yes, within the error";
      return [
        dayOf(series, index) ?? "",
        shownNumber(value.value, shown),
        intervalWords(value, shown),
        beside,
        alarm ? certain : "",
      ];
    }),
  };
}
