import { type SessionStep, teachingModelLabel } from "@openlymph/rehearsal";
import { Pause, Play } from "lucide-react";
import type { RunName } from "../body/moment.ts";
import { type Clock, mayNotPlay } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { Button } from "../ui/Button.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import { Readout } from "./Readout.tsx";
import { Scrubber } from "./Scrubber.tsx";
import styles from "./TimelineBar.module.css";

export interface TimelineBarProps {
  readonly clock: Clock;
  readonly steps: readonly SessionStep[] | undefined;
  readonly sessionEnd: number;
  readonly run: RunName;
}

const speeds = { slow: 0.1, half: 0.5, normal: 1, fast: 3 } as const;
type SpeedName = keyof typeof speeds;
const speedNames = Object.keys(speeds) as SpeedName[];

function SpeedChoice({ clock }: { readonly clock: Clock }) {
  const speed = useClock(clock, (at) => at.speed);
  const name = speedNames.find((key) => speeds[key] === speed) ?? "normal";
  return (
    <Segmented
      label={words.timeline.speed}
      value={name}
      onChange={(next) => clock.setSpeed(speeds[next])}
      options={speedNames.map((value) => ({ value, text: words.timeline.speeds[value] }))}
      className={styles["speeds"]}
    />
  );
}

/** Weeks, session, hours after on one line: play, speed, and a handle to drag. */
export function TimelineBar({ clock, steps, sessionEnd, run }: TimelineBarProps) {
  const playing = useClock(clock, (at) => at.playing);
  const refused = useClock(clock, (at) => mayNotPlay(clock, at));
  const ready = steps !== undefined && !refused;
  return (
    <section className={styles["timeline"]} aria-label={words.timeline.label}>
      <div className={styles["top"]}>
        <Button
          kind="filled"
          round
          className={styles["play"]}
          label={playing ? words.timeline.pause : words.timeline.play}
          isDisabled={!ready}
          onPress={() => (playing ? clock.pause() : clock.play())}
        >
          {playing ? <Pause aria-hidden="true" size={26} /> : <Play aria-hidden="true" size={26} />}
        </Button>
        <Readout {...{ clock, steps, sessionEnd, run, refused }} />
        <SpeedChoice clock={clock} />
      </div>
      <Scrubber clock={clock} steps={steps} sessionEnd={sessionEnd} />
      <p className={styles["model"]}>{teachingModelLabel}</p>
    </section>
  );
}
