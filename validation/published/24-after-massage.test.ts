/** What remains right after manual lymph drainage. */
import { publish } from "../publish.ts";

publish({
  id: 24,
  title: "After manual lymph drainage",
  studied: "people",
  source: { citation: "Tan et al., Arch Phys Med Rehabil 2011" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "Near-infrared imaging before and after a session: ten people with lymphoedema, twelve controls.",
  assumed: "",
  numbers: [
    {
      quantity: "change of velocity",
      condition: "swollen limb",
      published: { kind: "value", value: 23, unit: "%" },
      verdict: "not yet",
      why: "Needs a pacemaker that answers to filling and shear, and a tracer.",
    },
    {
      quantity: "change of velocity",
      condition: "other limb",
      published: { kind: "value", value: 25, unit: "%" },
      verdict: "not yet",
      why: "Needs a pacemaker that answers to filling and shear, and a tracer.",
    },
    {
      quantity: "change of velocity",
      condition: "control",
      published: { kind: "value", value: 28, unit: "%" },
      verdict: "not yet",
      why: "Needs a pacemaker that answers to filling and shear, and a tracer.",
    },
    {
      quantity: "change of time between contractions",
      condition: "swollen limb",
      published: { kind: "value", value: -9, unit: "%" },
      verdict: "not yet",
      why: "Needs a pacemaker that answers to filling and shear, and a tracer.",
    },
    {
      quantity: "change of time between contractions",
      condition: "other limb",
      published: { kind: "value", value: -20, unit: "%" },
      verdict: "not yet",
      why: "Needs a pacemaker that answers to filling and shear, and a tracer.",
    },
    {
      quantity: "change of time between contractions",
      condition: "control",
      published: { kind: "value", value: -23, unit: "%" },
      verdict: "not yet",
      why: "Needs a pacemaker that answers to filling and shear, and a tracer.",
    },
  ],
});
