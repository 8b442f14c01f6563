import { emergencyWait, type Written } from "@openlymph/record";
import type { Action } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { ClinicContact } from "../ui/ClinicContact.tsx";
import { EmergencyCall } from "../ui/EmergencyCall.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { whenSaid } from "../when.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";
import { sayDaily } from "./say-daily.ts";

/** Writing down who said that sessions may go on. An emergency has to have passed, and is cleared by the clinic where one was joined. */
function Clear({ check }: { readonly check: Written<"check/answered"> }) {
  const { words, ledger, clinic } = useHome();
  const [who, setWho] = useState("");
  const [seen, setSeen] = useState(false);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const isEmergency = check.action === "EMERGENCY";
  if (isEmergency && clinic !== undefined) return <p>{words.check.clinicClears(clinic.name)}</p>;
  const from = Date.parse(check.at) + emergencyWait * 1000;
  const clear = (): void => {
    if (who.trim() === "" || (isEmergency && !seen)) return;
    void ledger.write("check/cleared", { check: check.operation, who: who.trim() }).then(() => goTo("check"));
  };
  return (
    <details className={styles["fold"]}>
      <summary>{words.check.cleared}</summary>
      {isEmergency && now < from ? (
        <p>{words.check.notYet(whenSaid(new Date(from).toISOString(), words))}</p>
      ) : (
        <>
          <label>
            {words.check.clearedBy}
            <input value={who} onChange={(event) => setWho(event.target.value)} maxLength={200} autoComplete="off" />
          </label>
          <p className={styles["quiet"]}>{words.check.clearedHint}</p>
          {isEmergency ? (
            <label className={styles["switch"]}>
              <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
              <span>{words.check.seenSince}</span>
            </label>
          ) : null}
          <BigButton onPress={clear}>{words.check.clearedSave}</BigButton>
        </>
      )}
    </details>
  );
}

/** A check that found a reason to wait: what, whom to call, and how it ends. There is no way past it. */
export function Stopped({ check }: { readonly check: Written<"check/answered"> }) {
  const { words, settings, clinic, state } = useHome();
  const clinicWords = useClinicWords();
  const library = useLibrary();
  const said = sayDaily({ action: check.action as Action, reasons: check.reasons }, library, {
    country: settings.country,
    contact: settings.contact || (clinic === undefined ? "" : `${clinic.name}, ${clinic.contact}`),
  });
  const own = state.own.find(({ operation }) => operation.id === check.operation);
  return (
    <section className={styles["stop"]} role="alert" data-action={check.action}>
      <h1>{said.title}</h1>
      {check.action === "EMERGENCY" ? <EmergencyCall /> : null}
      <p>{said.body}</p>
      {check.operation === "" && state.trouble !== undefined ? <p role="alert">{words.check.unsaved}</p> : null}
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
      {check.operation === "" ? null : <Clear check={check} />}
      <BigButton kind="plain" onPress={() => goTo("today")}>
        {words.unwell.home}
      </BigButton>
    </section>
  );
}
