/** How long tracer takes from hand to axilla. */
import { minute } from "@openlymph/base";
import { examination } from "../examination.ts";
import { arm, collector } from "../human.ts";
import { publish } from "../publish.ts";
import { dyeFronts, quartiles } from "../tracer.ts";

const lymphangions = 50;

publish({
  id: 32,
  title: "Transit from hand to axilla",
  studied: "people",
  source: { citation: "Modi et al., J Physiol 2007;583:271 (PubMed 17569739)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: labelled IgG under the skin of the hand; time until it is seen in the axilla, seven healthy people. Here: tracer begins to enter the first of fifty lymphangions (50 cm) at eight moments of the cycle; time until it is in the last, median. In the whole body: IgG in the skin of the back of the hand; time until a thousandth of the dose has come to the lateral axillary nodes, and the way over the time in which the bundle's lymph is once replaced.",
  assumed:
    "50 cm from hand to axilla, and the straight way on the map in the whole body; seen at a tenth of the tracer's concentration, and at a thousandth of the dose",
  numbers: [
    {
      quantity: "transit time",
      condition: "hand to axilla, n = 7",
      published: { kind: "mean ± sd", value: 9.6, spread: 7.2, unit: "min" },
      verdict: "not yet",
      why: "Too fast. Two or three waves carry our tracer through: each ejects fourteen times the content of a lymphangion. The way from the depot into the first vessel is left out.",
    },
    {
      quantity: "velocity",
      condition: "hand to axilla, n = 7",
      published: { kind: "value", value: 8.9, unit: "cm/min" },
      verdict: "not yet",
      why: "As the transit time: too much flows in each of our collectors, for which no human measurement was found.",
    },
    {
      quantity: "transit time",
      condition: "hand to axilla; whole body",
      published: { kind: "mean ± sd", value: 9.6, spread: 7.2, unit: "min" },
      verdict: "by construction",
      why: "The lymph of all vessels of the whole body is calibrated on this velocity; nothing else is.",
    },
    {
      quantity: "velocity",
      condition: "hand to axilla; whole body",
      published: { kind: "value", value: 8.9, unit: "cm/min" },
      verdict: "by construction",
      why: "The lymph of all vessels of the whole body is calibrated on this velocity; nothing else is.",
    },
  ],
  run: () => {
    const times = dyeFronts(collector({ ...arm, lymphangions }), 6, 4 * minute).map(
      (arrivals) => arrivals.at(-1)! / minute,
    );
    const { findings } = examination("", "handDorsum_L", "igg", 60);
    const bundle = findings.bundles.find(({ to }) => to === "AXLAT_L")!;
    return {
      ours: [
        quartiles(times),
        quartiles(times.map((time) => lymphangions / time)),
        { value: findings.nodes.find(({ node }) => node === "AXLAT_L")!.arrival! / minute },
        { value: (100 * bundle.length * minute) / bundle.transit! },
      ],
    };
  },
});
