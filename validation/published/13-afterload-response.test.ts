/** Lymphatic muscle grows stronger when its afterload rises. */
import { publish } from "../publish.ts";

publish({
  id: 13,
  title: "Contractility and afterload",
  studied: "animals",
  source: { citation: "Davis et al. 2012 (rat mesenteric lymphangions)" },
  provenance: { tag: "source", source: "second-hand" },
  protocol:
    "Outlet pressure of an isolated lymphangion ramped; rate of pressure rise and end-systolic pressure–volume relation before and after.",
  assumed: "",
  numbers: [
    {
      quantity: "change of dP/dt",
      condition: "after an afterload ramp",
      published: { kind: "value", value: 84, unit: "%" },
      verdict: "not yet",
      why: "Needs contractility that answers to load.",
    },
    {
      quantity: "shift of the end-systolic relation to smaller volumes",
      condition: "after an afterload ramp",
      published: { kind: "value", value: 30, unit: "%" },
      verdict: "not yet",
      why: "Needs contractility that answers to load.",
    },
  ],
});
