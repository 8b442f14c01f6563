import { useEffect, useState } from "react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { stepSaid } from "../home-plan.ts";
import { canSpeak, makeCues } from "../player/cues.ts";
import { sentences, stepTold } from "../step-told.ts";
import "../ui/keep-focus.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { PlanFrom } from "./later.ts";
import { Today } from "./Today.tsx";

/** The whole plan to read, to print, or to have read aloud. */
export function PlanScreen() {
  const { plan, record, words } = useHome();
  const library = useLibrary();
  const [reading, setReading] = useState(false);
  useEffect(() => () => (canSpeak() ? speechSynthesis.cancel() : undefined), []);
  if (plan?.ok !== true) return <Today />;
  const { plan: written, steps } = plan.value;
  const author = written.versions?.at(-1)?.author;
  const aloud = (): void => {
    const cues = makeCues(words.locale);
    if (reading) cues.quiet();
    else {
      const said = steps.map((step) => {
        const { place, stroke, toward } = stepSaid(library, step);
        const { repetitions, positions } = step.step;
        const places = positions > 1 ? `${words.plan.places(positions)}.` : "";
        return [
          words.say.step(step.number, stroke, place, toward),
          stepTold(step),
          words.say.times(repetitions),
          places,
        ]
          .filter(Boolean)
          .join(" ");
      });
      const before = [sentences(written.title), sentences(written.position), sentences(written.stopRule)];
      cues.read([...before, ...said].filter(Boolean), () => setReading(false));
    }
    setReading(!reading);
  };
  return (
    <section className={styles["plan"]}>
      <h1>{written.title}</h1>
      {record.plan?.by === undefined ? null : <PlanFrom />}
      {written.reviewStatus === "draft" && record.plan?.by === undefined ? (
        <p className={styles["about"]}>
          <span className={styles["draft"]}>{words.today.draft}</span> {words.today.draftWhy}
        </p>
      ) : null}
      {author === undefined || record.plan?.by !== undefined ? null : (
        <p className={styles["quiet"]}>
          {words.plan.version} {author.name}
        </p>
      )}
      {written.position === undefined ? null : <p>{written.position}</p>}
      {written.stopRule === undefined ? null : <p className={styles["stopRule"]}>{written.stopRule}</p>}
      <ol>
        {steps.map((step) => {
          const { place, toward, stroke } = stepSaid(library, step);
          const { repetitions, positions, pace, note, action } = step.step;
          return (
            <li key={step.number}>
              <strong>{place}</strong>
              {toward === "" ? "" : ` → ${toward}`}
              <br />
              <span className={styles["dose"]}>
                {stroke} · {words.plan.times(repetitions)} · {words.plan.seconds(pace)}
                {positions > 1 ? ` · ${words.plan.places(positions)}` : ""}
              </span>
              {action === undefined ? null : <em>{action}</em>}
              {note === undefined ? null : <em>{note}</em>}
            </li>
          );
        })}
      </ol>
      <div className={styles["more"]}>
        <BigButton onPress={() => print()}>{words.plan.print}</BigButton>
        {canSpeak() ? <BigButton onPress={aloud}>{reading ? words.plan.stop : words.plan.read}</BigButton> : null}
        <BigButton kind="plain" onPress={() => goTo("today")}>
          {words.plan.back}
        </BigButton>
      </div>
    </section>
  );
}
