import { Pause, Play, RotateCcw, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import type { CollectorSettings } from "../run/collector-run.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { Button } from "../ui/Button.tsx";
import { Problem } from "../ui/Problem.tsx";
import { words } from "../words.ts";
import { CollectorPicture } from "./CollectorPicture.tsx";
import styles from "./Microscope.module.css";
import { PumpCurve } from "./PumpCurve.tsx";
import { type SettingRange, settingRanges, usualSettings } from "./settings.ts";
import { Traces } from "./Traces.tsx";
import { useCollector } from "./use-collector.ts";
import { speedOf, usePhase } from "./use-phase.ts";

const told = words.microscope;

interface SettingProps {
  readonly range: SettingRange;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Setting({ range, value, onChange }: SettingProps) {
  const { least, most, step, name } = range;
  return (
    <Slider
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={(next) => onChange(next as number)}
      className={styles["setting"] ?? ""}
    >
      <Label>{told.settings[name].label}</Label>
      <SliderOutput>{told.settings[name].value(value)}</SliderOutput>
      <SliderTrack className={styles["track"] ?? ""}>
        <SliderThumb className={styles["thumb"] ?? ""} />
      </SliderTrack>
    </Slider>
  );
}

export interface MicroscopeProps {
  /** Vessel it was opened from. */
  readonly name: string | undefined;
  /** Settings it begins with, where they are not the usual ones. */
  readonly begin: Partial<CollectorSettings> | undefined;
  readonly onClose: () => void;
}

/** One collector, valve by valve: it squeezes as it is computed, and answers to six sliders. */
export function Microscope({ name, begin, onClose }: MicroscopeProps) {
  const still = useReducedMotion();
  const [settings, setSettings] = useState<CollectorSettings>({ ...usualSettings, ...begin });
  useEffect(() => setSettings({ ...usualSettings, ...begin }), [begin]);
  const [playing, setPlaying] = useState(!still);
  const { cycle, pump, current, problem } = useCollector(settings);
  const [phase, setPhase] = usePhase(cycle?.period ?? 1, playing && cycle !== undefined);
  const most = useRef(0);
  if (pump !== undefined) most.current = Math.max(most.current, ...pump.map(({ flow }) => flow));
  const head = useRef<HTMLElement>(null);
  useEffect(() => head.current?.focus(), []);
  const moment = cycle === undefined ? 0 : Math.round(phase * (cycle.diameter[0]!.length - 1));
  const changed = settingRanges.some(({ name: own, usual }) => settings[own] !== usual);
  return (
    <section
      className={styles["drawer"]}
      aria-label={told.title}
      data-testid="microscope"
      data-current={current}
      ref={head}
      tabIndex={-1}
    >
      <div className={styles["head"]}>
        <h2>{told.title}</h2>
        <p className={styles["about"]}>{name === undefined ? told.about : told.aboutOne(name)}</p>
        <Button label={told.reset} round isDisabled={!changed} onPress={() => setSettings(usualSettings)}>
          <RotateCcw aria-hidden="true" size={20} />
        </Button>
        <Button label={told.close} round onPress={onClose}>
          <X aria-hidden="true" size={22} />
        </Button>
      </div>
      {problem === undefined ? null : <Problem message={problem} safe={told.kept} />}
      {cycle === undefined ? (
        <p className={styles["waiting"]} role="status">
          {told.loading}
        </p>
      ) : (
        <div className={styles["body"]}>
          <div className={styles["view"]}>
            <CollectorPicture cycle={cycle} moment={moment} />
            <p className={styles["ends"]}>
              <span>{told.from}</span>
              <span>{told.to}</span>
            </p>
            <div className={styles["time"]}>
              <Button label={playing ? told.pause : told.play} round onPress={() => setPlaying(!playing)}>
                {playing ? <Pause aria-hidden="true" size={20} /> : <Play aria-hidden="true" size={20} />}
              </Button>
              <Slider
                aria-label={told.moment}
                value={phase}
                minValue={0}
                maxValue={1}
                step={0.01}
                onChange={(next) => {
                  setPlaying(false);
                  setPhase(next as number);
                }}
                className={styles["scrub"] ?? ""}
              >
                <SliderTrack className={styles["track"] ?? ""}>
                  <SliderThumb className={styles["thumb"] ?? ""} />
                </SliderTrack>
              </Slider>
              <span className={styles["range"]}>{told.speed(speedOf(cycle.period).toFixed(1))}</span>
            </div>
            <p className={styles["numbers"]} data-testid="collector-numbers">
              {cycle.outflow < -0.005
                ? told.runsBack((-cycle.outflow).toFixed(2))
                : told.moves(Math.max(0, cycle.outflow).toFixed(2), (100 * cycle.ejectionFraction).toFixed(0))}
            </p>
          </div>
          <div className={styles["side"]}>
            <div className={styles["settings"]}>
              {settingRanges.map((range) => (
                <Setting
                  key={range.name}
                  range={range}
                  value={settings[range.name]}
                  onChange={(value) => setSettings((before) => ({ ...before, [range.name]: value }))}
                />
              ))}
            </div>
            {pump === undefined ? null : (
              <PumpCurve pump={pump} afterload={settings.afterload} outflow={cycle.outflow} most={most.current} />
            )}
          </div>
          <div className={styles["courses"]}>
            <Traces cycle={cycle} moment={moment} />
          </div>
          {cycle.warnings.map((warning) => (
            <p key={warning} className={styles["range"]}>
              {warning}
            </p>
          ))}
        </div>
      )}
      <p className={styles["range"]}>{told.honest}</p>
    </section>
  );
}
