import { instruments, type RatedSymptom, type ScoredDay, type Series } from "@openlymph/measurement";
import { fixed } from "../output/numbers.ts";
import { type Block, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { measureMarks } from "../words/measure-words.ts";

const bars = "▁▂▃▄▅▆▇█";

/** Ratings as a line of bars, 0 lowest and 10 highest. */
export function ratingBars(values: readonly number[]): string {
  return values.map((value) => bars[Math.min(bars.length - 1, Math.floor((value / 10) * bars.length))]).join("");
}

function changeWords({ change, meaningful, ratings }: RatedSymptom): string {
  if (change === undefined) return "one rating";
  const signed = `${change > 0 ? "+" : ""}${fixed(change, 0)}`.replace("-", "−");
  return `${signed} since ${ratings[0]?.day ?? ""}${meaningful ? "" : " (small)"}`;
}

/** Each symptom: first, last, course. */
export function symptomsTable(symptoms: readonly RatedSymptom[]): Table {
  const { meaningfulPoints, meaningfulPercent } = instruments.rating;
  return {
    title: "Symptoms, 0 to 10",
    about: `A change of ${meaningfulPoints} points or ${meaningfulPercent} % counts as one that people notice (textbook, for chronic pain; assumed for the others).`,
    columns: [words("symptom"), numbers("first"), numbers("last"), words("course"), words("band"), words("change")],
    rows: symptoms.map((one) => {
      const values = one.ratings.map(({ value }) => value);
      return [
        one.words,
        fixed(values[0]!, 0),
        fixed(values.at(-1)!, 0),
        ratingBars(values),
        one.band,
        changeWords(one),
      ];
    }),
  };
}

/** Scores of scales and licensed scores by day. */
export function scoresTable(days: readonly ScoredDay[]): Table {
  return {
    title: "Scales",
    about: "Licensed scores are shown as they were typed in.",
    columns: [words("day"), words("scale"), numbers("score"), numbers("of"), words("says")],
    rows: days.flatMap(({ day, scores, recorded }) => [
      ...scores.map(({ name, score, most, band, positive }) => {
        const screen = positive === undefined ? (band ?? "") : `screen ${positive ? "positive" : "negative"}`;
        return [day, name, String(score), String(most), screen];
      }),
      ...Object.entries(recorded).map(([name, score]) => [day, name, String(score), "", "recorded"]),
    ]),
  };
}

/** Whether the last answers of any scale are a positive screen. */
export function positiveScreen(days: readonly ScoredDay[]): boolean {
  const last = days.findLast(({ scores }) => scores.length > 0);
  return last?.scores.some(({ positive }) => positive === true) === true;
}

/** Symptoms and scales for a terminal. */
export function symptomBlocks(
  series: Series,
  symptoms: readonly RatedSymptom[],
  days: readonly ScoredDay[],
): readonly Block[] {
  return [
    title(`Symptoms: ${series.title}`),
    ...measureMarks([]).map(({ word, text: said }) => mark(word, said)),
    ...(positiveScreen(days) ? [mark("PLEASE READ", instruments.onPositive)] : []),
    ...(symptoms.length === 0 ? [] : [tableBlock(symptomsTable(symptoms))]),
    ...(days.length === 0 ? [] : [tableBlock(scoresTable(days))]),
    text("A score is arithmetic on answers; no diagnosis."),
  ];
}
