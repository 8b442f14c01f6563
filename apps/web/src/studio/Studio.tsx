import { parseHistory, parsePlan } from "@openlymph/therapy";
import { type KeyboardEvent, useState } from "react";
import { BodyStage } from "../body/BodyStage.tsx";
import type { RunName } from "../body/moment.ts";
import { HappensPanel } from "../happens/HappensPanel.tsx";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { PlanPanel } from "../plan/PlanPanel.tsx";
import { exampleHistories, examplePlans } from "../run/examples.ts";
import { usePhone } from "../theme/use-media.ts";
import { TimelineBar } from "../timeline/TimelineBar.tsx";
import { Sheets } from "./Sheets.tsx";
import styles from "./Studio.module.css";
import { useDocument } from "./use-document.ts";
import { useRehearsal } from "./use-rehearsal.ts";
import { useRehearsalClock } from "./use-rehearsal-clock.ts";
import { useTitles } from "./use-titles.ts";

const firstHistory = exampleHistories.find(({ file }) => file === "arm-after-axillary-clearance.yaml");
const firstPlan = examplePlans.find(({ file }) => file === "lnni-arm.yaml");

/** The room where a history and a plan are chosen and rehearsed. */
export function Studio() {
  const phone = usePhone();
  const [history, openHistory] = useDocument(parseHistory, firstHistory ?? exampleHistories[0]);
  const [plan, openPlan] = useDocument(parsePlan, firstPlan ?? examplePlans[0]);
  const historyTitles = useTitles(exampleHistories, parseHistory);
  const planTitles = useTitles(examplePlans, parsePlan);
  const [attempt, setAttempt] = useState(0);
  const [run, setRun] = useState<RunName>("with");
  const state = useRehearsal(history.value, plan.value, attempt);
  const rehearsal = state.status === "done" ? state.rehearsal : undefined;
  const clock = useRehearsalClock(rehearsal);
  const steps = rehearsal?.steps;

  const panels = {
    history: (
      <HistoryPanel
        history={history.value}
        file={history.file}
        titles={historyTitles}
        problem={history.problem}
        onOpen={openHistory}
      />
    ),
    plan: (
      <PlanPanel
        plan={plan.value}
        file={plan.file}
        titles={planTitles}
        problem={plan.problem}
        onOpen={openPlan}
        {...{ steps, clock }}
      />
    ),
    happens: <HappensPanel onAgain={() => setAttempt((n) => n + 1)} {...{ state, run, clock }} />,
  };
  const toggle = (event: KeyboardEvent): void => {
    const { tagName, role } = event.target as HTMLElement;
    const ownKeys = ["BUTTON", "INPUT", "SELECT", "SUMMARY"].includes(tagName) || role !== null;
    if (event.key !== " " || ownKeys || rehearsal === undefined) return;
    event.preventDefault();
    if (clock.get().playing) clock.pause();
    else clock.play();
  };

  return (
    <main className={styles["studio"]} onKeyDown={toggle}>
      {phone ? null : (
        <div className={styles["left"]}>
          {panels.history}
          {panels.plan}
        </div>
      )}
      <div className={styles["centre"]}>
        <BodyStage build={history.value?.body.build} onRun={setRun} {...{ rehearsal, run, clock }} />
        <TimelineBar clock={clock} steps={steps} sessionEnd={rehearsal?.duration ?? 0} run={run} />
      </div>
      {phone ? <Sheets panels={panels} /> : <div className={styles["right"]}>{panels.happens}</div>}
    </main>
  );
}
