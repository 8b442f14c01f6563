import { mL } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { changeText, percentText } from "../format/numbers.ts";
import { words } from "../words.ts";
import type { BodyPart } from "./body-part.ts";
import styles from "./HappensPanel.module.css";
import { excessAt } from "./part-course.ts";

export interface PartProps {
  readonly part: BodyPart;
  readonly rehearsal: Rehearsal;
  readonly run: RunName;
  readonly clock: Clock;
}

/** What the session has changed until a time, in mL to a thousandth. */
function changeSoFar(rehearsal: Rehearsal, part: BodyPart, time: number): number {
  if (time < 0) return 0;
  const at = (run: RunName) => excessAt(rehearsal, part, run, time);
  return Math.round(((at("with") - at("without")) / mL) * 1000) / 1000;
}

/** Fluid above health in a part of the body at the moment shown, in the run shown. */
export function PartNow({ part, rehearsal, run, clock }: PartProps) {
  const amount = useClock(clock, (at) => Math.round(excessAt(rehearsal, part, run, at.time) / mL) * mL);
  const change = useClock(clock, (at) => changeSoFar(rehearsal, part, at.time));
  return (
    <div className={styles["limb"]} data-part={part.id}>
      <p className={styles["limbName"]}>
        <span>{part.name}</span>
        <span className={styles["run"]}>{run === "with" ? words.body.withLong : words.body.withoutLong}</span>
      </p>
      <p>
        <strong className={styles["amount"]} data-testid="excess">
          {changeText(amount, 0)}
        </strong>
      </p>
      <p>{words.happens.aboveHealth(percentText(amount / part.volume, 1))}</p>
      <p className={styles["quiet"]}>{words.happens.flowShare(percentText(part.finding.flowShare))}</p>
      <p data-testid="so-far">
        {run === "with" ? words.happens.soFar(changeText(change * mL, 3)) : words.happens.noHands}
      </p>
    </div>
  );
}
