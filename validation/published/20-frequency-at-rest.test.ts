/** How often collectors contract at rest: told to, and left to their pacemakers. */
import { minute } from "@openlymph/base";
import type { HumanCollectorOptions } from "@openlymph/physiology";
import { beginCourse, goOn } from "../course.ts";
import { selfPaced } from "../drainage.ts";
import { arm, leg } from "../human.ts";
import { numbersOf } from "../kept-cases.ts";
import { armShare, legShare, limb } from "../limb.ts";
import { publish } from "../publish.ts";

const told = "An input of the model wherever pacing is prescribed: contractions come as often as they are told to.";
const [from, to] = [5 * minute, 35 * minute];

/** Contractions a minute of a lymphangion, on the mean of all, in a limb at rest that paces itself. */
function frequencyAtRest(collector: HumanCollectorOptions, share: number): number {
  const course = beginCourse(selfPaced(limb({ collector, share })));
  const onset = course.assembly.onset!;
  goOn(course, from);
  const seen = onset.slice();
  let contractions = 0;
  for (let time = from + 5; time <= to; time += 5) {
    goOn(course, time);
    contractions += onset.reduce((count, at, j) => count + (at === seen[j] ? 0 : 1), 0);
    seen.set(onset);
  }
  return (minute * contractions) / onset.length / (to - from);
}

publish({
  id: 20,
  title: "Contraction frequency at rest",
  studied: "people",
  source: {
    citation:
      "Leg: Groenlund et al., Lymphat Res Biol 2017. Arm: Function of upper extremity human lymphatics, Lymphat Res Biol 2020;18:226",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol:
    "There: near-infrared imaging of ten healthy volunteers each, lying. Here: an input where pacing is prescribed; then a collector with its tissue left to its pacemakers, whose rate is that of isolated vessels (result 21), for half an hour from the fifth minute on.",
  assumed: "how a pacemaker's rate depends on filling and shear; a superficial collector at 30 °C",
  numbers: [
    {
      quantity: "contraction frequency",
      condition: "leg, n = 10",
      published: { kind: "mean ± sd", value: 0.59, spread: 0.13, unit: "/min" },
      verdict: "by construction",
      why: told,
    },
    {
      quantity: "contraction frequency",
      condition: "arm, n = 10",
      published: { kind: "mean ± sd", value: 0.9, spread: 0.4, unit: "/min" },
      verdict: "by construction",
      why: told,
    },
    {
      quantity: "contraction frequency",
      condition: "leg, left to its pacemakers",
      published: { kind: "mean ± sd", value: 0.59, spread: 0.13, unit: "/min" },
      verdict: "partly",
      why: "Prediction. The rate of a distended vessel at 37 °C, 4.4 /min, was calibrated on isolated vessels (result 21); that of a limb at rest follows from how little it is distended (tissue at −1 mmHg) and from 7 °C. Our leg is like our arm, people's are not.",
    },
    {
      quantity: "contraction frequency",
      condition: "arm, left to its pacemakers",
      published: { kind: "mean ± sd", value: 0.9, spread: 0.4, unit: "/min" },
      verdict: "reproduced",
      why: "Prediction, as in the leg.",
    },
  ],
  run: () => {
    const found = numbersOf("frequency-at-rest", [
      { key: "leg", run: () => [frequencyAtRest(leg, legShare)] },
      { key: "arm", run: () => [frequencyAtRest(arm, armShare)] },
    ]);
    return { ours: [undefined, undefined, ...found.map(([value]) => ({ value: value! }))] };
  },
});
