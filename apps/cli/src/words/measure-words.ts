import { type Dimension, toUnit, type UnitOf } from "@openlymph/base";
import {
  coveredLength,
  dayWords,
  type Estimate,
  interval95,
  momentWords,
  type Question,
  type Series,
  type Side,
  thresholds,
} from "@openlymph/measurement";
import { fixed } from "../output/numbers.ts";
import type { Mark } from "./review-words.ts";

/** How a quantity is shown: its unit and decimals. */
export interface Shown {
  readonly dimension: Dimension;
  readonly unit: string;
  readonly digits: number;
}

export const inMillilitres: Shown = { dimension: "volume", unit: "mL", digits: 0 };
export const inPercent: Shown = { dimension: "fraction", unit: "%", digits: 1 };
export const inCentimetres: Shown = { dimension: "length", unit: "cm", digits: 1 };
export const asNumber: Shown = { dimension: "fraction", unit: "1", digits: 1 };

/** An SI value in the unit it is shown in, without the unit. */
export function shownNumber(value: number, { dimension, unit, digits }: Shown): string {
  return fixed(toUnit(value, dimension, unit as UnitOf<Dimension>), digits);
}

/** The unit behind a number; nothing for a plain one. */
export const unitWords = ({ unit }: Shown): string => (unit === "1" ? "" : ` ${unit}`);

/** `25.9 % (23.0 to 28.9)`. */
export function estimateWords(estimate: Estimate, shown: Shown): string {
  return `${shownNumber(estimate.value, shown)}${unitWords(shown)} (${intervalWords(estimate, shown)})`;
}

/** `23.0 to 28.9`. */
export function intervalWords(estimate: Estimate, shown: Shown): string {
  return interval95(estimate)
    .map((value) => shownNumber(value, shown))
    .join(" to ");
}

/** Half of the 95 % interval. */
export function halfWords(estimate: Estimate, shown: Shown): string {
  const [low, high] = interval95(estimate);
  return `± ${shownNumber((high - low) / 2, shown)}`;
}

/** `left, reading 6 (20 cm from the first mark)`. */
function placeWords({ side, site, position }: Question): string {
  if (site === undefined) return side;
  return `${side}, reading ${site} (${fixed(100 * (position ?? 0), 0)} cm from the first mark)`;
}

export function questionWords(question: Question): string {
  return `${placeWords(question)}: ${question.found}. ${question.ask}`;
}

/** What stands over every page about measurements. */
export function measureMarks(questions: readonly Question[]): readonly Mark[] {
  const drafts = thresholds.rules.some(({ reviewStatus }) => reviewStatus === "draft");
  return [
    ...(drafts
      ? [{ word: "DRAFT", text: "protocols, errors and lines: no named professional has reviewed or approved them." }]
      : []),
    ...questions.map((question) => ({ word: "MEASURE AGAIN", text: questionWords(question) })),
  ];
}

/** How a series was measured: `Arm, every 4 cm: frustum model, 11 marks over 40 cm, first mark 2 cm above …`. */
export function protocolWords({ protocol }: Series): string {
  const { name, model, heights, start } = protocol;
  const marks = model === "frustum" ? heights.length + 1 : heights.length;
  return `${name}: ${model} model, ${marks} marks, ${fixed(100 * coveredLength(protocol), 0)} cm of the limb, first mark ${start}.`;
}

/** Day of a measurement; nothing for a plain table. */
export function dayOf(series: Series, index: number): string | undefined {
  const at = series.measurements[index]?.at;
  return at === undefined ? undefined : dayWords(at);
}

/** When and by whom: `2026-10-26 10:05, rater A`. */
export function occasionWords(series: Series, index: number): string {
  const { at, rater } = series.measurements[index]!;
  const when = at === undefined ? "Time not known" : momentWords(at);
  const person = rater === "self" ? "measured by the person" : `rater ${rater}`;
  return `${when}, ${rater === undefined ? "rater not known" : person}`;
}

/** `left minus right`. */
export function minusWords(affected: Side): string {
  return affected === "left" ? "left minus right" : "right minus left";
}

/** What the numbers are and are not. */
export const errorWords =
  "Intervals are 95 %: the error of the tape, of who measured, and of the number of readings. Swelling that comes and goes within a day is not in them. Arithmetic on what was entered; no diagnosis.";
