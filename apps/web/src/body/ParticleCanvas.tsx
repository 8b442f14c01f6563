import type { FigureScene } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { useEffect, useMemo, useRef } from "react";
import type { Clock } from "../clock/clock.ts";
import { browserFrames } from "../clock/clock.ts";
import styles from "./BodyFigure.module.css";
import type { Detour } from "./detours.ts";
import { detourStrokes, drawDetours } from "./draw-detours.ts";
import { frame } from "./frame.ts";
import { flowsAt, momentAt, type RunName } from "./moment.ts";
import { drawParticles, makeParticles, moveParticles } from "./particles.ts";

export interface ParticleCanvasProps {
  readonly scene: FigureScene;
  readonly rehearsal: Rehearsal | undefined;
  readonly run: RunName;
  readonly clock: Clock;
  readonly deep: boolean;
  readonly detours: readonly Detour[];
  readonly ink: LymphInk;
}

/** Colours of the moving lymph. */
export interface LymphInk {
  readonly dot: string;
  readonly rim: string;
  readonly detour: string;
  readonly ground: string;
}

/** Most pixels per CSS pixel that are worth drawing. */
const sharpest = 2;

/** Lymph as moving dots. Before anything was computed the flow is that of health. */
export function ParticleCanvas({ scene, rehearsal, run, clock, deep, detours, ink }: ParticleCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const strands = useMemo(() => scene.strands.filter(({ overview }) => overview || deep), [scene, deep]);
  const strokes = useMemo(() => detourStrokes(scene, detours), [scene, detours]);
  const now = { strands, strokes, rehearsal, run, clock, ink };
  const latest = useRef(now);
  latest.current = now;
  const count = strands.length;

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (element === null || context === null || context === undefined) return;
    const particles = makeParticles(latest.current.strands);
    const flow = new Float32Array(count).fill(1);
    const ids = latest.current.strands.map(({ id }) => id);
    let age = 0;
    const resize = (): void => {
      const ratio = Math.min(devicePixelRatio, sharpest);
      element.width = Math.round(element.clientWidth * ratio);
      element.height = Math.round(element.clientHeight * ratio);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    resize();
    const stop = browserFrames((elapsed) => {
      const seconds = Math.min(elapsed, 0.1);
      const { strands: vessels, rehearsal: body, ink: colours, ...rest } = latest.current;
      if (element.width === 0 || vessels.length !== count) return;
      if (body !== undefined) flowsAt(body, momentAt(body, rest.run, rest.clock.get().time), ids, flow);
      age += seconds;
      moveParticles(particles, vessels, flow, seconds);
      context.clearRect(0, 0, element.width, element.height);
      const [left, top, width] = frame;
      const brush = { context, scale: element.width / width, left, top };
      drawParticles(particles, vessels, flow, age, { ...brush, colour: colours.dot, glow: colours.rim });
      drawDetours(rest.strokes, age, { ...brush, colour: colours.detour, ground: colours.ground });
    });
    return () => {
      stop();
      observer.disconnect();
    };
  }, [count]);

  return <canvas ref={canvas} className={styles["canvas"]} data-layer="lymph" />;
}
