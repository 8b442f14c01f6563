import { describeFailure } from "@openlymph/base";
import { type Language, languages } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { saveFile } from "../../ui/save-file.ts";
import { countries } from "../check/daily.ts";
import { ClinicPart } from "../clinic/ClinicPart.tsx";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { canVibrate, hasVoice } from "../player/cues.ts";
import type { Settings } from "../settings.ts";
import { askToKeep, type StorageState, storageState } from "../store/storage-state.ts";
import { exportUnsent, importUnsent } from "../store/unsent.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { Course } from "../ui/Course.tsx";
import { FileButton } from "../ui/FileButton.tsx";
import { useHome } from "../use-home.ts";
import { whenSaid } from "../when.ts";
import { languageNames } from "../words/languages.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";
import { ReminderPart } from "./ReminderPart.tsx";

type Switch = "voice" | "click" | "pulse" | "vibrate" | "week";

function SettingsPart() {
  const { words, settings, ledger } = useHome();
  const set = (key: keyof Settings, value: string | boolean): void =>
    void ledger.write("setting/changed", { key, value });
  const [contact, setContact] = useState(settings.contact);
  const shown = new Intl.DisplayNames([words.locale], { type: "region" });
  const toggle = (key: Switch, missing?: string) => (
    <label className={styles["switch"]}>
      <input type="checkbox" checked={settings[key]} onChange={(event) => set(key, event.target.checked)} />
      <span>{words.me[key]}</span>
      {missing === undefined ? null : <small>{missing}</small>}
    </label>
  );
  const nameOf = (code: string): string => {
    const known = code === "UK" ? "GB" : code;
    return /^[A-Z]{2}$/.test(known) ? (shown.of(known) ?? code) : code;
  };
  return (
    <section>
      <h2>{words.me.settings}</h2>
      <label className={styles["field"]}>
        {words.me.language}
        <select value={settings.language} onChange={(event) => set("language", event.target.value as Language)}>
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles["field"]}>
        {words.me.thumb}
        <select value={settings.thumb} onChange={(event) => set("thumb", event.target.value)}>
          {(["right", "left"] as const).map((each) => (
            <option key={each} value={each}>
              {words.me.thumbs[each]}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={styles["switches"]}>
        <legend>{words.me.cues}</legend>
        {toggle("voice", hasVoice(words.locale) ? undefined : words.me.noVoice)}
        {toggle("click")}
        {toggle("pulse")}
        {toggle("vibrate", canVibrate() ? undefined : words.me.noVibrate)}
        {toggle("week")}
      </fieldset>
      <label className={styles["field"]}>
        {words.me.country} {words.me.countryFor}
        <select value={settings.country} onChange={(event) => set("country", event.target.value)}>
          <option value="">{words.me.unknownCountry}</option>
          {countries
            .filter(({ code }) => code !== "EU" && code !== "UK")
            .map(({ code, number }) => (
              <option key={code} value={code}>
                {nameOf(code)}: {number}
              </option>
            ))}
        </select>
      </label>
      <label className={styles["field"]}>
        {words.me.contact}
        <input
          value={contact}
          maxLength={200}
          onChange={(event) => setContact(event.target.value)}
          onBlur={() => (contact === settings.contact ? undefined : set("contact", contact))}
        />
        <small>{words.me.contactHint}</small>
      </label>
    </section>
  );
}

function FeelPart() {
  const { words, record } = useHome();
  const rated = record.sessions.flatMap(({ rated: own, begunAt }) =>
    own === undefined ? [] : [{ ...own, at: begunAt }],
  );
  return (
    <section>
      <h2>{words.me.feel}</h2>
      {rated.length === 0 ? <p className={styles["quiet"]}>{words.me.noFeel}</p> : null}
      {rated.length === 0
        ? null
        : (["heaviness", "tightness", "pain"] as const).map((what) => {
            const values = rated.map((each) => each[what]);
            const said = words.me.trend(words.after.rows[what], values[0] ?? 0, values.at(-1) ?? 0, values.length);
            return (
              <div key={what} className={styles["course"]}>
                <p>{said}</p>
                {values.length > 1 ? <Course values={values} label={said} /> : null}
              </div>
            );
          })}
    </section>
  );
}

function StoragePart() {
  const { words, state, ledger } = useHome();
  const { me: ofClinic } = useClinicWords();
  const [storage, setStorage] = useState<StorageState>();
  const [told, setTold] = useState("");
  useEffect(() => void storageState().then(setStorage), []);
  const save = async (): Promise<void> => {
    const text = await exportUnsent(ledger);
    if (text !== undefined) saveFile("openlymph-record.json", text, "application/json");
  };
  const take = async (text: string, file: string): Promise<void> => {
    const taken = await importUnsent(ledger, text, file);
    setTold(taken.ok ? words.me.imported(taken.value) : describeFailure(taken));
  };
  const { exportedAt } = state.self;
  // What the clinic gave is not of this person's writing; a copy holds what is nowhere else.
  const own = state.own.filter(
    ({ operation, standing }) => operation.device === state.self.device || standing.state !== "taken",
  );
  const open = own.filter(({ standing }) => standing.state !== "taken");
  return (
    <section>
      <h2>{words.me.storage}</h2>
      {isSecureContext ? null : <p role="alert">{words.blocked.insecure}</p>}
      <ul className={styles["list"]}>
        <li>{words.me.entries(own.length)}</li>
        {storage === undefined ? null : (
          <>
            <li>{storage.installed ? words.me.installed : words.me.notInstalled}</li>
            <li>{storage.persistent ? words.me.persistent : words.me.notPersistent}</li>
            {storage.used === undefined ? null : <li>{words.me.used(storage.used)}</li>}
          </>
        )}
        <li>{exportedAt === undefined ? words.me.notExported : words.me.exported(whenSaid(exportedAt, words))}</li>
      </ul>
      <div className={styles["more"]}>
        {storage?.persistent === false ? (
          <BigButton onPress={() => void askToKeep().then(storageState).then(setStorage)}>
            {words.me.askPersist}
          </BigButton>
        ) : null}
        {open.length === 0 ? null : <BigButton onPress={() => void save()}>{words.me.export}</BigButton>}
        <FileButton accept=".json" onText={(text, file) => void take(text, file)}>
          {words.me.import}
        </FileButton>
      </div>
      {own.length > 0 && open.length === 0 ? <p className={styles["quiet"]}>{ofClinic.nothingToSave}</p> : null}
      <p role="status">{told}</p>
    </section>
  );
}

/** How it went, the settings, and the state of the record. */
export function Me() {
  const { words, clinic } = useHome();
  const { me: ofClinic } = useClinicWords();
  return (
    <div className={styles["me"]}>
      <h1>{words.me.title}</h1>
      <ClinicPart />
      <FeelPart />
      <section>
        <h2>{words.measure.title}</h2>
        <BigButton onPress={() => goTo("measure")}>{words.measure.open}</BigButton>
      </section>
      <section>
        <h2>{words.report.title}</h2>
        <BigButton onPress={() => goTo("report")}>{words.report.open}</BigButton>
      </section>
      <section>
        <h2>{words.card.title}</h2>
        <BigButton onPress={() => goTo("card")}>{words.card.open}</BigButton>
      </section>
      <ReminderPart />
      <StoragePart />
      <SettingsPart />
      <section>
        <h2>{words.me.about}</h2>
        <p>{clinic === undefined ? words.me.aboutBody : ofClinic.about(clinic.name)}</p>
      </section>
    </div>
  );
}
