/** How long tracer takes from hand to axilla. */
import { publish } from "../publish.ts";

publish({
  id: 32,
  title: "Transit from hand to axilla",
  studied: "people",
  source: { citation: "Modi et al., J Physiol 2007;583:271 (PubMed 17569739)" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "Tracer in the skin of the hand; time until it is seen in the axilla, seven healthy people.",
  assumed: "",
  numbers: [
    {
      quantity: "transit time",
      condition: "hand to axilla, n = 7",
      published: { kind: "mean ± sd", value: 9.6, spread: 7.2, unit: "min" },
      verdict: "not yet",
      why: "Needs a tracer that moves through the lymphangions.",
    },
    {
      quantity: "velocity",
      condition: "hand to axilla, n = 7",
      published: { kind: "value", value: 8.9, unit: "cm/min" },
      verdict: "not yet",
      why: "Needs a tracer that moves through the lymphangions.",
    },
  ],
});
