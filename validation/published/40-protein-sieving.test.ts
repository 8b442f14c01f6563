/** Protein of lymph falls as its flow rises. */
import { publish } from "../publish.ts";

publish({
  id: 40,
  title: "Protein of lymph against flow",
  source: { citation: "Joyner et al. 1973 (72 dogs)" },
  provenance: { tag: "source", source: "second-hand" },
  protocol: "Lymph over plasma protein at low to moderate flow, over a sixtyfold range; described by PS / (PS + L).",
  assumed: "",
  numbers: [
    {
      quantity: "lymph over plasma protein at ten times the resting flow, over that of PS / (PS + L)",
      condition: "steady state",
      published: { kind: "value", value: 1, unit: "" },
      verdict: "not yet",
      why: "Needs a steady run of one tissue over the range of flows; the averaged model can be asked, the file is to be written.",
    },
  ],
});
