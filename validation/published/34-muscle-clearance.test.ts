/** How activity clears a depot in muscle. */
import { minute, mmHg } from "@openlymph/base";
import type { Network, PlacedLoad } from "@openlymph/physiology";
import { healthyBody } from "@openlymph/rehearsal";
import { beginCourse, goOn } from "../course.ts";
import { leg } from "../human.ts";
import { legShare, limb, pressed } from "../limb.ts";
import { publish } from "../publish.ts";
import { dye } from "../tracer.ts";

const held = [10, 20, 30, 60, 120, 180];

/** Lymph flow over interstitial volume of the deep thigh in the healthy averaged body, % per min. */
function thighClearance(): number {
  const body = healthyBody();
  const k = body.spec.compartments.findIndex(({ id }) => id === "deepThigh_L");
  const lymph = body.drainFlow.slice(body.drainStart[k]!, body.drainStart[k + 1]!).reduce((sum, flow) => sum + flow, 0);
  return (100 * minute * lymph) / body.volume[k]!;
}

/** Share of a depot in the tissue of a leg collector that is removed, % per min, from the second to the tenth minute. */
function depot(network: Network): number {
  const label = dye(1, { injections: [{ at: "skin", amount: 1, time: 0 }] });
  const course = beginCourse({ ...network, solutes: { ...network.solutes, label } });
  const state = course.assembly.solutes.find(({ id }) => id === "label")!;
  const cell = course.assembly.lymphangions.length + course.assembly.places.indexOf("skin");
  goOn(course, 2 * minute);
  const before = state.amount[cell]!;
  goOn(course, 10 * minute);
  return (100 * Math.log(before / state.amount[cell]!)) / 8;
}

const walking: PlacedLoad = {
  load: { kind: "muscle-pump", amplitude: 181 * mmHg, frequency: 1, duty: 0.4, from: 0, to: 1 },
  share: 1,
};
const holding = (pressure: number): PlacedLoad => ({
  load: { kind: "static", pressure: pressure * mmHg, steps: [], ramp: 1 },
  share: 1,
});

publish({
  id: 34,
  title: "Clearance of a depot in muscle",
  studied: "people",
  source: { citation: "Havas et al. 1997" },
  provenance: { tag: "source", source: "second-hand" },
  protocol:
    "There: labelled albumin in the thigh muscle; rate constant at rest and with three kinds of work. Here, at rest: lymph flow over interstitial volume of the deep thigh in the healthy averaged body. With work: a depot in the tissue of one leg collector, all of it pressed by the muscle; its rate over its own rate at rest, beside the published ratio, and times the rate of the averaged body. Dynamic: 181 mmHg, once a second, as measured in a walking calf; isometric: a held pressure.",
  assumed:
    "the label moves with the lymph and spreads through all of the interstitial fluid; a skin collector and its tissue for those of muscle; extension holds 60 mmHg in the muscle, flexion, to which it is the opponent, 20 mmHg",
  numbers: [
    {
      quantity: "removal rate",
      condition: "rest",
      published: { kind: "mean ± sd", value: 0.04, spread: 0.05, unit: "%/min" },
      verdict: "reproduced",
      why: "A weak test: the published spread includes none at all.",
    },
    {
      quantity: "removal rate",
      condition: "dynamic work",
      published: { kind: "value", value: 0.16, unit: "%/min" },
      verdict: "partly",
      why: "The rate at rest is too low by half, the gain somewhat too high.",
    },
    {
      quantity: "removal rate",
      condition: "isometric extension",
      published: { kind: "value", value: 0.2, unit: "%/min" },
      verdict: "partly",
      why: "The rate at rest is too low by half, the gain is right.",
    },
    {
      quantity: "removal rate",
      condition: "isometric flexion",
      published: { kind: "value", value: 0.09, unit: "%/min" },
      verdict: "partly",
      why: "The rate at rest is too low by half.",
    },
    {
      quantity: "removal rate over that at rest",
      condition: "dynamic work",
      published: { kind: "value", value: 4, unit: "" },
      verdict: "partly",
      why: "Hardly depends on the pressure: the vessel that leads out of a pressed muscle narrows, and lets no more through.",
    },
    {
      quantity: "removal rate over that at rest",
      condition: "isometric extension",
      published: { kind: "value", value: 5, unit: "" },
      verdict: "reproduced",
      why: "For the same reason hardly dependent on the assumed 60 mmHg.",
    },
    {
      quantity: "removal rate over that at rest",
      condition: "isometric flexion",
      published: { kind: "value", value: 2.25, unit: "" },
      verdict: "partly",
      why: "As assumed as its 20 mmHg.",
    },
  ],
  run: () => {
    const thigh = thighClearance();
    const network = limb({ collector: leg, share: legShare });
    const rest = depot(network);
    const dynamic = depot(pressed(network, walking)) / rest;
    const gains = held.map((pressure) => depot(pressed(network, holding(pressure))) / rest);
    const [extension, flexion] = [gains[held.indexOf(60)]!, gains[held.indexOf(20)]!];
    return {
      ours: [
        { value: thigh },
        ...[dynamic, extension, flexion].map((gain) => ({ value: gain * thigh })),
        ...[dynamic, extension, flexion].map((value) => ({ value })),
      ],
      figure: {
        caption:
          "Gain of clearance under a held pressure in the muscle; published: isometric flexion and extension, at the pressures assumed for them.",
        x: { label: "pressure in the muscle, mmHg", from: 0 },
        y: { label: "removal rate over that at rest", from: 0 },
        series: [
          {
            name: "ours",
            style: "line",
            points: [[0, 1], ...held.map((pressure, i) => [pressure, gains[i]!] as const)],
          },
          {
            name: "published",
            style: "published",
            points: [
              [20, 2.25],
              [60, 5],
            ],
          },
        ],
      },
    };
  },
});
