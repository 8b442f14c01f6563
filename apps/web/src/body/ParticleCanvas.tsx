import type { FigureScene, Strand } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Clock } from "../clock/clock.ts";
import { browserFrames } from "../clock/clock.ts";
import styles from "./BodyFigure.module.css";
import type { LymphInk } from "./dot-painter.ts";
import { plainDots } from "./dots-plain.ts";
import { webglDots } from "./dots-webgl.ts";
import { effortAfter, fullEffort } from "./effort.ts";
import { type Frame, thinner, wholeBody } from "./frame.ts";
import { flowsAt, momentAt, type RunName } from "./moment.ts";
import { dotsDrawn, makeParticles, moveParticles } from "./particles.ts";

export interface ParticleCanvasProps {
  readonly scene: FigureScene;
  readonly rehearsal: Rehearsal | undefined;
  readonly run: RunName;
  readonly clock: Clock;
  readonly deep: boolean;
  readonly frame: Frame;
  readonly ink: LymphInk;
}

/** What the layer draws at this moment, for whoever looks at the canvas from outside. */
export interface LymphDrawn {
  readonly ids: readonly string[];
  readonly strands: readonly Strand[];
  readonly flow: Float32Array;
  readonly moved: Float32Array;
  readonly dots: number;
}
export interface LymphCanvas extends HTMLCanvasElement {
  lymph?: LymphDrawn;
}

/** Most pixels per CSS pixel that are worth drawing. */
const sharpest = 2;

/** Lymph as moving dots. Before anything was computed the flow is that of health. */
export function ParticleCanvas({ scene, rehearsal, run, clock, deep, frame, ink }: ParticleCanvasProps) {
  const canvas = useRef<LymphCanvas>(null);
  // A graphics card that was taken away is not asked again.
  const [lost, setLost] = useState(false);
  const strands = useMemo(() => scene.strands.filter(({ overview }) => overview || deep), [scene, deep]);
  const now = { strands, rehearsal, run, clock, frame, ink };
  const latest = useRef(now);
  latest.current = now;
  const count = strands.length;

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const particles = makeParticles(latest.current.strands);
    const painter = (lost ? undefined : webglDots(element, particles)) ?? plainDots(element, particles);
    if (painter === undefined) return;
    const flow = new Float32Array(count).fill(1);
    const ids = latest.current.strands.map(({ id }) => id);
    let laid: readonly Strand[] | undefined;
    let age = 0;
    let effort = fullEffort;
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
      const { strands: vessels, rehearsal: body, run: shown, clock: running, ...look } = latest.current;
      if (element.width === 0 || vessels.length !== count) return;
      if (vessels !== laid) painter.lay(vessels);
      laid = vessels;
      if (body !== undefined) flowsAt(body, momentAt(body, shown, running.get().time), ids, flow);
      age += seconds;
      effort = effortAfter(effort, elapsed);
      moveParticles(particles, vessels, flow, seconds);
      const near = wholeBody[2] / look.frame[2];
      const dots = dotsDrawn(particles, near, effort.share);
      painter.paint({ ...look, count: dots, size: thinner(look.frame), flow, age });
      element.lymph = { ids, strands: vessels, flow, moved: particles.moved, dots };
    });
    const onLost = (): void => setLost(true);
    element.addEventListener("webglcontextlost", onLost, { once: true });
    return () => {
      stop();
      painter.dispose();
      observer.disconnect();
      element.removeEventListener("webglcontextlost", onLost);
    };
  }, [count, lost]);

  return <canvas key={String(lost)} ref={canvas} className={styles["canvas"]} data-layer="lymph" />;
}
