/** Lymph nodes take water out of lymph. */
import { oncoticPressure } from "@openlymph/physiology";
import { healthyBody } from "@openlymph/rehearsal";
import { publish } from "../publish.ts";

publish({
  id: 36,
  title: "Water taken up in lymph nodes",
  source: { citation: "Adair & Guyton (dog popliteal node); efferent protein: 25 greyhounds" },
  provenance: { tag: "source", source: "abstracts" },
  protocol: "The healthy averaged body: protein leaving over protein entering each group of limb nodes at rest.",
  assumed: "capacity of a node four times its resting inflow",
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
  ],
  run: () => {
    const body = healthyBody();
    const ratios = ["AXLAT_L", "INGINF_L"].map((id) => 1 / (1 - body.absorbed[body.junctionIds.indexOf(id)]!));
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    const equilibrium = oncoticPressure(body.equilibrium) / body.plasmaOncotic;
    return {
      ours: [
        { value: equilibrium },
        { value: 1 },
        { value: mean, spread: { low: Math.min(...ratios), high: Math.max(...ratios), of: "two groups" } },
      ],
    };
  },
});
