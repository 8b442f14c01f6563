import type { Written } from "@openlymph/record";
import type { Action } from "@openlymph/therapy";
import { useState } from "react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { ClinicContact } from "../ui/ClinicContact.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { whenSaid } from "../when.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";
import { sayDaily } from "./say-daily.ts";

/** A check that found a reason to wait: what, whom to call, and how it ends. There is no way past it. */
export function Stopped({ check }: { readonly check: Written<"check/answered"> }) {
  const { words, settings, ledger, clinic, state } = useHome();
  const clinicWords = useClinicWords();
  const library = useLibrary();
  const [who, setWho] = useState("");
  const said = sayDaily({ action: check.action as Action, reasons: check.reasons }, library, {
    country: settings.country,
    contact: settings.contact || (clinic === undefined ? "" : `${clinic.name}, ${clinic.contact}`),
  });
  const own = state.own.find(({ operation }) => operation.id === check.operation);
  const clear = (): void => {
    if (who.trim() === "") return;
    void ledger.write("check/cleared", { check: check.operation, who: who.trim() }).then(() => goTo("check"));
  };
  return (
    <section className={styles["stop"]} role="alert" data-action={check.action}>
      <h1>{said.title}</h1>
      {said.call === undefined ? null : (
        <a className={styles["call"]} href={`tel:${said.call}`}>
          {words.check.call(said.call)}
        </a>
      )}
      <p>{said.body}</p>
      <ClinicContact />
      {clinic === undefined ? null : (
        <p className={styles["quiet"]}>
          {own?.standing.state === "taken" ? clinicWords.stopped.sent : clinicWords.stopped.waits}
        </p>
      )}
      <h2>{words.check.tell}</h2>
      <ul className={styles["list"]}>
        {said.reasons.map(({ label, say }) => (
          <li key={label}>
            <strong>{label}.</strong> {say}
          </li>
        ))}
        {Object.entries(check.answers)
          .filter(([, answer]) => answer === "yes")
          .map(([id]) => (
            <li key={id}>
              {library.question(id)} <strong>{words.check.yes}.</strong>
            </li>
          ))}
      </ul>
      <p className={styles["quiet"]}>{words.check.answered(whenSaid(check.at, words))}</p>
      <details className={styles["fold"]}>
        <summary>{words.check.cleared}</summary>
        <label>
          {words.check.clearedBy}
          <input value={who} onChange={(event) => setWho(event.target.value)} maxLength={200} autoComplete="off" />
        </label>
        <p className={styles["quiet"]}>{words.check.clearedHint}</p>
        <BigButton onPress={clear}>{words.check.clearedSave}</BigButton>
      </details>
      <BigButton kind="plain" onPress={() => goTo("today")}>
        {words.unwell.home}
      </BigButton>
    </section>
  );
}
