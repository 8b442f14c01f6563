import { useState } from "react";
import { encode } from "uqr";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";

const fields = ["name", "condition", "medicines", "contact", "doctor", "note"] as const;
type Field = (typeof fields)[number];

/** A code that a phone's camera reads; `undefined` where the text is too long for one. */
function codePath(text: string): { readonly d: string; readonly size: number } | undefined {
  try {
    const { data, size } = encode(text, { ecc: "M", border: 3 });
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { d: cells.join(""), size };
  } catch {
    return undefined;
  }
}

/** What helpers should know, chosen field by field, to be shown or printed. */
export function Card() {
  const { words, record, ledger, clinic } = useHome();
  const clinicWords = useClinicWords();
  const kept = (key: string): string => String(record.settings[key] ?? "");
  const isShown = (field: Field): boolean => record.settings[`card.show.${field}`] === true;
  const [typed, setTyped] = useState<Readonly<Partial<Record<Field, string>>>>({});
  const textOf = (field: Field): string => typed[field] ?? kept(`card.${field}`);
  const keep = (field: Field): void => {
    if (textOf(field) !== kept(`card.${field}`)) {
      void ledger.write("setting/changed", { key: `card.${field}`, value: textOf(field) });
    }
  };
  const choose = (field: Field, on: boolean): void =>
    void ledger.write("setting/changed", { key: `card.show.${field}`, value: on });
  const lines = fields.filter((field) => isShown(field) && textOf(field).trim() !== "");
  const code = codePath(lines.map((field) => textOf(field).trim()).join("\n"));
  return (
    <section className={styles["plan"]}>
      <h1>{words.card.title}</h1>
      {lines.length === 0 ? (
        <p className={styles["quiet"]}>{words.card.empty}</p>
      ) : (
        <div className={styles["card"]}>
          <dl>
            {lines.map((field) => (
              <div key={field}>
                <dt>{words.card.fields[field].replace(/ \(.*/, "")}</dt>
                <dd>{textOf(field)}</dd>
              </div>
            ))}
          </dl>
          {code === undefined ? (
            <p role="alert">{words.card.long}</p>
          ) : (
            <svg
              className={styles["code"]}
              viewBox={`0 0 ${code.size} ${code.size}`}
              role="img"
              aria-label={words.card.code}
            >
              <path d={`M0 0h${code.size}v${code.size}h-${code.size}z`} fill="#fff" />
              <path d={code.d} fill="#000" />
            </svg>
          )}
        </div>
      )}
      <p className={styles["quiet"]}>{clinic === undefined ? words.card.about : clinicWords.me.card(clinic.name)}</p>
      {fields.map((field) => (
        <div key={field} className={styles["unprinted"]}>
          <label className={styles["field"]}>
            {words.card.fields[field]}
            <input
              value={textOf(field)}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              onBlur={() => keep(field)}
            />
          </label>
          <label className={styles["switch"]}>
            <input type="checkbox" checked={isShown(field)} onChange={(event) => choose(field, event.target.checked)} />
            <span>{words.card.show(words.card.fields[field].replace(/ \(.*/, ""))}</span>
          </label>
        </div>
      ))}
      <div className={styles["more"]}>
        <BigButton onPress={() => print()}>{words.card.print}</BigButton>
        <BigButton kind="plain" onPress={() => goTo("me")}>
          {words.plan.back}
        </BigButton>
      </div>
    </section>
  );
}
