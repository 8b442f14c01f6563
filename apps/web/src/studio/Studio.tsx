import type { TracerLight } from "@openlymph/rehearsal";
import { lazy, Suspense, useState } from "react";
import { BodyStage } from "../body/BodyStage.tsx";
import { followed } from "../happens/follow.ts";
import { HappensPanel } from "../happens/HappensPanel.tsx";
import { useManyBodies } from "../happens/use-many-bodies.ts";
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
import { useKeeping } from "./use-keeping.ts";
import { useKeys } from "./use-keys.ts";
import { useNodeSizes } from "./use-node-sizes.ts";
import { usePageDrop } from "./use-page-drop.ts";
import { usePlanA } from "./use-plan-a.ts";
import { useRehearsal } from "./use-rehearsal.ts";
import { useRehearsalClock } from "./use-rehearsal-clock.ts";
import { useView } from "./use-view.ts";
import { useWork } from "./use-work.ts";

/** Stands here and not in the panel of the plan: paper is narrow, and a narrow page has no panels. */
const PrintSheet = lazy(() =>
  import("../plan/print/PrintSheet.tsx").then((loaded) => ({ default: loaded.PrintSheet })),
);

const noStops: readonly string[] = [];

/** The room where a history and a plan are chosen and rehearsed. */
export function Studio({ scene }: { readonly scene: Scene | undefined }) {
  const phone = usePhone();
  const [printing, setPrinting] = useState(false);
  const [drawer, setDrawer] = useState<OpenDrawer>();
  const [light, setLight] = useState<TracerLight>();
  const looked = useView();
  const { follow } = looked;
  const used = useWork(looked.look);
  const { history, plan } = used;
  const examples = useExamples();
  const [attempt, setAttempt] = useState(0);
  const [editing, setEditing] = useState<"history" | "plan">();
  const state = useRehearsal({
    history: history.value,
    plan: plan.value?.plan,
    duration: followed[follow],
    attempt,
  });
  const rehearsal = state.status === "done" ? state.rehearsal : undefined;
  const clock = useRehearsalClock(rehearsal, looked.begin);
  const keeping = useKeeping(used, looked, clock);
  const handed = { ...used, ...keeping };
  const steps = rehearsal?.steps;
  const stops = rehearsal?.stops ?? noStops;
  const stopped = stops.length > 0;
  const run = stopped ? "without" : looked.run;
  const shown =
    rehearsal === undefined || history.value === undefined
      ? undefined
      : { title: plan.value?.title ?? "", history: history.value, rehearsal };
  const planA = usePlanA(looked.planA, shown, used.whole);
  const sizes = useNodeSizes(history.value, followed[follow], rehearsal !== undefined);
  const many = useManyBodies({
    history: history.value,
    plan: plan.value?.plan,
    ready: rehearsal !== undefined,
    asked: looked.bodies,
    onAsked: looked.setBodies,
  });
  useScene(scene, {
    used,
    clock,
    duration: rehearsal?.duration,
    onRun: looked.setRun,
    onMicroscope: (begin) =>
      setDrawer(begin === undefined ? undefined : { kind: "microscope", name: undefined, begin }),
  });

  useKeys({ clock: rehearsal === undefined ? undefined : clock, undo: used.undo, redo: used.redo });
  usePageDrop((kind, file) => void used.open(kind, file));

  const panels = {
    history: (
      <HistoryPanel
        opened={history}
        examples={examples.histories}
        onOpen={(file) => used.open("history", file)}
        editing={editing === "history"}
        onEditing={(on) => setEditing(on ? "history" : undefined)}
        used={handed}
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
        used={handed}
      />
    ),
    happens: (
      <HappensPanel
        onAgain={() => setAttempt((n) => n + 1)}
        history={history.value}
        plan={plan.value?.plan}
        kept={planA.kept}
        keeps={looked.planA !== undefined}
        onKeep={(kept) => {
          const of = kept === undefined || used.whole === undefined ? undefined : { ...used.whole, follow };
          looked.setPlanA(of);
          if (kept !== undefined && of !== undefined) planA.keep(kept, of);
        }}
        onFollow={looked.setFollow}
        otherProgram={used.otherProgram}
        {...{ state, run, clock, follow, many }}
      />
    ),
  };
  return (
    <main className={styles["studio"]} data-first={history.file === firstHistory.file}>
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
          onRun={looked.setRun}
          paired={looked.pairing}
          onPair={looked.setPairing}
          low={drawer !== undefined}
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
          beside={stopped ? undefined : planA.kept?.rehearsal}
          {...{ rehearsal, run, stopped, clock, sizes }}
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
