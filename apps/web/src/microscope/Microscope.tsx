import { RotateCcw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import type { CollectorSettings } from "../run/collector-run.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { Button } from "../ui/Button.tsx";
import { Drawer } from "../ui/Drawer.tsx";
import { PlayRow } from "../ui/PlayRow.tsx";
import { Problem } from "../ui/Problem.tsx";
import slider from "../ui/Slider.module.css";
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
      <SliderTrack className={slider["track"] ?? ""}>
        <SliderThumb className={slider["thumb"] ?? ""} />
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
  const moment = cycle === undefined ? 0 : Math.round(phase * (cycle.diameter[0]!.length - 1));
  const changed = settingRanges.some(({ name: own, usual }) => settings[own] !== usual);
  return (
    <Drawer
      title={told.title}
      about={name === undefined ? told.about : told.aboutOne(name)}
      closeLabel={told.close}
      testId="microscope"
      current={current}
      onClose={onClose}
      actions={
        <Button label={told.reset} round isDisabled={!changed} onPress={() => setSettings(usualSettings)}>
          <RotateCcw aria-hidden="true" size={20} />
        </Button>
      }
    >
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
            <PlayRow
              playing={playing}
              playLabel={told.play}
              pauseLabel={told.pause}
              onPlaying={setPlaying}
              label={told.moment}
              value={phase}
              most={1}
              step={0.01}
              onChange={setPhase}
              told={told.speed(speedOf(cycle.period).toFixed(1))}
            />
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
    </Drawer>
  );
}
