import { type QuestionCode, sides } from "@openlymph/measurement";
import card from "../../ui/Card.module.css";
import { Fold, Note } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { Formulas } from "./Formulas.tsx";
import type { Live } from "./live.ts";
import { estimateSaid, shareSaid } from "./numbers.ts";
import styles from "./TapeForm.module.css";

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

/** A reading that stands is told in the note: the record has no mark for it. */
function askSaid(code: QuestionCode, ask: string): string {
  return code === "reading/off-line" || code === "reading/jump" ? told.askAgain : ask;
}

/** Volumes, the difference and their errors, what should be looked at again, and the formula. */
export function LiveResult({ found }: { readonly found: Live }) {
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
      {found.questions.length === 0 ? null : (
        <Note tone="warn">
          <strong>{told.questions}</strong>
          <ul className={card["plainList"]}>
            {found.questions.map(({ code, side, site, found: what, ask }) => (
              <li key={`${side} ${site} ${what}`}>
                {told.question(words.sides[side], site)}: {what}. {askSaid(code, ask)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {found.formulas.length === 0 ? null : (
        <Fold title={told.formula}>
          <Formulas formulas={found.formulas} />
        </Fold>
      )}
      {found.found === undefined ? null : <p className={card["quiet"]}>{told.error}</p>}
    </section>
  );
}
