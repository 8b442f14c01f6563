/** How activity clears a depot in muscle. */
import { minute } from "@openlymph/base";
import { healthyBody } from "@openlymph/rehearsal";
import { publish } from "../publish.ts";

/** Lymph flow over interstitial volume of the deep thigh in the healthy averaged body, % per min. */
function thighClearance(): number {
  const body = healthyBody();
  const k = body.spec.compartments.findIndex(({ id }) => id === "deepThigh_L");
  const lymph = body.drainFlow.slice(body.drainStart[k]!, body.drainStart[k + 1]!).reduce((sum, flow) => sum + flow, 0);
  return (100 * minute * lymph) / body.volume[k]!;
}

publish({
  id: 34,
  title: "Clearance of a depot in muscle",
  studied: "people",
  source: { citation: "Havas et al. 1997" },
  provenance: { tag: "source", source: "second-hand" },
  protocol:
    "Labelled albumin in the thigh muscle; rate constant at rest and with three kinds of work. Here, at rest: lymph flow over interstitial volume of the deep thigh in the healthy averaged body.",
  assumed: "the label moves with the lymph and spreads through all of the interstitial fluid",
  numbers: [
    {
      quantity: "removal rate",
      condition: "rest",
      published: { kind: "mean ± sd", value: 0.04, spread: 0.05, unit: "%/min" },
      verdict: "reproduced",
      why: "A weak test: the published spread includes none at all.",
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
  run: () => ({ ours: [{ value: thighClearance() }] }),
});
