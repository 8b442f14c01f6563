/** The cuff pressure that stops lymph while hands drive it. */
import { publish } from "../publish.ts";

publish({
  id: 30,
  title: "Occlusion pressure under active strokes",
  studied: "people",
  source: { citation: "Belgrado et al. 2016" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "Thirty arms: a cuff on the upper arm, strokes (fill and flush) below it; the pressure at which dye no longer passes.",
  assumed: "",
  numbers: [
    {
      quantity: "occlusion pressure",
      condition: "arm, n = 30",
      published: { kind: "mean ± ci", value: 86, spread: 3.7, unit: "mmHg" },
      verdict: "not yet",
      why: "Needs strokes below a cuff that closes the vessel.",
    },
  ],
});
