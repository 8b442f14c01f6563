import type { FigureDrawing, FigureSceneOptions, View } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { useEffect, useMemo } from "react";
import type { Clock } from "../clock/clock.ts";
import { timeAt } from "../clock/timeline.ts";
import { useClock } from "../clock/use-clock.ts";
import { type Theme, useTheme } from "../theme/theme.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { words } from "../words.ts";
import styles from "./BodyFigure.module.css";
import { BodyPicture } from "./BodyPicture.tsx";
import { Chevrons } from "./Chevrons.tsx";
import { DetourLayer } from "./DetourLayer.tsx";
import { type Detour, detoursAt } from "./detours.ts";
import type { DrawnFigure, FigureInk } from "./figure.worker.ts";
import { frameBox } from "./frame.ts";
import { HandLayer } from "./HandLayer.tsx";
import { HitLayer } from "./HitLayer.tsx";
import { stepsAt } from "./hand.ts";
import { drawnLayers, type Layers } from "./layers.ts";
import { momentAt, type RunName, swellingAt, veilAt } from "./moment.ts";
import { type LymphInk, ParticleCanvas } from "./ParticleCanvas.tsx";
import type { Thing } from "./things.ts";
import { useFigure } from "./use-figure.ts";

export interface BodyFigureProps {
  readonly view: View;
  readonly build: FigureSceneOptions["build"];
  readonly rehearsal: Rehearsal | undefined;
  readonly run: RunName;
  readonly clock: Clock;
  readonly layers: Layers;
  readonly onPoint: (thing: Thing | undefined) => void;
  readonly onKeep: (thing: Thing | undefined) => void;
  /** Hears of every new drawing. */
  readonly onDrawn: (view: View, drawn: DrawnFigure | undefined) => void;
}

/** How finely the body follows the clock. */
const grain = 400;

function inkOf(theme: Theme, { trunk, halo }: FigureInk): LymphInk {
  if (theme === "dark") return { dot: "#FFF6C9", rim: trunk, detour: "#E3D27A", ground: halo };
  return { dot: "#FFF7C4", rim: "#6E5C08", detour: "#A08A1E", ground: halo };
}

const none: readonly Detour[] = [];

function Drawn({ drawn, props }: { readonly drawn: DrawnFigure; readonly props: BodyFigureProps }) {
  const { view, rehearsal, run, clock, layers, onPoint, onKeep } = props;
  const { scene } = drawn;
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
  return (
    <>
      <BodyPicture drawn={drawn} />
      {flows && !still ? (
        <ParticleCanvas {...{ scene, rehearsal, run, clock, deep, detours }} ink={inkOf(theme, drawn.ink)} />
      ) : (
        <svg viewBox={frameBox} className={styles["drawing"]} aria-hidden="true" focusable="false">
          <DetourLayer scene={scene} detours={detours} />
          {flows ? <Chevrons scene={scene} rehearsal={rehearsal} moment={moment} deep={deep} /> : null}
        </svg>
      )}
      <svg viewBox={frameBox} className={styles["drawing"]} aria-hidden="true" focusable="false">
        {now === undefined || run === "without" ? null : (
          <HandLayer scene={scene} step={now} next={next} time={second} moving={playing && !still} />
        )}
      </svg>
      <HitLayer {...{ scene, deep, onPoint, onKeep }} viewName={words.body[view]} />
    </>
  );
}

/** One view of the body with all that lies on it. */
export function BodyFigure(props: BodyFigureProps) {
  const { view, build = "neutral", rehearsal, run, clock, layers, onDrawn } = props;
  const theme = useTheme();
  const time = useClock(clock, (at) => timeAt(clock.timeline, Math.round(at.place * grain) / grain));
  const veiled = layers.has("veil");
  const { options, drawing } = useMemo(() => {
    const moment = rehearsal === undefined ? undefined : momentAt(rehearsal, run, time);
    const swelling = rehearsal === undefined || moment === undefined ? {} : swellingAt(rehearsal, moment);
    const veil = rehearsal === undefined || moment === undefined || !veiled ? {} : veilAt(rehearsal, moment);
    const removed = Object.fromEntries(
      (rehearsal?.index.nodes ?? []).flatMap((id, n) => {
        const share = rehearsal?.removed[n] ?? 0;
        return share > 0 ? [[id, share]] : [];
      }),
    );
    const look: FigureDrawing = { theme, layers: drawnLayers(layers), veil, removed, prefix: `body-${view}` };
    const shape: FigureSceneOptions = { view, build, swelling, precision: "interactive" };
    return { options: shape, drawing: look };
  }, [view, build, rehearsal, run, time, layers, theme, veiled]);
  const drawn = useFigure(options, drawing);
  useEffect(() => onDrawn(view, drawn), [onDrawn, view, drawn]);
  return (
    <figure className={styles["figure"]} data-view={view} data-ready={drawn !== undefined}>
      <div className={styles["frame"]}>
        {drawn === undefined ? <div className={styles["waiting"]} /> : <Drawn drawn={drawn} props={props} />}
      </div>
      <figcaption className={styles["caption"]}>
        <abbr title={words.history.sides[view === "front" ? "right" : "left"]}>{view === "front" ? "R" : "L"}</abbr>
        {words.body[view]}
        <abbr title={words.history.sides[view === "front" ? "left" : "right"]}>{view === "front" ? "L" : "R"}</abbr>
      </figcaption>
    </figure>
  );
}
