import { type SessionRecord, strokesDone } from "@openlymph/record";
import { dayShort, timeSaid } from "../../when.ts";
import { words } from "../../words/words.ts";

const told = words.person.sessions;

/** `2 × paused, 1 × phone slept` */
function pausesSaid({ pauses }: SessionRecord): string {
  const kinds = [...new Set(pauses.map(({ why }) => why))];
  return kinds.map((why) => `${pauses.filter((each) => each.why === why).length} × ${told.pauses[why]}`).join(", ");
}

function skipsSaid({ skips }: SessionRecord): string {
  return skips.map(({ step, why }) => `${told.step(step)}: ${told.skips[why]}`).join("; ");
}

/** Heads and rows without the columns in which nothing stands. */
export function filledColumns(heads: readonly string[], rows: readonly (readonly string[])[]) {
  const used = heads.map((_, at) => rows.some((cells) => cells[at] !== ""));
  const left = (cells: readonly string[]): readonly string[] => cells.filter((_, at) => used[at]);
  return { heads: left(heads), rows: rows.map(left) };
}

/** A session as a row of the table, in the order of its heads. */
export function sessionRow(session: SessionRecord): readonly string[] {
  const begun = Date.parse(session.begunAt);
  const rated = (value: number | undefined): string => (value === undefined ? "" : String(value));
  return [
    `${dayShort(begun)}, ${timeSaid(begun)}`,
    [told.endings[session.ended?.how ?? "open"], session.ended?.why].filter(Boolean).join(": "),
    told.strokes(session.ended?.strokes ?? strokesDone(session), session.strokes),
    (session.time / 60).toFixed(0),
    pausesSaid(session),
    skipsSaid(session),
    rated(session.rated?.heaviness),
    rated(session.rated?.tightness),
    rated(session.rated?.pain),
    session.rated?.note ?? "",
  ];
}
