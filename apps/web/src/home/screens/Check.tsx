import { type KeyboardEvent, useEffect, useState } from "react";
import { type DailyAnswers, dailyQuestions, firstJudged } from "../check/daily.ts";
import { endAsking, holdCheck, releaseCheck } from "../check/held-check.ts";
import { Stopped } from "../check/Stopped.tsx";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import "../ui/keep-focus.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { ClearedNote } from "./later.ts";

/** The seven questions; from the first again whenever a stop was cleared. */
export function Check() {
  const { standing, held } = useHome();
  const now = standing();
  return now.kind === "locked" && held?.asking !== true ? <Stopped check={now.check} /> : <Questions />;
}

/** ms for which a question takes no answer after it has appeared: a second tap on the one before answers nothing. */
const readFirst = 500;

/** True once somebody has had time to see what is asked. */
function useSettled(at: number): boolean {
  const [settled, setSettled] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(at), readFirst);
    return () => clearTimeout(timer);
  }, [at]);
  return settled === at;
}

/** A key that is held down answers nothing more. */
function refuseRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}

/**
 * One a screen. A yes stands at once, and one that is an emergency ends the questions; the others are asked to the end, for
 * one of them may be an emergency.
 */
function Questions() {
  const { words, ledger, state } = useHome();
  const library = useLibrary();
  const [answers, setAnswers] = useState<DailyAnswers>({});
  const [at, setAt] = useState(0);
  const [failed, setFailed] = useState(false);
  const [judging] = useState(() => import("../check/judge-daily.ts"));
  const settled = useSettled(at);
  useEffect(() => endAsking, []);
  const question = dailyQuestions[at];
  if (question === undefined) {
    if (state.trouble !== undefined) return <p role="alert">{words.check.notKept}</p>;
    return <p role={failed ? "alert" : "status"}>{failed ? words.failed : words.wait}</p>;
  }
  const answer = (value: "yes" | "no"): void => {
    const all = { ...answers, [question]: value };
    const isLast = at + 1 === dailyQuestions.length;
    const anyYes = Object.values(all).includes("yes");
    if (anyYes) holdCheck(firstJudged(all), !isLast);
    else releaseCheck();
    setAnswers(all);
    setAt(at + 1);
    const judged = async (): Promise<void> => {
      const { reasons, ...outcome } = (await judging).judgeDaily(all);
      const body = { answers: all, reasons: [...reasons], ...outcome };
      if (anyYes) holdCheck(body, !isLast && outcome.action !== "EMERGENCY");
      else if (isLast) {
        await ledger.write("check/answered", body);
        if (!outcome.locks) goTo("session");
      }
    };
    void judged().catch(() => setFailed(true));
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only holds back what the buttons inside would take */}
      <div className={styles["answers"]} onKeyDown={refuseRepeats}>
        <BigButton large off={!settled} onPress={() => answer("yes")}>
          {words.check.yes}
        </BigButton>
        <BigButton large off={!settled} onPress={() => answer("no")}>
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
