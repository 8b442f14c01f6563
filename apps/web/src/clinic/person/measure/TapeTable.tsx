import { type Side, sides } from "@openlymph/measurement";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import type { Draft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import type { Live } from "./live.ts";
import { readCell, readPasted } from "./readings.ts";
import styles from "./TapeForm.module.css";
import { mostMarks, type TapeDraft } from "./tape-draft.ts";
import { momentOf, type Taken } from "./tape-series.ts";

const told = words.measure;

export interface TapeTableProps {
  readonly draft: Draft<TapeDraft>;
  /** Of the first mark, and between marks, cm. */
  readonly offset: number;
  readonly step: number;
  /** What was read last time stands grey in the empty cells. */
  readonly before: Taken | undefined;
  readonly found: Live;
}

/** A list with one place filled, made longer where that is needed. */
function filled(list: readonly string[], at: number, text: string): readonly string[] {
  const long = Array.from({ length: Math.max(list.length, at + 1) }, (_, n) => list[n] ?? "");
  return long.map((cell, n) => (n === at ? text : cell));
}

/** The two columns. Enter goes down, at the end of the left one to the top of the right one. */
export function TapeTable({ draft, offset, step, before, found }: TapeTableProps) {
  const { value, set } = draft;
  const table = useRef<HTMLTableElement>(null);
  const [said, setSaid] = useState("");
  const count = Math.max(value.left.length, value.right.length);
  const focus = (side: Side, n: number): void => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${side} ${n}"]`)?.focus();
  };
  const onKey = (side: Side, n: number) => (event: KeyboardEvent) => {
    const down = event.key === "Enter" || event.key === "ArrowDown";
    if (!down && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (!down) focus(side, n - 1);
    else if (n < count - 1) focus(side, n + 1);
    else if (side === "left" && event.key === "Enter") focus("right", 0);
  };
  const onPaste = (side: Side, n: number) => (event: ClipboardEvent) => {
    const rows = readPasted(event.clipboardData.getData("text"));
    if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const fit = rows.slice(0, mostMarks - n);
    const two = fit.some((row) => row.length > 1);
    const columns: Record<Side, readonly string[]> = { left: value.left, right: value.right };
    for (const [at, [first = "", second]] of fit.entries()) {
      columns[two ? "left" : side] = filled(columns[two ? "left" : side], n + at, first);
      if (second !== undefined) columns.right = filled(columns.right, n + at, second);
    }
    set({ ...value, ...columns });
    const got = (own: Side): number => (two || own === side ? fit.length : 0);
    setSaid(told.pasted(got("left"), got("right")));
  };
  const resize = (by: 1 | -1): void => {
    const cut = (list: readonly string[]) => (by === 1 ? [...list, ""] : list.slice(0, -1));
    set({ ...value, left: cut(value.left), right: cut(value.right) });
  };
  const asked = (side: Side, n: number): boolean =>
    found.questions.some((question) => question.side === side && question.site === n + 1);
  return (
    <div>
      <table ref={table} className={styles["table"]}>
        <caption>
          {told.caption} {before === undefined ? null : told.lastTime(dayShort(Date.parse(momentOf(before))))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{told.heads.mark}</th>
            <th scope="col">{told.heads.left}</th>
            <th scope="col">{told.heads.right}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, n) => offset + n * step).map((cm, n) => (
            <tr key={cm}>
              <th scope="row">{told.mark(cm)}</th>
              {sides.map((side) => {
                const text = value[side][n] ?? "";
                const last = before?.[side][n];
                return (
                  <td key={side}>
                    <input
                      className={styles["cell"]}
                      data-cell={`${side} ${n}`}
                      inputMode="decimal"
                      autoComplete="off"
                      enterKeyHint="next"
                      aria-label={told.cell(cm, words.sides[side])}
                      placeholder={last === undefined ? "" : (100 * last).toFixed(1)}
                      {...(asked(side, n) ? { "data-asked": true } : {})}
                      {...(Number.isNaN(readCell(text)) ? { "aria-invalid": true } : {})}
                      value={text}
                      onChange={(event) => set({ ...value, [side]: filled(value[side], n, event.target.value) })}
                      onKeyDown={onKey(side, n)}
                      onPaste={onPaste(side, n)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles["marks"]}>
        {count < mostMarks ? <Act onPress={() => resize(1)}>{told.more}</Act> : null}
        {count > 2 ? <Act onPress={() => resize(-1)}>{told.fewer}</Act> : null}
      </div>
      <p role="status" className={said === "" ? "unseen" : card["quiet"]}>
        {said}
      </p>
    </div>
  );
}
