/** Lymphatic muscle grows stronger when its afterload rises; ours does not. */
import { cmH2O, minute } from "@openlymph/base";
import { volumeOf } from "@openlymph/physiology";
import { collector, settled, tension } from "../human.ts";
import { publish } from "../publish.ts";
import { fromSettled } from "../tracer.ts";

const against = (outlet: number) =>
  collector({
    lymphangions: 1,
    activeTension: tension.mean,
    frequency: 4.4 / minute,
    inletPressure: 3 * cmH2O,
    outletPressure: outlet * cmH2O,
  });

publish({
  id: 13,
  title: "Contractility and afterload",
  studied: "animals",
  source: { citation: "Davis et al. 2012 (rat mesenteric lymphangions)" },
  provenance: { tag: "source", source: "second-hand" },
  protocol:
    "There: outlet pressure of an isolated lymphangion raised; rate of pressure rise and end-systolic pressure–volume relation before and after. Here: one human lymphangion at 4.4 contractions a minute, its outlet raised at once from 5 to 15 cmH₂O; the second contraction after that beside the one five minutes later, at the same load.",
  assumed: "before and after are compared at the same outlet pressure",
  numbers: [
    {
      quantity: "change of dP/dt",
      condition: "after an afterload ramp",
      published: { kind: "value", value: 84, unit: "%" },
      verdict: "not yet",
      why: "The same to 0.1 %: tension in our wall follows its activation and stretch and does not answer to load in the course of minutes. dP/dt doubles at once, since a higher pressure is reached in the same time; that is no contractility.",
    },
    {
      quantity: "shift of the end-systolic relation to smaller volumes",
      condition: "after an afterload ramp",
      published: { kind: "value", value: 30, unit: "%" },
      verdict: "not yet",
      why: "None: the relation is the wall law at full activation.",
    },
  ],
  run: () => {
    const raised = { ...fromSettled(against(5), 8), outlets: { proximal: { pressure: 15 * cmH2O } } };
    const [early, late] = [2, 22].map((cycles) => settled(raised, cycles).lymphangions[0]!);
    const volume = (diameter: number) => volumeOf(diameter, 0.01);
    const [first, last] = [volume(early!.endSystolicDiameter), volume(late!.endSystolicDiameter)];
    return {
      ours: [{ value: 100 * (late!.fastestRise / early!.fastestRise - 1) }, { value: 100 * (1 - last / first) }],
    };
  },
});
