/** Packet speed around a session of manual lymph drainage. */
import { publish } from "../publish.ts";

publish({
  id: 25,
  title: "Packet speed before and after drainage",
  studied: "people",
  source: { citation: "Lopera et al. 2017 (nine healthy people)" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "Near-infrared imaging before and after 15 min of manual lymph drainage.",
  assumed: "",
  numbers: [
    {
      quantity: "packet velocity",
      condition: "before, n = 9",
      published: { kind: "median", value: 6.7, unit: "mm/s" },
      verdict: "not yet",
      why: "Needs a tracer that moves through the lymphangions.",
    },
    {
      quantity: "packet velocity",
      condition: "after, n = 9",
      published: { kind: "median", value: 13.3, unit: "mm/s" },
      verdict: "not yet",
      why: "Needs a tracer and a pacemaker that answers to filling and shear.",
    },
  ],
});
