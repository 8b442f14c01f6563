/** The clinic on Me: how the connection stands, what waits, what was not accepted, and how it ends. */
import type { AnyOperation, Own } from "@openlymph/record";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { saveFile } from "../../ui/save-file.ts";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import type { ClinicLink, Disagreement } from "../store/database.ts";
import { beginAnew, leaveClinic, seenDisagreement } from "../store/join.ts";
import { countsOf } from "../store/sync-rules.ts";
import { exportUnsent } from "../store/unsent.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { whenSaid } from "../when.ts";
import type { ClinicWords } from "../words/clinic-en.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";

const shownRefused = 5;

function nameOf({ kind }: AnyOperation, { me }: ClinicWords): string {
  const [area = ""] = kind.split("/");
  return area in me.kinds ? me.kinds[area as keyof typeof me.kinds] : me.kinds.other;
}

function Refused({ refused }: { readonly refused: readonly Own[] }) {
  const { words } = useHome();
  const clinicWords = useClinicWords();
  const { me } = clinicWords;
  if (refused.length === 0) return null;
  const shown = refused.slice(-shownRefused).toReversed();
  return (
    <>
      <p>{me.refused}</p>
      <ul className={styles["list"]}>
        {shown.map(({ operation, standing }) =>
          standing.state !== "refused" ? null : (
            <li key={operation.id}>
              {nameOf(operation, clinicWords)}, {whenSaid(operation.at, words)}: {me.refusals[standing.refusal]}
              <details className={styles["fold"]}>
                <summary>{clinicWords.line.look}</summary>
                <p className={styles["quiet"]}>{standing.why}</p>
              </details>
            </li>
          ),
        )}
        {refused.length > shown.length ? <li>{me.more(refused.length - shown.length)}</li> : null}
      </ul>
    </>
  );
}

function disagreementSaid(found: Disagreement, { me: { disagreements: said } }: ClinicWords): string {
  switch (found.kind) {
    case "fork":
      return said.fork(found.at);
    case "device-behind":
      return said["device-behind"](found.to);
    case "server-behind":
      return said["server-behind"](found.from);
    case "gap":
      return said.gap(found.from);
  }
}

function Doubt({ found }: { readonly found: Disagreement }) {
  const { ledger } = useHome();
  const clinicWords = useClinicWords();
  const { me } = clinicWords;
  const isMended = found.kind === "server-behind";
  return (
    <div role="alert" className={styles["alarm"]}>
      <p>
        {disagreementSaid(found, clinicWords)} {me.tellClinic}
      </p>
      {isMended ? (
        <BigButton onPress={() => void seenDisagreement(ledger)}>{me.seen}</BigButton>
      ) : (
        <>
          <p className={styles["quiet"]}>{me.anewWhat}</p>
          <BigButton onPress={() => void beginAnew(ledger, uuidv4())}>{me.anew}</BigButton>
        </>
      )}
    </div>
  );
}

/** Leaving: not while something is unsent, unless it was saved as a file or its number was said yes to. */
function Leave({ link, waiting }: { readonly link: ClinicLink; readonly waiting: number }) {
  const { ledger, record } = useHome();
  const { me } = useClinicWords();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(0);
  const [although, setAlthough] = useState(0);
  const [offline, setOffline] = useState(false);
  if (!open) return <BigButton onPress={() => setOpen(true)}>{me.leave}</BigButton>;
  const may = waiting === 0 || saved === waiting || although === waiting;
  const save = async (): Promise<void> => {
    const text = await exportUnsent(ledger);
    if (text === undefined) return;
    saveFile("openlymph-record.json", text, "application/json");
    setSaved(waiting);
  };
  const leave = async (): Promise<void> =>
    setOffline(!(await leaveClinic(ledger, record.plan?.by === undefined ? undefined : record.plan)));
  return (
    <section className={styles["found"]} aria-label={me.leaveAsk(link.clinic.name)}>
      <h3>{me.leaveAsk(link.clinic.name)}</h3>
      <p>{me.leaveWhat}</p>
      {waiting === 0 ? null : (
        <>
          <p role="alert">{me.unsent(waiting)}</p>
          <BigButton onPress={() => void save()}>{me.saveFirst}</BigButton>
          <label className={styles["switch"]}>
            <input
              type="checkbox"
              checked={although === waiting}
              onChange={(event) => setAlthough(event.target.checked ? waiting : 0)}
            />
            <span>{me.although(waiting)}</span>
          </label>
        </>
      )}
      {offline ? <p role="alert">{me.leaveOffline}</p> : null}
      {may ? (
        <BigButton kind="danger" onPress={() => void leave()}>
          {me.leaveNow}
        </BigButton>
      ) : null}
      <BigButton kind="filled" onPress={() => setOpen(false)}>
        {me.stay}
      </BigButton>
    </section>
  );
}

export function ClinicPart() {
  const { state, words, clinic, syncNow } = useHome();
  const clinicWords = useClinicWords();
  const { me, line } = clinicWords;
  const { link, own, self, reach } = state;
  const { waiting, since, refused, strange } = countsOf(own, self.device);
  const connect = (
    <BigButton kind="filled" onPress={() => goTo("join")}>
      {me.connect}
    </BigButton>
  );
  if (link === undefined || link.state === "left") {
    return (
      <section>
        <h2>{me.title}</h2>
        <p>{link === undefined ? me.none : me.left(link.clinic.name)}</p>
        {connect}
      </section>
    );
  }
  return (
    <section className={styles["choose"]}>
      <h2>{me.title}</h2>
      {link.state === "signed-off" ? (
        <>
          <p role="alert">{me.signedOff(link.clinic.name)}</p>
          {connect}
        </>
      ) : null}
      {link.state === "asked" ? (
        <>
          <p>{line.asked}</p>
          <BigButton onPress={() => goTo("join")}>{line.answer}</BigButton>
        </>
      ) : null}
      {link.disagreement === undefined ? null : <Doubt found={link.disagreement} />}
      <ul className={styles["list"]}>
        {link.state === "joined" ? <li>{me.connected(link.clinic.name, whenSaid(link.since, words))}</li> : null}
        {link.person === "" ? null : <li>{me.name(link.person)}</li>}
        {clinic === undefined ? null : <li>{me.reach(clinic.contact)}</li>}
        <li>{link.heard === undefined ? me.notHeard : me.heard(whenSaid(link.heard, words))}</li>
        <li>{waiting === 0 || since === undefined ? me.all : line.waiting(waiting, whenSaid(since, words))}</li>
        {strange === 0 ? null : <li>{me.strange(strange)}</li>}
      </ul>
      <Refused refused={refused} />
      {reach?.kind === "failed" && link.state === "joined" ? (
        <div role="status" className={styles["interrupted"]}>
          <p>
            {me.failures[reach.why]}
            {reach.detail === undefined ? null : <small className={styles["quiet"]}> {reach.detail}</small>}
          </p>
          <BigButton onPress={syncNow}>{me.now}</BigButton>
        </div>
      ) : null}
      <div className={styles["more"]}>
        <Leave link={link} waiting={waiting} />
      </div>
    </section>
  );
}
