/** How activity clears a depot in muscle. */
import { publish } from "../publish.ts";

publish({
  id: 34,
  title: "Clearance of a depot in muscle",
  source: { citation: "Havas et al. 1997" },
  provenance: { tag: "source", source: "second-hand" },
  protocol: "Labelled albumin in the thigh muscle; rate constant at rest and with three kinds of work.",
  assumed: "",
  numbers: [
    {
      quantity: "removal rate",
      condition: "rest",
      published: { kind: "mean ± sd", value: 0.04, spread: 0.05, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a depot and a muscle pump.",
    },
    {
      quantity: "removal rate",
      condition: "dynamic work",
      published: { kind: "value", value: 0.16, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a depot and a muscle pump.",
    },
    {
      quantity: "removal rate",
      condition: "isometric extension",
      published: { kind: "value", value: 0.2, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a depot and a muscle pump.",
    },
    {
      quantity: "removal rate",
      condition: "isometric flexion",
      published: { kind: "value", value: 0.09, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a depot and a muscle pump.",
    },
  ],
});
