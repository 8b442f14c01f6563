import { day } from "@openlymph/base";
import type { SessionStep } from "@openlymph/rehearsal";
import { useLayoutEffect, useRef } from "react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import type { Clock } from "../clock/clock.ts";
import { placeAt } from "../clock/timeline.ts";
import { useClock } from "../clock/use-clock.ts";
import { spanText } from "../format/numbers.ts";
import { words } from "../words.ts";
import styles from "./Scrubber.module.css";
import { timeText } from "./time-text.ts";

export interface ScrubberProps {
  readonly clock: Clock;
  readonly steps: readonly SessionStep[] | undefined;
  readonly sessionEnd: number;
}

const fine = 1000;
const percent = (place: number): string => `${100 * place}%`;

/** The line itself: three stretches, a tick for every step, and the handle. */
export function Scrubber({ clock, steps, sessionEnd }: ScrubberProps) {
  const input = useRef<HTMLInputElement>(null);
  const place = useClock(clock, (at) => Math.round(at.place * fine));
  const text = useClock(clock, (at) => timeText(at, sessionEnd));
  const speed = useClock(clock, (at) => at.speed);
  const { phases } = clock.timeline;
  useLayoutEffect(() => {
    input.current?.setAttribute("aria-valuetext", text);
  });
  return (
    <Slider
      aria-label={words.timeline.scrub}
      minValue={0}
      maxValue={fine}
      step={1}
      value={place}
      isDisabled={steps === undefined}
      onChange={(value) => clock.seek(Number(value) / fine)}
      className={styles["slider"] ?? ""}
    >
      <SliderTrack className={styles["track"] ?? ""}>
        {phases.map(({ name, from, to, rate, start, end }) => (
          <span
            key={name}
            className={styles["phase"]}
            data-phase={name}
            data-stopped={clock.until < 1 && name === "session"}
            style={{ left: percent(from), width: percent(to - from) }}
          >
            <span className={styles["name"]}>
              {name === "after" && end - start > 2 * day ? words.timeline.daysAfter : words.timeline.phases[name]}{" "}
              <span>{words.timeline.rate(spanText(rate * speed))}</span>
            </span>
          </span>
        ))}
        <span className={styles["done"]} style={{ width: percent(place / fine) }} />
        {steps?.slice(1).map(({ n, start }) => (
          <span key={n} className={styles["tick"]} style={{ left: percent(placeAt(clock.timeline, start)) }} />
        ))}
        <SliderThumb inputRef={input} className={styles["thumb"] ?? ""} />
      </SliderTrack>
    </Slider>
  );
}
