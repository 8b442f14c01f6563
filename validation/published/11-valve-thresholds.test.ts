/** Valves close later and open later the more they are distended. */
import { cmH2O } from "@openlymph/base";
import { type HystereticValve, type Network, refresh } from "@openlymph/physiology";
import { beginCourse, goOn } from "../course.ts";
import { collector } from "../human.ts";
import { publish } from "../publish.ts";
import { ratValve } from "../rat-valve.ts";

const pressures = [0, 1, 2, 4, 6, 8, 10, 12];
const rate = 2;
const tick = 0.25;

/** The rat's valve with a blend so sharp that its thresholds themselves are seen. */
const valve: HystereticValve = { ...ratValve, width: 0.1 };

/** Two passive segments with the valve between them, both ends at a pressure, Pa. */
function bench(pressure: number): Network {
  const network = collector({ lymphangions: 2, activeTension: 0, inletPressure: pressure, outletPressure: pressure });
  return {
    ...network,
    valves: { valve },
    vessels: { collector: { ...network.vessels["collector"]!, valves: ["none", "valve", "none"] } },
  };
}

/** Drops across the valve, Pa, at which it closes as the outlet is raised and opens as it is let down again, by 2 Pa/s. */
function thresholds(pressure: number): { closing: number; opening: number } {
  const course = beginCourse(bench(pressure));
  const { integrator, assembly } = course;
  const { system } = assembly;
  const path = assembly.paths.findIndex(({ law }) => law === "valve");
  const outlet = system.to[assembly.paths.findIndex((each) => each.outlet !== undefined)]!;
  const isOpen = () => integrator.state[system.flow.stateOf[path]!]! > 0.5;
  const ramp = (step: number, until: () => boolean) => {
    let drop = system.flow.drop[path]!;
    for (let n = 0; n < 8000 && !until(); n++) {
      drop = system.flow.drop[path]!;
      system.pressure[outlet]! += step;
      refresh(integrator);
      goOn(course, integrator.time + tick);
    }
    return drop;
  };
  ramp(-rate * tick, () => isOpen() && system.pressure[outlet]! < pressure - 100);
  const closing = ramp(rate * tick, () => !isOpen());
  return { closing: -closing, opening: ramp(-rate * tick, isOpen) };
}

publish({
  id: 11,
  title: "Valve thresholds and distension",
  studied: "animals",
  source: { citation: "Davis et al., Am J Physiol Heart Circ Physiol 2011;301:H48 (rat mesenteric valves)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: an isolated valve at several transmural pressures; the adverse pressure that closes it and the pressure that opens it. Here: two passive segments with a hysteretic valve between them; the outlet is raised and let down again by 2 Pa a second, and the drop right across the valve is noted when it closes and when it opens.",
  assumed:
    "full distension at 10 cmH₂O; opening at 10 Pa when relaxed; resistances of the 2014 set; a human wall; a blend 0.1 Pa wide, so that the thresholds themselves are seen (at 0.5 Pa, as in 2014, the relaxed valve closes at 0.073 cmH₂O: the blend turns over before its threshold)",
  numbers: [
    {
      quantity: "closing pressure, least",
      condition: "little distended",
      published: { kind: "value", value: 0.1, unit: "cmH₂O" },
      verdict: "by construction",
      why: "An input of the valve law; the run shows that it arrives, through hysteresis, lag and flow.",
    },
    {
      quantity: "closing pressure, largest",
      condition: "strongly distended",
      published: { kind: "value", value: 2.2, unit: "cmH₂O" },
      verdict: "by construction",
      why: "An input of the valve law; the run shows that it arrives, through hysteresis, lag and flow.",
    },
    {
      quantity: "largest over least opening pressure",
      condition: "over the range of distension",
      published: { kind: "value", value: 6, unit: "" },
      verdict: "by construction",
      why: "An input of the valve law; the run shows that it arrives, through hysteresis, lag and flow.",
    },
  ],
  run: () => {
    const found = pressures.map((pressure) => thresholds(pressure * cmH2O));
    const [first, last] = [found[0]!, found.at(-1)!];
    return {
      ours: [
        { value: first.closing / cmH2O },
        { value: last.closing / cmH2O },
        { value: last.opening / first.opening },
      ],
      figure: {
        caption:
          "Drop across a valve when it closes and when it opens, measured on the bench, against transmural pressure.",
        x: { label: "transmural pressure, cmH₂O", from: 0, to: 12 },
        y: { label: "drop, cmH₂O", from: 0 },
        series: [
          {
            name: "adverse, to close",
            style: "line",
            points: pressures.map((p, i) => [p, found[i]!.closing / cmH2O] as const),
          },
          {
            name: "to open",
            style: "line",
            points: pressures.map((p, i) => [p, found[i]!.opening / cmH2O] as const),
          },
        ],
      },
    };
  },
});
