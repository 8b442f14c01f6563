import type { FigureSceneOptions, View } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { Microscope as MicroscopeSign } from "lucide-react";
import { type PointerEvent, useCallback, useRef, useState } from "react";
import type { Clock } from "../clock/clock.ts";
import { usePhone } from "../theme/use-media.ts";
import { Button } from "../ui/Button.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import { BodyFigure } from "./BodyFigure.tsx";
import styles from "./BodyStage.module.css";
import type { DrawnFigure } from "./figure.worker.ts";
import { InfoCard } from "./InfoCard.tsx";
import { LayerMenu } from "./LayerMenu.tsx";
import { Legend } from "./Legend.tsx";
import { firstLayers } from "./layers.ts";
import type { RunName } from "./moment.ts";
import { PictureMenu } from "./PictureMenu.tsx";
import type { Thing } from "./things.ts";
import { useFollowedView } from "./use-followed-view.ts";

export interface BodyStageProps {
  readonly build: FigureSceneOptions["build"];
  /** What is written below a saved picture. */
  readonly title: string;
  readonly rehearsal: Rehearsal | undefined;
  readonly run: RunName;
  /** Whether the session must not be done, and so is not shown. */
  readonly stopped: boolean;
  readonly clock: Clock;
  readonly onRun: (run: RunName) => void;
  /** Opens the microscope, on the vessel of this name where it was opened from one. */
  readonly onMicroscope: (looking: { readonly name: string | undefined }) => void;
}

/** How far a finger moves sideways to turn the body round, px. */
const swipe = 60;
const both: readonly View[] = ["front", "back"];

/** The body, front and back, with its switches and the numbers of what is pointed at. */
export function BodyStage({ build, rehearsal, run, stopped, clock, title, onRun, onMicroscope }: BodyStageProps) {
  const phone = usePhone();
  const [view, setView] = useFollowedView(rehearsal, clock);
  const [layers, setLayers] = useState(firstLayers);
  const [pointed, setPointed] = useState<Thing>();
  const [kept, setKept] = useState<Thing>();
  const from = useRef<number>(undefined);
  const drawn = useRef<Partial<Record<View, DrawnFigure>>>({});
  const draw = useCallback((view: View, figure: DrawnFigure | undefined) => {
    const { [view]: _before, ...others } = drawn.current;
    drawn.current = figure === undefined ? others : { ...others, [view]: figure };
  }, []);
  const keep = useCallback((thing: Thing | undefined) => {
    setKept((before) => (before?.id === thing?.id ? undefined : thing));
  }, []);
  const turn = (event: PointerEvent): void => {
    const far = from.current === undefined ? 0 : event.clientX - from.current;
    from.current = undefined;
    if (phone && Math.abs(far) > swipe) setView(view === "front" ? "back" : "front");
  };
  const shown = pointed ?? kept;
  const views = phone ? [view] : both;
  return (
    <section className={styles["stage"]} aria-label={words.body.label} id="body">
      <div className={styles["corner"]}>
        {phone ? (
          <Segmented
            label={words.body.view}
            value={view}
            onChange={setView}
            options={both.map((value) => ({ value, text: words.body[value] }))}
            className={styles["compact"]}
          />
        ) : null}
        <div className={styles["switches"]}>
          <LayerMenu layers={layers} onChange={setLayers} />
          <Button
            kind="outlined"
            label={words.microscope.open}
            className={styles["microscope"]}
            onPress={() => onMicroscope({ name: undefined })}
          >
            <MicroscopeSign aria-hidden="true" size={20} />
          </Button>
          {phone ? null : <PictureMenu drawn={drawn} title={title} />}
        </div>
      </div>
      <Segmented
        label={words.body.run}
        value={run}
        onChange={onRun}
        options={[
          {
            value: "with",
            text: words.body.with,
            long: stopped ? words.stop.withOff : words.body.withLong,
            isDisabled: stopped,
          },
          { value: "without", text: words.body.without, long: words.body.withoutLong },
        ]}
        className={styles["run"]}
      />
      <div
        className={styles["figures"]}
        onPointerDown={(event) => {
          from.current = event.clientX;
        }}
        onPointerUp={turn}
      >
        {views.map((each) => (
          <BodyFigure
            key={each}
            view={each}
            onPoint={setPointed}
            onKeep={keep}
            onDrawn={draw}
            {...{ build, rehearsal, run, clock, layers }}
          />
        ))}
        {shown === undefined ? <Legend /> : null}
      </div>
      <InfoCard
        thing={shown}
        kept={kept !== undefined}
        onRelease={() => setKept(undefined)}
        onMicroscope={onMicroscope}
        {...{ rehearsal, run, clock }}
      />
    </section>
  );
}
