import { programVersion } from "@openlymph/base";
import { type Rehearsal, teachingModelLabel } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { Info } from "lucide-react";
import { useMemo } from "react";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import { volumeText } from "../format/numbers.ts";
import type { ManyBodies } from "../run/many-bodies.ts";
import type { RunState } from "../studio/use-rehearsal.ts";
import { Button } from "../ui/Button.tsx";
import { KeptPlaceContext, useKeptPlace, useKeptScroll } from "../ui/kept-place.ts";
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
import type { FollowName } from "./follow.ts";
import { trunkExcess } from "./full-regions.ts";
import styles from "./HappensPanel.module.css";
import { InManyBodies } from "./InManyBodies.tsx";
import { Nodes } from "./Nodes.tsx";
import { Notes } from "./Notes.tsx";
import { PartNow } from "./PartNow.tsx";
import { PartStory } from "./PartStory.tsx";
import { Regions } from "./Regions.tsx";
import type { AskedBodies } from "./use-many-bodies.ts";
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
  readonly keeps: boolean;
  readonly onKeep: (kept: KeptRehearsal | undefined) => void;
  /** How long the body is followed. */
  readonly follow: FollowName;
  readonly onFollow: (follow: FollowName) => void;
  readonly many: AskedBodies;
  /** The version that wrote what was opened, where it is another one; empty where it did not say. */
  readonly otherProgram: string | undefined;
}

/** More swollen parts than these are told in the list of regions only. */
const mostParts = 2;

interface FoundProps extends Omit<HappensPanelProps, "state" | "onAgain" | "many" | "otherProgram"> {
  readonly rehearsal: Rehearsal;
  readonly bodies: ManyBodies | undefined;
}

function Found(props: FoundProps) {
  const { rehearsal, run, clock, history, plan, kept, keeps, onKeep, bodies, follow, onFollow } = props;
  const { parts, main } = useMemo(
    () => ({ parts: swollenParts(rehearsal).slice(0, mostParts), main: mainPart(rehearsal) }),
    [rehearsal],
  );
  const here = useKeptScroll();
  const trunk = trunkExcess(rehearsal);
  const noLimb = !parts.some(({ id }) => id === rehearsal.findings.bound.limb);
  return (
    <>
      <div ref={here} hidden />
      <Warnings rehearsal={rehearsal} />
      {parts.length > 0 ? null : (
        <p className={styles["calm"]}>
          {words.happens.noSwelling} {trunk > 0 ? words.happens.elsewhere(volumeText(trunk)) : ""}
        </p>
      )}
      {parts.map((part) => (
        <PartNow key={part.id} {...{ part, rehearsal, run, clock }} />
      ))}
      {main === undefined ? null : <PartStory part={main} {...{ rehearsal, run, clock, bodies, follow, onFollow }} />}
      {main === undefined || history === undefined || plan === undefined || rehearsal.stops.length > 0 ? null : (
        <BesidePlan part={main} now={{ title: plan.title, history, rehearsal }} {...{ kept, keeps, onKeep }} />
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
export function HappensPanel(props: HappensPanelProps) {
  const { state, run, clock, onAgain, history, plan, kept, keeps, onKeep, follow, onFollow, many, otherProgram } =
    props;
  const stops = state.status === "done" ? state.rehearsal.stops : [];
  const place = useKeptPlace();
  return (
    <KeptPlaceContext value={place}>
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
          {otherProgram === undefined ? null : (
            <p className={styles["calm"]} role="status">
              {words.work.otherProgram(otherProgram, programVersion)}
            </p>
          )}
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
            <Found
              rehearsal={state.rehearsal}
              bodies={many.state.status === "told" ? many.state.told : undefined}
              {...{ run, clock, history, plan, kept, keeps, onKeep, follow, onFollow }}
            />
          ) : null}
          {state.status === "done" && stops.length === 0 && history !== undefined && plan !== undefined ? (
            <InManyBodies {...many} />
          ) : null}
        </Scroll>
      </section>
    </KeptPlaceContext>
  );
}
