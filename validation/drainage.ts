/**
 * A session of manual lymph drainage on a limb whose collector paces itself: how often it contracts and how fast dye runs,
 * before and after.
 *
 *   0 to 10 min comes to rest · 10 to 30 before · 30 to 45 strokes · 50 to 70 after
 *
 * | symbol      | value                                | source                                                  |
 * | ----------- | ------------------------------------ | ------------------------------------------------------- |
 * | session     | 15 min                               | Lopera 2017; Tan 2011 does not say                       |
 * | strokes     | 40 mmHg on tissue and vessel, 3 s, every 10 s, 2 cm/s toward the heart | usual pressure, *textbook*; the rest *assumed* |
 * | pacemaker   | `limbPacemaker` of human.ts; `usualShearInhibition` | elements/pacemaker.ts, wall-shear.ts |
 * | dye         | 2 marks into the tissue, 75 s apart, seen at a tenth | *assumed*                               |
 */
import { minute, mmHg } from "@openlymph/base";
import type { Network, PlacedLoad } from "@openlymph/physiology";
import type { Pacemaker } from "../packages/physiology/src/elements/pacemaker.ts";
import { usualShearInhibition } from "../packages/physiology/src/elements/wall-shear.ts";
import { beginCourse, goOn, volumeOut } from "./course.ts";
import { limbPacemaker } from "./human.ts";
import { pressed } from "./limb.ts";
import { dye, packetSpeed, packetsIn } from "./tracer.ts";

const marks = 2;
const between = 75;
const times = { before: 10 * minute, strokes: 30 * minute, rest: 45 * minute, after: 50 * minute, end: 70 * minute };

const strokes: PlacedLoad = {
  load: {
    kind: "stroke",
    amplitude: 40 * mmHg,
    duration: 3,
    period: 10,
    speed: 0.02,
    direction: "proximal",
    from: 0,
    to: 1,
    start: times.strokes,
    end: times.rest,
  },
  share: 1,
};

export interface Behaviour {
  /** Mean time between contractions of a lymphangion, s. */
  readonly period: number;
  /** Speed of packets of dye, m/s; NaN without any. */
  readonly speed: number;
  /** Mean outflow, m³/s. */
  readonly flow: number;
  /** Mean pressure in the tissue, Pa. */
  readonly tissue: number;
}

/** A collector left to its own pacemakers. */
export function selfPaced(network: Network, pacemaker: Pacemaker = limbPacemaker): Network {
  return {
    ...network,
    pacing: {
      ...network.pacing,
      source: { kind: "pacemaker", pacemaker },
      shear: usualShearInhibition,
    },
  };
}

/** What a limb that paces itself does before and after a session. */
export function drainageSession(network: Network): { before: Behaviour; after: Behaviour } {
  const skin = network.tissues!["skin"]!;
  const amount = skin.volume * skin.initialFilling;
  const marked = ([times.before, times.after] as const).flatMap((start) =>
    Array.from({ length: marks }, (_, n) =>
      dye(0.1, { injections: [{ at: "skin", amount, time: start + n * between }] }),
    ),
  );
  const solutes = { ...network.solutes, ...Object.fromEntries(marked.map((each, n) => [`dye ${n}`, each])) };
  const course = beginCourse({ ...pressed(network, strokes), solutes });
  const { assembly, integrator } = course;
  const cells = assembly.lymphangions.length;
  const onset = assembly.onset!;
  const watch = (from: number, to: number, first: number): Behaviour => {
    goOn(course, from);
    const seen = onset.slice();
    const onsets: number[][] = Array.from({ length: cells }, () => []);
    const out = volumeOut(course);
    let tissue = 0;
    for (let time = from + 1; time <= to; time++) {
      goOn(course, time);
      tissue += assembly.system.pressure[cells]!;
      for (let j = 0; j < cells; j++) if (onset[j] !== seen[j]) onsets[j]!.push(onset[j]!);
      seen.set(onset);
    }
    const waits = onsets.flatMap((list) => list.slice(1).map((onsetTime, i) => onsetTime - list[i]!));
    const fronts = assembly.solutes
      .filter(({ id }) => id.startsWith("dye"))
      .slice(first, first + marks)
      .flatMap(({ arrival }) => packetsIn(Array.from(arrival.subarray(0, cells))));
    return {
      period: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
      speed: packetSpeed(fronts).value,
      flow: (volumeOut(course) - out) / (integrator.time - from),
      tissue: tissue / (to - from),
    };
  };
  const before = watch(times.before, times.strokes, 0);
  return { before, after: watch(times.after, times.end, marks) };
}
