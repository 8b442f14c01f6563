/** What warmth does to the frequency of contractions: an input. */
import { publish } from "../publish.ts";

publish({
  id: 22,
  title: "Heat and contraction frequency",
  studied: "people",
  source: { citation: "Groenlund et al., Lymphat Res Biol 2017" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "There: ten healthy legs at rest and warmed to 40 °C, 0.62 ± 0.4 and 1.46 ± 0.5 contractions a minute.",
  assumed: "",
  numbers: [
    {
      quantity: "frequency at 40 °C over that at rest",
      condition: "leg, n = 10",
      published: { kind: "value", value: 2.35, unit: "" },
      verdict: "by construction",
      why: "Frequency is an input; a law of temperature would take its one number from here.",
    },
  ],
});
