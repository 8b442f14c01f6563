/** Ways in which a lymphangion fails as the pressure before it rises. */
import { publish } from "../publish.ts";

publish({
  id: 4,
  title: "Modes of pump failure",
  studied: "models",
  source: { citation: "Bertram et al., Biomech Model Mechanobiol 2017;16:1987" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "One lymphangion against a slowly rising outlet pressure; the patterns of valve opening, closing and end-systolic diameter are told apart.",
  assumed: "",
  numbers: [
    {
      quantity: "failure modes seen",
      condition: "single lymphangion, afterload ramp",
      published: { kind: "value", value: 7, unit: "" },
      verdict: "not yet",
      why: "Needs an outlet pressure that rises during a run and a valve whose thresholds change with distension.",
    },
  ],
});
