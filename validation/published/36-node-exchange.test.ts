/** Lymph nodes take water out of lymph. */
import { mmHg, unwrap } from "@openlymph/base";
import { healthyBody } from "@openlymph/rehearsal";
import {
  calibrateNodeExchange,
  nodeAbsorption,
  passNode,
} from "../../packages/physiology/src/elements/node-absorption.ts";
import { concentrationAtOncotic, oncoticPressure } from "../../packages/physiology/src/elements/oncotic.ts";
import { publish } from "../publish.ts";

const plasma = 72;
const afferent = 20.7;
const inflow = 4.2e-9;
const pressure = 5 * mmHg;
// Half of the body's lymph is absorbed in its nodes (8 to 4 L/day); limb lymph holds 20.7 g/L in the averaged model.
const node = unwrap(calibrateNodeExchange({ pressure, inflow, afferent, absorbedShare: 0.5, blood: plasma }));
const ratio = (flow: number, protein: number) => passNode(node, pressure, flow, protein).concentration / protein;

publish({
  id: 36,
  title: "Water taken up in lymph nodes",
  studied: "animals",
  source: {
    citation:
      "Adair, Moffatt, Paulsen & Guyton, Am J Physiol 1982;243:H351 (dog popliteal node); efferent protein: The effect of the canine popliteal node on the composition of lymph, J Physiol 1983;345:1 (25 greyhounds)",
    doi: "10.1113/jphysiol.1983.sp014961",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol:
    "Popliteal nodes perfused with plasma, diluted or not; lymph before and after the node in greyhounds. Here: a node whose exchange vanishes at 60 % of the plasma's oncotic pressure and takes half of a leg's resting lymph; the ratio at rest from the groups of limb nodes of the healthy averaged body.",
  assumed: "well mixed lymph; in the averaged body a capacity of four times the resting inflow",
  numbers: [
    {
      quantity: "oncotic pressure of lymph in equilibrium with a node, over that of plasma",
      condition: "dog popliteal node",
      published: { kind: "value", value: 0.6, unit: "" },
      verdict: "by construction",
      why: "The law of the nodes is written with this number.",
    },
    {
      quantity: "share of the change of protein that is water",
      condition: "dog popliteal node",
      published: { kind: "at least", value: 0.98, unit: "" },
      verdict: "by construction",
      why: "In the model protein cannot leave a node: all of it is water.",
    },
    {
      quantity: "efferent over afferent protein",
      condition: "greyhounds, popliteal; ours: first axillary and inguinal groups",
      published: { kind: "value", value: 2, unit: "" },
      verdict: "reproduced",
      why: "Follows from the equilibrium and the protein of limb lymph; the assumed capacity sets how close a node comes to it.",
    },
    {
      quantity: "change of the lymph's protein at a quarter of the flow less that at the whole",
      condition: "thin lymph, dog popliteal node",
      published: { kind: "sign", sign: 1, says: "larger at low flow", unit: "" },
      verdict: "reproduced",
    },
    {
      quantity: "efferent less afferent protein when whole plasma is perfused",
      condition: "dog popliteal node",
      published: { kind: "sign", sign: -1, says: "diluted", unit: "g/L" },
      verdict: "reproduced",
    },
  ],
  run: () => {
    const body = healthyBody();
    const ratios = ["AXLAT_L", "INGINF_L"].map((id) => 1 / (1 - body.absorbed[body.junctionIds.indexOf(id)]!));
    const mean = ratios.reduce((sum, value) => sum + value, 0) / ratios.length;
    let [low, high] = [0, plasma];
    for (let n = 0; n < 60; n++) {
      const middle = (low + high) / 2;
      if (nodeAbsorption(node, pressure, middle) > 0) low = middle;
      else high = middle;
    }
    const perfused = [5, 15, 25, 35, 45, 55, 65, 72];
    return {
      ours: [
        { value: oncoticPressure(low) / oncoticPressure(plasma) },
        { value: 1 },
        { value: mean, spread: { low: Math.min(...ratios), high: Math.max(...ratios), of: "two groups" } },
        { value: ratio(inflow / 4, afferent) - ratio(inflow, afferent) },
        { value: plasma * (ratio(inflow, plasma) - 1) },
      ],
      figure: {
        caption:
          "Protein that leaves a node against protein that enters it, at two flows; they meet at the equilibrium.",
        x: { label: "afferent protein, g/L", from: 0 },
        y: { label: "efferent protein, g/L", from: 0 },
        series: [
          { name: "resting flow", style: "line", points: perfused.map((c) => [c, c * ratio(inflow, c)] as const) },
          {
            name: "a quarter of it",
            style: "line",
            points: perfused.map((c) => [c, c * ratio(inflow / 4, c)] as const),
          },
        ],
        bands: [
          {
            axis: "y",
            from: 0.98 * concentrationAtOncotic(0.6 * oncoticPressure(plasma)),
            to: 1.02 * concentrationAtOncotic(0.6 * oncoticPressure(plasma)),
            name: "60 % of the plasma's oncotic pressure",
          },
        ],
      },
    };
  },
});
