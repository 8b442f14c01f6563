/** How often collectors contract at rest: an input. */
import { publish } from "../publish.ts";

const why = "An input of the model: contractions come as often as they are told to.";

publish({
  id: 20,
  title: "Contraction frequency at rest",
  studied: "people",
  source: {
    citation:
      "Leg: Groenlund et al., Lymphat Res Biol 2017. Arm: Function of upper extremity human lymphatics, Lymphat Res Biol 2020;18:226",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol: "Near-infrared imaging of ten healthy volunteers each, lying.",
  assumed: "",
  numbers: [
    {
      quantity: "contraction frequency",
      condition: "leg, n = 10",
      published: { kind: "mean ± sd", value: 0.59, spread: 0.13, unit: "/min" },
      verdict: "by construction",
      why,
    },
    {
      quantity: "contraction frequency",
      condition: "arm, n = 10",
      published: { kind: "mean ± sd", value: 0.9, spread: 0.4, unit: "/min" },
      verdict: "by construction",
      why,
    },
  ],
});
