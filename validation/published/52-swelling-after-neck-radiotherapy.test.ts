/** How many necks and faces swell after radiotherapy: not yet asked. */
import { publish } from "../publish.ts";

publish({
  id: 52,
  title: "Faces and necks that swell after radiotherapy of the neck",
  studied: "people",
  source: { citation: "head and neck studies, as collected in procedures.json" },
  provenance: { tag: "source", source: "second-hand or abstracts" },
  protocol: "There: swelling inside and outside, seen and graded. Here: nothing yet.",
  assumed: "",
  numbers: [
    {
      quantity: "people who swell after neck radiotherapy",
      condition: "face, neck or larynx",
      published: { kind: "value", value: 70, unit: "%" },
      verdict: "not yet",
      why: "It was graded by eye and endoscope; no excess of volume says which of these virtual bodies count.",
    },
  ],
});
