/** How long tracer takes from hand to axilla. */
import { minute } from "@openlymph/base";
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
    "There: tracer under the skin of the hand; time until it is seen in the axilla, seven healthy people. Here: tracer begins to enter the first of fifty lymphangions (50 cm) at eight moments of the cycle; time until it is in the last, median.",
  assumed: "50 cm from hand to axilla; seen at a tenth of the tracer's concentration",
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
  ],
  run: () => {
    const times = dyeFronts(collector({ ...arm, lymphangions }), 6, 4 * minute).map(
      (arrivals) => arrivals.at(-1)! / minute,
    );
    return { ours: [quartiles(times), quartiles(times.map((time) => lymphangions / time))] };
  },
});
