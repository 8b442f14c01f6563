import { type KeyboardEvent, useState } from "react";
import { BodyStage } from "../body/BodyStage.tsx";
import type { RunName } from "../body/moment.ts";
import { HappensPanel } from "../happens/HappensPanel.tsx";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { PlanPanel } from "../plan/PlanPanel.tsx";
import { readHistory, readPlan } from "../run/model.ts";
import { firstHistory, firstPlan } from "../run/named.ts";
import { usePhone } from "../theme/use-media.ts";
import { TimelineBar } from "../timeline/TimelineBar.tsx";
import { StopNotice } from "../ui/StopNotice.tsx";
import { Sheets } from "./Sheets.tsx";
import styles from "./Studio.module.css";
import { useDocument } from "./use-document.ts";
import { useExamples } from "./use-examples.ts";
import { useRehearsal } from "./use-rehearsal.ts";
import { useRehearsalClock } from "./use-rehearsal-clock.ts";

const noStops: readonly string[] = [];

/** The room where a history and a plan are chosen and rehearsed. */
export function Studio() {
  const phone = usePhone();
  const [history, openHistory] = useDocument(readHistory, firstHistory);
  const [plan, openPlan] = useDocument(readPlan, firstPlan);
  const examples = useExamples();
  const [attempt, setAttempt] = useState(0);
  const [chosenRun, setRun] = useState<RunName>("with");
  const state = useRehearsal(history.value, plan.value?.plan, attempt);
  const rehearsal = state.status === "done" ? state.rehearsal : undefined;
  const clock = useRehearsalClock(rehearsal);
  const steps = rehearsal?.steps;
  const stops = rehearsal?.stops ?? noStops;
  const stopped = stops.length > 0;
  const run = stopped ? "without" : chosenRun;

  const panels = {
    history: <HistoryPanel opened={history} examples={examples.histories} onOpen={openHistory} />,
    plan: (
      <PlanPanel
        opened={plan}
        examples={examples.plans}
        steps={stopped ? undefined : steps}
        clock={clock}
        history={history.value}
        onOpen={openPlan}
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
    <main className={styles["studio"]} data-first={history.file === firstHistory.file} onKeyDown={toggle}>
      {phone ? null : (
        <div className={styles["left"]}>
          {panels.history}
          {panels.plan}
        </div>
      )}
      <div className={styles["centre"]}>
        <StopNotice stops={stops} aloud />
        <BodyStage build={history.value?.body.build} onRun={setRun} {...{ rehearsal, run, stopped, clock }} />
        <TimelineBar clock={clock} steps={steps} sessionEnd={rehearsal?.duration ?? 0} run={run} />
      </div>
      {phone ? <Sheets panels={panels} /> : <div className={styles["right"]}>{panels.happens}</div>}
    </main>
  );
}
