/** Valves close later and open later the more they are distended. */
import { publish } from "../publish.ts";

publish({
  id: 11,
  title: "Valve thresholds and distension",
  studied: "animals",
  source: { citation: "Davis et al. 2011 (rat mesenteric valves)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "An isolated valve at several transmural pressures; the adverse pressure that closes it and the pressure that opens it.",
  assumed: "",
  numbers: [
    {
      quantity: "closing pressure, least",
      condition: "little distended",
      published: { kind: "value", value: 0.1, unit: "cmH₂O" },
      verdict: "not yet",
      why: "Needs a valve with thresholds that depend on distension.",
    },
    {
      quantity: "closing pressure, largest",
      condition: "strongly distended",
      published: { kind: "value", value: 2.2, unit: "cmH₂O" },
      verdict: "not yet",
      why: "Needs a valve with thresholds that depend on distension.",
    },
    {
      quantity: "largest over least opening pressure",
      condition: "over the range of distension",
      published: { kind: "value", value: 6, unit: "" },
      verdict: "not yet",
      why: "Needs a valve with thresholds that depend on distension.",
    },
  ],
});
