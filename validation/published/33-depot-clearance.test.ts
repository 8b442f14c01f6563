/** How fast a depot under the skin is cleared. */
import { minute } from "@openlymph/base";
import { healthyBody } from "@openlymph/rehearsal";
import { publish } from "../publish.ts";

/** Lymph flow over interstitial volume of each territory of the forearm's skin in the healthy averaged body, % per min. */
function forearmClearance(): number[] {
  const body = healthyBody();
  return body.spec.compartments.flatMap(({ id }, k) => {
    if (!id.startsWith("forearm")) return [];
    const lymph = body.drainFlow
      .slice(body.drainStart[k]!, body.drainStart[k + 1]!)
      .reduce((sum, flow) => sum + flow, 0);
    return [(100 * minute * lymph) / body.volume[k]!];
  });
}

publish({
  id: 33,
  title: "Clearance of a depot in the forearm",
  studied: "people",
  source: { citation: "Epifascial IgG clearance in the forearm, n = 11" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "Labelled IgG under the skin of normal and swollen forearms; rate constant of its removal. Here: lymph flow over interstitial volume of the forearm's territories in the healthy averaged body.",
  assumed: "the label moves with the lymph and spreads through all of the interstitial fluid",
  numbers: [
    {
      quantity: "removal rate",
      condition: "normal forearm",
      published: { kind: "mean ± sd", value: 0.08, spread: 0.028, unit: "%/min" },
      verdict: "not yet",
      why: "Ours is a third of it. Part of the interstitium is closed to a protein as large as IgG, which our volume does not know; or a depot gathers more lymph than the tissue at rest.",
    },
    {
      quantity: "removal rate",
      condition: "swollen forearm, n = 11",
      published: { kind: "mean ± sd", value: 0.072, spread: 0.021, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a swollen forearm with its depot; a healthy one does not agree yet.",
    },
  ],
  run: () => {
    const rates = forearmClearance();
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    return {
      ours: [
        { value: mean, spread: { low: Math.min(...rates), high: Math.max(...rates), of: "territories" } },
        undefined,
      ],
    };
  },
});
