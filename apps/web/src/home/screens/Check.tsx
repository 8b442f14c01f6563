import { useState } from "react";
import { type DailyAnswers, dailyQuestions } from "../check/daily.ts";
import { Stopped } from "../check/Stopped.tsx";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { ClearedNote } from "./later.ts";

/** The seven questions; from the first again whenever a stop was cleared. */
export function Check() {
  const now = useHome().standing();
  return now.kind === "locked" ? <Stopped check={now.check} /> : <Questions />;
}

/** One a screen. What they come to is saved before anything else happens. */
function Questions() {
  const { words, ledger, state } = useHome();
  const library = useLibrary();
  const [answers, setAnswers] = useState<DailyAnswers>({});
  const [at, setAt] = useState(0);
  const [failed, setFailed] = useState(false);
  const [judging] = useState(() => import("../check/judge-daily.ts"));
  const question = dailyQuestions[at];
  if (question === undefined) return <p role={failed ? "alert" : "status"}>{failed ? words.failed : words.wait}</p>;
  const finish = async (all: DailyAnswers): Promise<void> => {
    const { reasons, ...outcome } = (await judging).judgeDaily(all);
    await ledger.write("check/answered", { answers: all, reasons: [...reasons], ...outcome });
    if (!outcome.locks) goTo("session");
  };
  const answer = (value: "yes" | "no"): void => {
    const all = { ...answers, [question]: value };
    setAnswers(all);
    setAt(at + 1);
    if (at + 1 < dailyQuestions.length) return;
    void finish(all).catch(() => setFailed(true));
  };
  return (
    <section className={styles["check"]} aria-labelledby="question">
      <p className={styles["progress"]}>
        <span>{words.check.progress(at + 1, dailyQuestions.length)}</span>
        <progress
          value={at}
          max={dailyQuestions.length}
          aria-label={words.check.progress(at + 1, dailyQuestions.length)}
        />
      </p>
      {at === 0 && state.link !== undefined ? <ClearedNote /> : null}
      <h1 id="question" className={styles["question"]} aria-live="polite">
        {library.question(question)}
      </h1>
      {question === "d1" ? <p className={styles["quiet"]}>{library.skinToneNote}</p> : null}
      <div className={styles["answers"]}>
        <BigButton large onPress={() => answer("yes")}>
          {words.check.yes}
        </BigButton>
        <BigButton large onPress={() => answer("no")}>
          {words.check.no}
        </BigButton>
      </div>
      <BigButton kind="plain" onPress={() => (at === 0 ? goTo("today") : setAt(at - 1))}>
        {words.check.back}
      </BigButton>
      <p className={styles["quiet"]}>{words.check.review}</p>
    </section>
  );
}
