/** How long a sleeve must press before tissue fluid moves. */
import { publish } from "../publish.ts";

publish({
  id: 28,
  title: "Timing of pneumatic compression",
  studied: "people",
  source: { citation: "Zaleska et al. (swollen legs)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "A sleeve inflated to 50, 80 and 120 mmHg for 5, 20 or 50 s; the pressure of tissue fluid ahead of it. About 30 mmHg are needed for flow toward the thigh.",
  assumed: "",
  numbers: [
    {
      quantity: "pressure ahead of the sleeve",
      condition: "120 mmHg for 5 s",
      published: { kind: "at most", value: 30, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs tissue compartments that fill through a resistance.",
    },
    {
      quantity: "pressure ahead of the sleeve",
      condition: "120 mmHg for 20 s",
      published: { kind: "at most", value: 30, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs tissue compartments that fill through a resistance.",
    },
    {
      quantity: "pressure ahead of the sleeve",
      condition: "120 mmHg for 50 s",
      published: { kind: "at least", value: 30, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs tissue compartments that fill through a resistance.",
    },
  ],
});
