/** How much of a pressure on the skin reaches tissue and vessel: an input. */
import { publish } from "../publish.ts";

const why = "An input: the share of skin pressure that reaches the tissue is taken from these measurements.";

publish({
  id: 29,
  title: "Pressure from the skin to the tissue",
  studied: "people",
  source: {
    citation: "Pneumatic sleeves: Olszewski et al. Dog hind leg: transmission of skin pressure to the subcutis",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol: "Tissue fluid pressure beneath a sleeve or a pressed skin, over the pressure applied.",
  assumed: "",
  numbers: [
    {
      quantity: "tissue fluid pressure over sleeve pressure",
      condition: "pneumatic sleeve, human leg",
      published: { kind: "value", value: 0.8, unit: "" },
      verdict: "by construction",
      why,
    },
    {
      quantity: "interstitial pressure over skin pressure",
      condition: "dog hind leg",
      published: { kind: "value", value: 0.7, unit: "" },
      verdict: "by construction",
      why,
    },
  ],
});
