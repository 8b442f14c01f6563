/** How fast a depot under the skin is cleared. */
import { publish } from "../publish.ts";

publish({
  id: 33,
  title: "Clearance of a depot in the forearm",
  source: { citation: "Epifascial IgG clearance in the forearm, n = 11" },
  provenance: { tag: "source", source: "abstract" },
  protocol: "Labelled IgG under the skin of normal and swollen forearms; rate constant of its removal.",
  assumed: "",
  numbers: [
    {
      quantity: "removal rate",
      condition: "normal forearm",
      published: { kind: "mean ± sd", value: 0.08, spread: 0.028, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a depot that is cleared with the lymph of its tissue.",
    },
    {
      quantity: "removal rate",
      condition: "swollen forearm, n = 11",
      published: { kind: "mean ± sd", value: 0.072, spread: 0.021, unit: "%/min" },
      verdict: "not yet",
      why: "Needs a depot that is cleared with the lymph of its tissue.",
    },
  ],
});
