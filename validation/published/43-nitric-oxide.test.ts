/** What a nitric oxide donor does to contractions. */
import { publish } from "../publish.ts";

publish({
  id: 43,
  title: "Nitric oxide donor",
  studied: "animals",
  source: { citation: "Rat tail lymphatics and model (PMC7536047)" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "Isolated rat tail lymphatics under rising sodium nitroprusside.",
  assumed: "",
  numbers: [
    {
      quantity: "change of amplitude",
      condition: "nitroprusside",
      published: { kind: "value", value: -30, unit: "%" },
      verdict: "not yet",
      why: "Needs the inhibition of contractions, with a dose.",
    },
    {
      quantity: "change of frequency",
      condition: "nitroprusside",
      published: { kind: "value", value: -70, unit: "%" },
      verdict: "not yet",
      why: "Needs the inhibition of contractions, with a dose.",
    },
  ],
});
