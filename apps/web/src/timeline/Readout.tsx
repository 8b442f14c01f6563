import type { SessionStep } from "@openlymph/rehearsal";
import { stepsAt } from "../body/hand.ts";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { pressureText } from "../format/numbers.ts";
import { towardOf } from "../plan/tell-step.ts";
import { words } from "../words.ts";
import styles from "./TimelineBar.module.css";
import { timeText } from "./time-text.ts";

export interface ReadoutProps {
  readonly clock: Clock;
  readonly steps: readonly SessionStep[] | undefined;
  readonly sessionEnd: number;
  readonly run: RunName;
  /** Whether the clock stands where this session must not be played. */
  readonly refused: boolean;
}

function caption(step: SessionStep, place: number, all: number): string {
  const { timeline } = words;
  if (step.direction === "none") return timeline.stepBreathing(place + 1, all, step.regionLabel);
  return timeline.step(place + 1, all, step.regionLabel, towardOf(step.towardLabel, step.towardSide));
}

/** Where the clock stands, and during the session which step this is. */
export function Readout({ clock, steps, sessionEnd, run, refused }: ReadoutProps) {
  const time = useClock(clock, (at) => timeText(at, sessionEnd));
  const place = useClock(clock, (at) => stepsAt(steps ?? [], at.time).place);
  const step = steps?.[place];
  if (steps === undefined) return <p className={styles["readout"]}>{words.timeline.waiting}</p>;
  if (step === undefined || run === "without") {
    return (
      <div className={styles["readout"]}>
        <p data-testid="time">{time}</p>
        {refused ? <p className={styles["refused"]}>{words.stop.notPlayed}</p> : null}
      </div>
    );
  }
  const dose = [
    time,
    ...(step.pressure > 0 ? [pressureText(step.pressure)] : []),
    words.plan.times(step.repetitions, step.positions),
  ];
  return (
    <div className={styles["readout"]}>
      <p data-testid="step">{caption(step, place, steps.length)}</p>
      <p className={styles["dose"]} data-testid="time">
        {dose.join(" · ")}
      </p>
    </div>
  );
}
