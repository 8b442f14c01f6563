import { type Rehearsal, teachingModelLabel } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { Info } from "lucide-react";
import { useMemo } from "react";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import { volumeText } from "../format/numbers.ts";
import type { RunState } from "../studio/use-rehearsal.ts";
import { Button } from "../ui/Button.tsx";
import panel from "../ui/Panel.module.css";
import { Problem } from "../ui/Problem.tsx";
import { Scroll } from "../ui/Scroll.tsx";
import { StopNotice } from "../ui/StopNotice.tsx";
import { words } from "../words.ts";
import { BesidePlan, type KeptRehearsal } from "./BesidePlan.tsx";
import { BloodReturn } from "./BloodReturn.tsx";
import { mainPart, swollenParts } from "./body-part.ts";
import { Computing } from "./Computing.tsx";
import { Detours } from "./Detours.tsx";
import { trunkExcess } from "./full-regions.ts";
import styles from "./HappensPanel.module.css";
import { InManyBodies } from "./InManyBodies.tsx";
import { Nodes } from "./Nodes.tsx";
import { Notes } from "./Notes.tsx";
import { PartNow } from "./PartNow.tsx";
import { PartStory } from "./PartStory.tsx";
import { Regions } from "./Regions.tsx";
import { Warnings } from "./Warnings.tsx";
import { Watersheds } from "./Watersheds.tsx";

export interface HappensPanelProps {
  readonly state: RunState;
  readonly run: RunName;
  readonly clock: Clock;
  readonly onAgain: () => void;
  readonly history: History | undefined;
  readonly plan: Plan | undefined;
  readonly kept: KeptRehearsal | undefined;
  readonly onKeep: (kept: KeptRehearsal | undefined) => void;
}

/** More swollen parts than these are told in the list of regions only. */
const mostParts = 2;

interface FoundProps extends Pick<HappensPanelProps, "run" | "clock" | "history" | "plan" | "kept" | "onKeep"> {
  readonly rehearsal: Rehearsal;
}

function Found({ rehearsal, run, clock, history, plan, kept, onKeep }: FoundProps) {
  const { parts, main } = useMemo(
    () => ({ parts: swollenParts(rehearsal).slice(0, mostParts), main: mainPart(rehearsal) }),
    [rehearsal],
  );
  const trunk = trunkExcess(rehearsal);
  const noLimb = !parts.some(({ id }) => id === rehearsal.findings.bound.limb);
  return (
    <>
      <Warnings rehearsal={rehearsal} />
      {parts.length > 0 ? null : (
        <p className={styles["calm"]}>
          {words.happens.noSwelling} {trunk > 0 ? words.happens.elsewhere(volumeText(trunk)) : ""}
        </p>
      )}
      {parts.map((part) => (
        <PartNow key={part.id} {...{ part, rehearsal, run, clock }} />
      ))}
      {main === undefined ? null : <PartStory part={main} {...{ rehearsal, run, clock }} />}
      {main === undefined || history === undefined || plan === undefined || rehearsal.stops.length > 0 ? null : (
        <BesidePlan part={main} now={{ title: plan.title, history, rehearsal }} {...{ kept, onKeep }} />
      )}
      <Detours {...{ rehearsal, run, clock }} />
      <Regions rehearsal={rehearsal} open={noLimb && trunk > 0} />
      <Nodes rehearsal={rehearsal} />
      <Watersheds rehearsal={rehearsal} />
      <BloodReturn rehearsal={rehearsal} />
      <Notes rehearsal={rehearsal} />
    </>
  );
}

/** What the model finds: fluid, what the session changes and how little it can be, ways, nodes, and what is not known. */
export function HappensPanel({ state, run, clock, onAgain, history, plan, kept, onKeep }: HappensPanelProps) {
  const stops = state.status === "done" ? state.rehearsal.stops : [];
  return (
    <section className={`${panel["panel"]} ${styles["happens"]}`} aria-label={words.happens.title}>
      <div className={panel["head"]}>
        <h2>{words.happens.title}</h2>
      </div>
      <Scroll className={styles["scroll"]}>
        <StopNotice stops={stops} />
        {stops.length === 0 ? null : <p className={styles["calm"]}>{words.stop.calculation}</p>}
        <p className={styles["label"]}>
          <Info aria-hidden="true" size={18} />
          {teachingModelLabel}
        </p>
        {state.status === "running" ? <Computing progress={state.progress} /> : null}
        {state.status === "failed" ? (
          <>
            <Problem message={`${words.happens.failed} ${state.message}`} safe={words.happens.failedSafe} />
            <Button kind="outlined" onPress={onAgain}>
              {words.happens.again}
            </Button>
          </>
        ) : null}
        {state.status === "done" ? (
          <Found rehearsal={state.rehearsal} {...{ run, clock, history, plan, kept, onKeep }} />
        ) : null}
        {state.status === "done" && stops.length === 0 && history !== undefined && plan !== undefined ? (
          <InManyBodies {...{ history, plan }} />
        ) : null}
      </Scroll>
    </section>
  );
}
