import type { FigureDrawing, FigureSceneOptions, TracerDrawing } from "@openlymph/figure";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Clock } from "../clock/clock.ts";
import { timeAt } from "../clock/timeline.ts";
import { useClock } from "../clock/use-clock.ts";
import { drawnSizes, type NodeSizes } from "../run/node-sizes.ts";
import { type Theme, useTheme } from "../theme/theme.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { words } from "../words.ts";
import { areaColours } from "./areas.ts";
import styles from "./BodyFigure.module.css";
import { BodyPicture } from "./BodyPicture.tsx";
import { Chevrons } from "./Chevrons.tsx";
import { DetourLayer } from "./DetourLayer.tsx";
import { type Detour, detoursAt } from "./detours.ts";
import type { LymphInk } from "./dot-painter.ts";
import type { DrawnFigure, FigureInk } from "./figure.worker.ts";
import { boxOf, frameOf, type Look, thinner } from "./frame.ts";
import { HandLayer } from "./HandLayer.tsx";
import { HitLayer } from "./HitLayer.tsx";
import { stepsAt } from "./hand.ts";
import { drawnLayers, type Layers, withoutMotion } from "./layers.ts";
import { momentAt, removedNodes, swellingAt, veilAt } from "./moment.ts";
import { ParticleCanvas } from "./ParticleCanvas.tsx";
import { PlanSpots } from "./PlanSpots.tsx";
import { Poster } from "./Poster.tsx";
import type { ShownBody } from "./shown-bodies.ts";
import type { PlacedThing } from "./things.ts";
import { useFigure } from "./use-figure.ts";

export interface BodyFigureProps {
  readonly body: ShownBody;
  readonly build: FigureSceneOptions["build"];
  readonly clock: Clock;
  readonly layers: Layers;
  readonly look: Look;
  readonly sizes: NodeSizes | undefined;
  /** A tracer that is looked for; what moves on the body is then not drawn. */
  readonly tracer: TracerDrawing | undefined;
  readonly onPoint: (thing: PlacedThing | undefined, body: string) => void;
  readonly onKeep: (thing: PlacedThing | undefined, body: string, from?: SVGElement) => void;
  /** Hears of every new drawing. */
  readonly onDrawn: (body: string, drawn: DrawnFigure | undefined) => void;
}

/** How finely the body follows the clock. */
const grain = 400;

function inkOf(theme: Theme, { trunk }: FigureInk): LymphInk {
  return theme === "dark" ? { dot: "#FFF6C9", rim: trunk, wide: 1 } : { dot: "#FFF3A6", rim: "#3A3000", wide: 1.4 };
}

const none: readonly Detour[] = [];

/** Longest a body is not drawn as its history wants it because the model is about to answer, ms. */
const longestWait = 3000;

/**
 * Whether the page has just begun and the model has not answered yet. Both cores have enough to do then, and the body it
 * began with looks the same: what the history changes in it is drawn once, with what the model says.
 */
function useEarly(answered: boolean): boolean {
  const [early, setEarly] = useState(!answered);
  useEffect(() => {
    if (answered) setEarly(false);
    if (!early || answered) return;
    const waited = setTimeout(() => setEarly(false), longestWait);
    return () => clearTimeout(waited);
  }, [answered, early]);
  return early && !answered;
}

interface DrawnProps {
  readonly drawn: DrawnFigure;
  readonly early: boolean;
  readonly props: BodyFigureProps;
  readonly onPainted: () => void;
}

