import { useState } from "react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { Today } from "./Today.tsx";

const rows = ["heaviness", "tightness", "pain"] as const;
const scale = Array.from({ length: 11 }, (_, n) => n);

/** Three taps after a session. */
export function After() {
  const { words, ledger, record } = useHome();
  const [rated, setRated] = useState<Partial<Record<(typeof rows)[number], number>>>({});
  const [note, setNote] = useState("");
  // The last one alone: where its end is not saved yet, an earlier session must not be rated in its place.
  const last = record.sessions.at(-1);
  if (last?.ended === undefined || last.rated !== undefined) return <Today />;
  const { heaviness, tightness, pain } = rated;
  const all = heaviness !== undefined && tightness !== undefined && pain !== undefined;
  const save = (): void => {
    if (!all) return;
    const own = note.trim() === "" ? {} : { note: note.trim() };
    void ledger
      .write("session/rated", { session: last.id, heaviness, tightness, pain, ...own })
      .then(() => goTo("today"));
  };
  return (
    <section className={styles["after"]}>
      <h1>{words.after.title}</h1>
      <p className={styles["quiet"]}>
        {words.after.done(last.ended.strokes, last.strokes)} · {words.after.scale}
      </p>
      {rows.map((row) => (
        <fieldset key={row} className={styles["rating"]}>
          <legend>{words.after.rows[row]}</legend>
          <div>
            {scale.map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  name={row}
                  value={value}
                  checked={rated[row] === value}
                  onChange={() => setRated({ ...rated, [row]: value })}
                />
                <span>{value}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <label className={styles["field"]}>
        {words.after.note}
        <textarea value={note} maxLength={2000} rows={2} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className={styles["more"]}>
        {all ? (
          <BigButton kind="filled" large onPress={save}>
            {words.after.save}
          </BigButton>
        ) : null}
        <BigButton kind="plain" onPress={() => goTo("today")}>
          {words.after.later}
        </BigButton>
      </div>
    </section>
  );
}
