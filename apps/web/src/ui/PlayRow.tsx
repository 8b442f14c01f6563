import { Pause, Play } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { Button } from "./Button.tsx";
import styles from "./PlayRow.module.css";
import slider from "./Slider.module.css";

export interface PlayRowProps {
  readonly playing: boolean;
  readonly playLabel: string;
  readonly pauseLabel: string;
  readonly onPlaying: (playing: boolean) => void;
  /** Name of the slider, and what its value means when it is read out. */
  readonly label: string;
  readonly valueText?: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** At the end of the row. */
  readonly told: string;
}

/** Play, a slider to move by hand, and what it says. */
export function PlayRow(props: PlayRowProps) {
  const { playing, playLabel, pauseLabel, onPlaying, label, valueText, value, most, step, onChange, told } = props;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (valueText !== undefined) input.current?.setAttribute("aria-valuetext", valueText);
  });
  return (
    <div className={styles["row"]}>
      <Button label={playing ? pauseLabel : playLabel} round onPress={() => onPlaying(!playing)}>
        {playing ? <Pause aria-hidden="true" size={20} /> : <Play aria-hidden="true" size={20} />}
      </Button>
      <Slider
        aria-label={label}
        value={value}
        minValue={0}
        maxValue={most}
        step={step}
        onChange={(next) => {
          onPlaying(false);
          onChange(next as number);
        }}
        className={styles["slider"] ?? ""}
      >
        <SliderTrack className={slider["track"] ?? ""}>
          <SliderThumb inputRef={input} className={slider["thumb"] ?? ""} />
        </SliderTrack>
      </Slider>
      <span className={styles["told"]}>{told}</span>
    </div>
  );
}
