/** What readings come to while they are typed. */
import { describeFailure } from "@openlymph/base";
import {
  type Explained,
  explained,
  type Measured,
  measured,
  type Question,
  type Side,
  sides,
} from "@openlymph/measurement";
import { type ReadColumn, readColumn } from "./readings.ts";
import { kindKey, kindOf, type Taken, tapeSeries } from "./tape-series.ts";

export interface Typed {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface Live {
  readonly columns: Readonly<Record<Side, ReadColumn>>;
  /** Volumes and, with as many marks on both sides, their difference. */
  readonly found?: Pick<Measured, "volumes" | "compared">;
  readonly questions: readonly Question[];
  readonly formulas: readonly Explained[];
  /** Why it cannot be a measurement. */
  readonly failure?: string;
  /** Nothing stands against keeping it. */
  readonly complete: boolean;
}

const least = 2;

/**
 * Both sides together where they have as many marks, beside what was measured before; else each by itself, so that a volume
 * stands there before the other column is begun.
 */
export function live(typed: Typed, draft: Taken, before: readonly Taken[], affected?: Side): Live {
  const columns = { left: readColumn(typed.left), right: readColumn(typed.right) };
  const { left, right } = columns;
  const own: Taken = { ...draft, left: [...left.readings], right: [...right.readings] };
  const full = sides.filter((side) => columns[side].readings.length >= least);
  const clean = sides.every((side) => columns[side].unread === undefined && !columns[side].gap);
  const together = full.length === 2 && left.readings.length === right.readings.length;
  const none = { columns, questions: [], formulas: [], complete: false };
  if (full.length === 0) return none;
  if (together || full.length === 1) {
    const [only] = full;
    const one = together ? own : { ...own, ...(only === "left" ? { right: [] } : { left: [] }) };
    const comparable = before.filter((each) => kindKey(kindOf(each)) === kindKey(kindOf(one)));
    const series = tapeSeries([...comparable, one], one, affected);
    if (!series.ok) return { ...none, failure: describeFailure(series) };
    const found = measured(series.value, comparable.length);
    const lone = sides.every((side) => columns[side].readings.length === 0 || full.includes(side));
    return {
      columns,
      found,
      questions: found.questions,
      formulas: explained(series.value, found),
      complete: clean && lone,
    };
  }
  const apart = sides.map((side) => live({ left: [], right: [], [side]: typed[side] }, draft, [], affected));
  const failure = apart.find((each) => each.failure !== undefined)?.failure;
  return {
    columns,
    found: { volumes: Object.assign({}, ...apart.map(({ found }) => found?.volumes)) },
    questions: apart.flatMap(({ questions }) => questions),
    formulas: apart.flatMap(({ formulas }) => formulas),
    ...(failure === undefined ? {} : { failure }),
    complete: false,
  };
}
