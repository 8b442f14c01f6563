import type { TracerLight } from "@openlymph/rehearsal";
import { type KeyboardEvent, lazy, Suspense, useState } from "react";
import { BodyStage } from "../body/BodyStage.tsx";
import type { RunName } from "../body/moment.ts";
import type { KeptRehearsal } from "../happens/BesidePlan.tsx";
import { type FollowName, followed } from "../happens/follow.ts";
import { HappensPanel } from "../happens/HappensPanel.tsx";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { TakeNodes } from "../history/TakeNodes.tsx";
import type { Scene } from "../learn/stories.ts";
import { useScene } from "../learn/use-scene.ts";
import { PlanPanel } from "../plan/PlanPanel.tsx";
import { firstHistory } from "../run/named.ts";
import { usePhone } from "../theme/use-media.ts";
import { TimelineBar } from "../timeline/TimelineBar.tsx";
import { StopNotice } from "../ui/StopNotice.tsx";
import { Sheets } from "./Sheets.tsx";
import styles from "./Studio.module.css";
import { type OpenDrawer, StudioDrawer } from "./StudioDrawer.tsx";
import { useExamples } from "./use-examples.ts";
import { useRehearsal } from "./use-rehearsal.ts";
import { useRehearsalClock } from "./use-rehearsal-clock.ts";
import { useWork } from "./use-work.ts";

/** Stands here and not in the panel of the plan: paper is narrow, and a narrow page has no panels. */
const PrintSheet = lazy(() =>
  import("../plan/print/PrintSheet.tsx").then((loaded) => ({ default: loaded.PrintSheet })),
);

const noStops: readonly string[] = [];

/** The room where a history and a plan are chosen and rehearsed. */
export function Studio({ scene }: { readonly scene: Scene | undefined }) {
  const phone = usePhone();
  const [beside, setBeside] = useState<KeptRehearsal>();
  const [printing, setPrinting] = useState(false);
  const [drawer, setDrawer] = useState<OpenDrawer>();
  const [light, setLight] = useState<TracerLight>();
  const used = useWork();
  const { history, plan } = used;
  const examples = useExamples();
  const [attempt, setAttempt] = useState(0);
  const [editing, setEditing] = useState<"history" | "plan">();
  const [chosenRun, setRun] = useState<RunName>("with");
  const [follow, setFollow] = useState<FollowName>("day");
  const state = useRehearsal({
    history: history.value,
    plan: plan.value?.plan,
    duration: followed[follow],
    attempt,
  });
  const rehearsal = state.status === "done" ? state.rehearsal : undefined;
  const clock = useRehearsalClock(rehearsal);
  const steps = rehearsal?.steps;
  const stops = rehearsal?.stops ?? noStops;
  const stopped = stops.length > 0;
  const run = stopped ? "without" : chosenRun;
  useScene(scene, {
    used,
    clock,
    duration: rehearsal?.duration,
    onRun: setRun,
    onMicroscope: (begin) =>
      setDrawer(begin === undefined ? undefined : { kind: "microscope", name: undefined, begin }),
  });

  const panels = {
    history: (
      <HistoryPanel
        opened={history}
        examples={examples.histories}
        onOpen={(file) => used.open("history", file)}
        editing={editing === "history"}
        onEditing={(on) => setEditing(on ? "history" : undefined)}
        used={used}
      />
    ),
    plan: (
      <PlanPanel
        opened={plan}
        examples={examples.plans}
        steps={stopped ? undefined : steps}
        clock={clock}
        history={history.value}
        onOpen={(file) => used.open("plan", file)}
        editing={editing === "plan"}
        onEditing={(on) => setEditing(on ? "plan" : undefined)}
        onPrint={() => setPrinting(true)}
        used={used}
      />
    ),
    happens: (
      <HappensPanel
        onAgain={() => setAttempt((n) => n + 1)}
        history={history.value}
        plan={plan.value?.plan}
        kept={beside}
        onKeep={setBeside}
        onFollow={setFollow}
        {...{ state, run, clock, follow }}
      />
    ),
  };
  const onKey = (event: KeyboardEvent): void => {
    const { tagName, role } = event.target as HTMLElement;
    const undoing = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (undoing && tagName !== "INPUT") {
      event.preventDefault();
      (event.shiftKey ? used.redo : used.undo)?.();
      return;
    }
    const ownKeys = ["BUTTON", "INPUT", "SELECT", "SUMMARY"].includes(tagName) || role !== null;
    if (event.key !== " " || ownKeys || rehearsal === undefined) return;
    event.preventDefault();
    if (clock.get().playing) clock.pause();
    else clock.play();
  };

  return (
    <main className={styles["studio"]} data-first={history.file === firstHistory.file} onKeyDown={onKey}>
      {phone ? null : (
        <div className={styles["left"]} data-editing={editing}>
          {panels.history}
          {panels.plan}
        </div>
      )}
      <div className={styles["centre"]}>
        <StopNotice stops={stops} aloud />
        <BodyStage
          build={history.value?.body.build}
          title={[history.value?.title, plan.value?.title].filter(Boolean).join(" · ")}
          onRun={setRun}
          planning={editing === "plan"}
          tracer={light}
          onExamine={() => {
            clock.pause();
            setDrawer({ kind: "examination" });
          }}
          onMicroscope={(looking) => setDrawer({ kind: "microscope", ...looking })}
          actions={({ kind, id }) =>
            kind === "node" && history.value !== undefined && used.work !== undefined ? (
              <TakeNodes
                node={id}
                history={history.value}
                named={used.work.history}
                onOpen={(file) => used.open("history", file)}
              />
            ) : null
          }
          beside={stopped ? undefined : beside?.rehearsal}
          {...{ rehearsal, run, stopped, clock }}
        />
        {drawer === undefined ? (
          <TimelineBar clock={clock} steps={steps} sessionEnd={rehearsal?.duration ?? 0} run={run} />
        ) : (
          <StudioDrawer open={drawer} history={history.value} onLight={setLight} onClose={() => setDrawer(undefined)} />
        )}
      </div>
      {printing && plan.value !== undefined && steps !== undefined ? (
        <Suspense fallback={null}>
          <PrintSheet
            told={plan.value}
            build={history.value?.body.build}
            onDone={() => setPrinting(false)}
            {...{ steps }}
          />
        </Suspense>
      ) : null}
      {phone ? <Sheets panels={panels} /> : <div className={styles["right"]}>{panels.happens}</div>}
    </main>
  );
}
