/** Tissue pressure of a leg whose capillary pressure rises. */
import { publish } from "../publish.ts";

publish({
  id: 38,
  title: "Leg oedema and capillary pressure",
  source: { citation: "Reda & Avril 2025 (poroelastic model)" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "A poroelastic leg: capillary pressure raised from 10 to 80 mmHg, lymphatics open or blocked.",
  assumed: "",
  numbers: [
    {
      quantity: "interstitial pressure",
      condition: "capillaries at 80 mmHg",
      published: { kind: "value", value: 8, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs a skin that stiffens: our tissue gives way above 15 mmHg of added capillary pressure.",
    },
    {
      quantity: "interstitial pressure",
      condition: "the same, lymphatics blocked",
      published: { kind: "value", value: 40, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs a skin that stiffens: our tissue gives way above 15 mmHg of added capillary pressure.",
    },
  ],
});
