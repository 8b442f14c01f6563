import { mL } from "@openlymph/base";
import type { LimbFinding, Rehearsal } from "@openlymph/rehearsal";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { changeText, percentText } from "../format/numbers.ts";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";
import { limbExcessAt } from "./limb-course.ts";

export interface LimbProps {
  readonly finding: LimbFinding;
  readonly rehearsal: Rehearsal;
  readonly run: RunName;
  readonly clock: Clock;
}

/** What the session has changed until a time, in mL to a thousandth. */
function changeSoFar(rehearsal: Rehearsal, limb: LimbFinding["limb"], time: number): number {
  if (time < 0) return 0;
  const at = (run: RunName) => limbExcessAt(rehearsal, limb, run, time);
  return Math.round(((at("with") - at("without")) / mL) * 1000) / 1000;
}

/** Fluid above health in a limb at the moment shown, in the run shown. */
export function LimbNow({ finding, rehearsal, run, clock }: LimbProps) {
  const { limb, limbVolume, flowShare } = finding;
  const amount = useClock(clock, (at) => Math.round(limbExcessAt(rehearsal, limb, run, at.time) / mL) * mL);
  const change = useClock(clock, (at) => changeSoFar(rehearsal, limb, at.time));
  return (
    <div className={styles["limb"]}>
      <p className={styles["limbName"]}>
        <span>{words.happens.limbs[limb]}</span>
        <span className={styles["run"]}>{run === "with" ? words.body.withLong : words.body.withoutLong}</span>
      </p>
      <p>
        <strong className={styles["amount"]} data-testid="excess">
          {changeText(amount, 0)}
        </strong>
      </p>
      <p>{words.happens.aboveHealth(percentText(amount / limbVolume, 1))}</p>
      <p className={styles["quiet"]}>{words.happens.flowShare(percentText(flowShare))}</p>
      <p data-testid="so-far">
        {run === "with" ? words.happens.soFar(changeText(change * mL, 3)) : words.happens.noHands}
      </p>
    </div>
  );
}