function Drawn({ drawn, early, props, onPainted }: DrawnProps) {
  const { body, clock, look, tracer, onPoint, onKeep } = props;
  const layers = tracer === undefined ? props.layers : withoutMotion(props.layers);
  const { key, view, rehearsal, run } = body;
  const { scene } = drawn;
  const frame = useMemo(() => frameOf(look, view), [look, view]);
  const box = boxOf(frame);
  const still = useReducedMotion();
  const theme = useTheme();
  const time = useClock(clock, (at) => timeAt(clock.timeline, Math.round(at.place * grain) / grain));
  const second = useClock(clock, (at) => Math.floor(at.time));
  const playing = useClock(clock, (at) => at.playing);
  const deep = layers.has("deep");
  const moment = useMemo(
    () => (rehearsal === undefined ? undefined : momentAt(rehearsal, run, time)),
    [rehearsal, run, time],
  );
  const { now, next } = stepsAt(rehearsal?.steps ?? [], second);
  const flows = layers.has("flow") && layers.has("vessels");
  const withDetours = layers.has("detours");
  const detours = useMemo(
    () => (rehearsal === undefined || moment === undefined || !withDetours ? none : detoursAt(rehearsal, moment)),
    [rehearsal, moment, withDetours],
  );
  const point = useCallback((thing: PlacedThing | undefined) => onPoint(thing, key), [onPoint, key]);
  const keep = useCallback(
    (thing: PlacedThing | undefined, from?: SVGElement) => onKeep(thing, key, from),
    [onKeep, key],
  );
  return (
    <>
      <BodyPicture drawn={drawn} frame={frame} early={early} onPainted={onPainted} />
      <svg viewBox={box} className={styles["drawing"]} aria-hidden="true" focusable="false">
        <DetourLayer scene={scene} detours={detours} size={thinner(frame)} />
        {flows && still ? <Chevrons scene={scene} rehearsal={rehearsal} moment={moment} deep={deep} /> : null}
      </svg>
      {flows && !still ? (
        <ParticleCanvas {...{ scene, rehearsal, run, clock, deep, frame }} ink={inkOf(theme, drawn.ink)} />
      ) : null}
      <svg viewBox={box} className={styles["drawing"]} aria-hidden="true" focusable="false">
        {layers.has("steps") && rehearsal !== undefined && rehearsal.stops.length === 0 ? (
          <PlanSpots scene={scene} steps={rehearsal.steps} />
        ) : null}
        {now === undefined || run === "without" || tracer !== undefined ? null : (
          <HandLayer scene={scene} step={now} next={next} time={second} moving={playing && !still} />
        )}
      </svg>
      <HitLayer {...{ scene, deep, box }} onPoint={point} onKeep={keep} viewName={words.body[view]} />
    </>
  );
}

/** One view of the body with all that lies on it. */
export function BodyFigure(props: BodyFigureProps) {
  const { body, build = "neutral", clock, layers, tracer, onDrawn, sizes } = props;
  const { key, view, rehearsal, run, name } = body;
  const theme = useTheme();
  const time = useClock(clock, (at) => timeAt(clock.timeline, Math.round(at.place * grain) / grain));
  const veiled = layers.has("veil");
  const early = useEarly(rehearsal !== undefined);
  const { options, drawing } = useMemo(() => {
    const moment = rehearsal === undefined ? undefined : momentAt(rehearsal, run, time);
    const swelling = rehearsal === undefined || moment === undefined ? {} : swellingAt(rehearsal, moment);
    const veil = rehearsal === undefined || moment === undefined || !veiled ? {} : veilAt(rehearsal, moment);
    const ink: FigureDrawing = {
      theme,
      layers: drawnLayers(layers),
      veil,
      removed: removedNodes(rehearsal),
      ...(sizes === undefined ? {} : { nodeSize: drawnSizes(sizes, time) }),
      prefix: `body-${key}`,
      ...(tracer === undefined ? {} : { tracer }),
      ...(layers.has("lymphosomes") ? { areas: areaColours } : {}),
    };
    const shape: FigureSceneOptions = { view, build: early ? "neutral" : build, swelling, precision: "interactive" };
    return { options: shape, drawing: ink };
  }, [key, view, build, early, rehearsal, run, time, layers, theme, veiled, tracer, sizes]);
  const drawn = useFigure(options, drawing);
  const [painted, setPainted] = useState(false);
  useEffect(() => onDrawn(key, drawn), [onDrawn, key, drawn]);
  return (
    <figure className={styles["figure"]} data-view={view} data-run={run} data-ready={drawn !== undefined}>
      <div className={styles["frame"]} data-frame="">
        {painted ? null : <Poster view={view} />}
        {drawn === undefined ? null : (
          <Drawn drawn={drawn} early={early} props={props} onPainted={() => setPainted(true)} />
        )}
      </div>
      <figcaption className={styles["caption"]}>
        <abbr title={words.history.sides[view === "front" ? "right" : "left"]}>{view === "front" ? "R" : "L"}</abbr>
        <span title={name}>{name ?? words.body[view]}</span>
        <abbr title={words.history.sides[view === "front" ? "left" : "right"]}>{view === "front" ? "L" : "R"}</abbr>
      </figcaption>
    </figure>
  );
}
