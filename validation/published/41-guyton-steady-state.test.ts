/** The steady state of a classic model of the circulation. */
import { publish } from "../publish.ts";

publish({
  id: 41,
  title: "Steady state of the Guyton 1992 model",
  source: { citation: "Guyton 1992, public code" },
  provenance: { tag: "source", source: "parameters and initial state from public code" },
  protocol: "Capillary, tissue and lymph module of the model with its own parameters, run until steady.",
  assumed: "",
  numbers: [
    {
      quantity: "interstitial pressure",
      condition: "steady",
      published: { kind: "value", value: -3.03, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs that module written as a case.",
    },
    {
      quantity: "capillary pressure",
      condition: "steady",
      published: { kind: "value", value: 16.82, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs that module written as a case.",
    },
    {
      quantity: "tissue fluid",
      condition: "steady",
      published: { kind: "value", value: 11.97, unit: "L" },
      verdict: "not yet",
      why: "Needs that module written as a case.",
    },
    {
      quantity: "lymph flow",
      condition: "steady",
      published: { kind: "value", value: 3.63, unit: "mL/min" },
      verdict: "not yet",
      why: "Needs that module written as a case.",
    },
  ],
});
