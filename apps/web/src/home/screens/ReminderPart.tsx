/** Being reminded every day: by the device's own calendar, or rung by the clinic's server where it offers that. */
import type { ReminderOffer } from "@openlymph/record";
import { useEffect, useState } from "react";
import { saveFile } from "../../ui/save-file.ts";
import styles from "../Home.module.css";
import { reminderFile } from "../reminder.ts";
import { askOffer, canRing, type RingFailure, ringAt, ringNoMore } from "../store/push-reminder.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";

/** Of a clinic whose server can ring this phone. Without one, or without a network, there is nothing to see. */
function Ring({ time, clinic }: { readonly time: string; readonly clinic: string }) {
  const { words } = useHome();
  const { ring } = useClinicWords();
  const [offer, setOffer] = useState<ReminderOffer>();
  const [told, setTold] = useState<RingFailure | "end-offline">();
  const [busy, setBusy] = useState(false);
  useEffect(() => void askOffer().then(setOffer), []);
  if (offer?.offered !== true) return null;
  if (!canRing()) return <p className={styles["quiet"]}>{ring.cannot}</p>;
  const { key, time: held } = offer;
  const act = async (work: () => Promise<RingFailure | "end-offline" | undefined>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTold(await work());
    setOffer((await askOffer()) ?? offer);
    setBusy(false);
  };
  const begin = (): void => void act(() => ringAt({ time, title: words.remind.summary, text: ring.text }, key));
  const end = (): void => void act(async () => ((await ringNoMore()) ? undefined : "end-offline"));
  return (
    <>
      <p>{held === undefined ? ring.what(clinic) : ring.holds(held)}</p>
      <div className={styles["more"]}>
        {held === time ? null : (
          <BigButton onPress={begin}>{held === undefined ? ring.begin(time) : ring.change(time)}</BigButton>
        )}
        {held === undefined ? null : <BigButton onPress={end}>{ring.end}</BigButton>}
      </div>
      <p role="status">{told === undefined ? "" : ring.failures[told]}</p>
    </>
  );
}

export function ReminderPart() {
  const { words, state, plan } = useHome();
  const [time, setTime] = useState("19:00");
  const minutes = plan?.ok === true ? plan.value.duration / 60 : 20;
  const { link } = state;
  const save = (): void => {
    const { summary } = words.remind;
    const text = reminderFile({ time, minutes, summary, id: state.self.device, from: new Date() });
    saveFile("openlymph-reminder.ics", text, "text/calendar");
  };
  return (
    <section className={styles["choose"]}>
      <h2>{words.remind.title}</h2>
      <label className={styles["field"]}>
        {words.remind.at}
        <input type="time" required value={time} onChange={(event) => setTime(event.target.value || time)} />
        <small>{words.remind.hint}</small>
      </label>
      <BigButton onPress={save}>{words.remind.save}</BigButton>
      {link?.state === "joined" ? <Ring time={time} clinic={link.clinic.name} /> : null}
    </section>
  );
}
