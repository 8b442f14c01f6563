import { type Rehearsal, teachingModelLabel } from "@openlymph/rehearsal";
import { Info } from "lucide-react";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import { volumeText } from "../format/numbers.ts";
import type { RunState } from "../studio/use-rehearsal.ts";
import { Button } from "../ui/Button.tsx";
import panel from "../ui/Panel.module.css";
import { Problem } from "../ui/Problem.tsx";
import { words } from "../words.ts";
import { BloodReturn } from "./BloodReturn.tsx";
import { Computing } from "./Computing.tsx";
import { Detours } from "./Detours.tsx";
import { trunkExcess } from "./full-regions.ts";
import styles from "./HappensPanel.module.css";
import { LimbNow } from "./LimbNow.tsx";
import { LimbStory } from "./LimbStory.tsx";
import { swollenLimbs } from "./limb-course.ts";
import { Nodes } from "./Nodes.tsx";
import { Notes } from "./Notes.tsx";
import { Regions } from "./Regions.tsx";
import { Watersheds } from "./Watersheds.tsx";

export interface HappensPanelProps {
  readonly state: RunState;
  readonly run: RunName;
  readonly clock: Clock;
  readonly onAgain: () => void;
}

function Found({ rehearsal, run, clock }: { rehearsal: Rehearsal; run: RunName; clock: Clock }) {
  const limbs = swollenLimbs(rehearsal);
  const shown = limbs.length > 0 ? limbs.slice(0, 2) : rehearsal.findings.limbs.slice(0, 1);
  const limb = shown[0];
  const trunk = trunkExcess(rehearsal);
  return (
    <>
      {limbs.length === 0 ? (
        <p className={styles["calm"]}>
          {words.happens.noSwelling} {trunk > 0 ? words.happens.elsewhere(volumeText(trunk)) : ""}
        </p>
      ) : null}
      {limbs.slice(0, 2).map((each) => (
        <LimbNow key={each.limb} finding={each} {...{ rehearsal, run, clock }} />
      ))}
      {limb === undefined || (limbs.length === 0 && trunk > 0) ? null : (
        <LimbStory finding={limb} {...{ rehearsal, run, clock }} />
      )}
      <Detours {...{ rehearsal, run, clock }} />
      <Regions rehearsal={rehearsal} open={limbs.length === 0 && trunk > 0} />
      <Nodes rehearsal={rehearsal} />
      <Watersheds rehearsal={rehearsal} />
      <BloodReturn rehearsal={rehearsal} />
      <Notes rehearsal={rehearsal} />
    </>
  );
}

/** What the model finds: fluid, what the session changes and how little it can be, ways, nodes, and what is not known. */
export function HappensPanel({ state, run, clock, onAgain }: HappensPanelProps) {
  return (
    <section className={`${panel["panel"]} ${styles["happens"]}`} aria-label={words.happens.title}>
      <div className={panel["head"]}>
        <h2>{words.happens.title}</h2>
      </div>
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
      {state.status === "done" ? <Found rehearsal={state.rehearsal} run={run} clock={clock} /> : null}
    </section>
  );
}
