import { type Question, sides } from "@openlymph/measurement";
import type { Draft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Fold, Note } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { Formulas } from "./Formulas.tsx";
import type { Live } from "./live.ts";
import { markSaid } from "./mark-said.ts";
import { estimateSaid, shareSaid } from "./numbers.ts";
import styles from "./TapeForm.module.css";
import { confirmedIn, markName, type TapeDraft } from "./tape-draft.ts";

const told = words.measure;

function complaintsOf({ columns, failure }: Live): readonly string[] {
  const unread = sides.flatMap((side) =>
    columns[side].unread === undefined ? [] : [told.unread(columns[side].unread)],
  );
  const gap = sides.some((side) => columns[side].gap) ? [told.gap] : [];
  const [left, right] = sides.map((side) => columns[side].readings.length) as [number, number];
  const unequal = left > 0 && right > 0 && left !== right ? [told.unequal(left, right)] : [];
  return [...unread, ...gap, ...unequal, ...(failure === undefined ? [] : [failure])];
}

/** What to do, in the words of this form where it is to measure again. */
function askSaid({ code, ask }: Question): string {
  return code === "reading/off-line" || code === "reading/jump" ? told.askAgain : ask;
}

interface Doubt {
  readonly found: Live;
  readonly draft: Draft<TapeDraft>;
}

/** Readings that should be looked at again; one of a single mark can be confirmed. */
function Questions({ found, draft }: Doubt) {
  const { value, set } = draft;
  if (found.questions.length === 0) return null;
  const confirm = (mark: string, text: string): void =>
    set({ ...value, confirmed: { ...value.confirmed, [mark]: text } });
  return (
    <Note tone="warn">
      <strong>{told.questions}</strong>
      <ul className={styles["doubts"]}>
        {found.questions.map((question) => {
          const { side, site, found: what } = question;
          const where = told.question(words.sides[side], site);
          return (
            <li key={`${side} ${site} ${what}`}>
              <span>
                {where}: {what}. {askSaid(question)}
              </span>
              {site === undefined ? null : (
                <Act
                  label={told.standsAt(where)}
                  onPress={() => confirm(markName(side, site), value[side][site - 1] ?? "")}
                >
                  {told.stands}
                </Act>
              )}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}

/** Readings that were taken again and stand. */
function Confirmed({ draft }: Pick<Doubt, "draft">) {
  const { value, set } = draft;
  const marks = confirmedIn(value);
  if (marks.length === 0) return null;
  const takeBack = (mark: string): void => {
    const { [mark]: _, ...confirmed } = value.confirmed;
    set({ ...value, confirmed });
  };
  return (
    <Note>
      <strong>{told.confirmed}</strong>
      <ul className={styles["doubts"]}>
        {marks.map((mark) => (
          <li key={mark}>
            <span>{told.confirmedAt(markSaid(mark), value.confirmed[mark] ?? "")}</span>
            <Act kind="plain" label={told.takeBackAt(markSaid(mark))} onPress={() => takeBack(mark)}>
              {told.takeBack}
            </Act>
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Volumes, the difference and their errors, what should be looked at again, and the formula. */
export function LiveResult({ found, draft }: Doubt) {
  const volumes = found.found?.volumes ?? {};
  const compared = found.found?.compared;
  const other = compared?.affected === "left" ? "right" : "left";
  const whose =
    compared?.known === true
      ? told.affectedMinus(words.sides[compared.affected], words.sides[other].toLowerCase())
      : told.leftMinusRight;
  return (
    <section className={styles["result"]} aria-label={told.comes} aria-live="polite">
      <h3>{told.comes}</h3>
      {found.found === undefined ? <p className={card["quiet"]}>{told.waiting}</p> : null}
      <dl className={styles["volumes"]}>
        {sides.map((side) => {
          const volume = volumes[side];
          if (volume === undefined) return null;
          return (
            <div key={side}>
              <dt>{told.volume(words.sides[side])}</dt>
              <dd>{estimateSaid(volume)}</dd>
            </div>
          );
        })}
        {compared === undefined ? null : (
          <div>
            <dt>{whose}</dt>
            <dd>
              {estimateSaid(compared.difference, true)}
              <small>{told.excess(shareSaid(compared.excess))}</small>
            </dd>
          </div>
        )}
      </dl>
      {complaintsOf(found).map((complaint) => (
        <p key={complaint} className={card["quiet"]}>
          {complaint}
        </p>
      ))}
      <Questions {...{ found, draft }} />
      <Confirmed draft={draft} />
      {found.formulas.length === 0 ? null : (
        <Fold title={told.formula}>
          <Formulas formulas={found.formulas} />
        </Fold>
      )}
      {found.found === undefined ? null : <p className={card["quiet"]}>{told.error}</p>}
    </section>
  );
}
