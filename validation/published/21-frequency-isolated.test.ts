/** How often isolated human vessels contract. */
import { publish } from "../publish.ts";

publish({
  id: 21,
  title: "Contraction frequency of isolated vessels",
  studied: "people",
  source: { citation: "Majgaard et al. 2022 (human thoracic duct and mesenteric vessels)" },
  provenance: { tag: "source", source: "second-hand" },
  protocol: "Isolated human vessels stretched to about 20 mmHg; spontaneous contractions counted.",
  assumed: "",
  numbers: [
    {
      quantity: "contraction frequency",
      condition: "isolated, human",
      published: { kind: "mean ± sd", value: 4.4, spread: 0.5, unit: "/min" },
      verdict: "not yet",
      why: "Needs a pacemaker whose frequency depends on pressure.",
    },
  ],
});
