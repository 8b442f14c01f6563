/** How fast packets of lymph travel. */
import { publish } from "../publish.ts";

publish({
  id: 23,
  title: "Velocity of lymph packets",
  studied: "people",
  source: { citation: "Groenlund et al., Lymphat Res Biol 2017; arm: Lymphat Res Biol 2020;18:226" },
  provenance: { tag: "source", source: "abstracts" },
  protocol: "Near-infrared imaging of dye: the front of a packet over a known length, at rest and after exercise.",
  assumed: "",
  numbers: [
    {
      quantity: "packet velocity",
      condition: "leg at rest, n = 10",
      published: { kind: "mean ± sd", value: 1.51, spread: 0.24, unit: "cm/s" },
      verdict: "not yet",
      why: "Needs a tracer that moves through the lymphangions.",
    },
    {
      quantity: "packet velocity",
      condition: "arm at rest, n = 10",
      published: { kind: "mean ± sd", value: 1.1, spread: 0.3, unit: "cm/s" },
      verdict: "not yet",
      why: "Needs a tracer that moves through the lymphangions.",
    },
    {
      quantity: "packet velocity",
      condition: "leg after exercise, n = 10",
      published: { kind: "mean ± sd", value: 2.2, spread: 0.63, unit: "cm/s" },
      verdict: "not yet",
      why: "Needs a tracer and a muscle pump.",
    },
  ],
});
