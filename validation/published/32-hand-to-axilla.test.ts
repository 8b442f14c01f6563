/** How long tracer takes from hand to axilla. */
import { minute } from "@openlymph/base";
import { publishedExamination } from "@openlymph/rehearsal";
import { beginCourse, goOn } from "../course.ts";
import { examination } from "../examination.ts";
import { arm } from "../human.ts";
import { armShare, limb } from "../limb.ts";
import { publish } from "../publish.ts";
import { dye, quartiles } from "../tracer.ts";

const lymphangions = 50;
const [rest, end] = [10 * minute, 25 * minute];
const marks = 8;
const transit = publishedExamination("handTransit");
const period = 1 / arm.frequency!;

/** Minutes from the tissue of the hand to the last lymphangion, of marks set at moments evenly spread over a cycle. */
function transits(): number[] {
  const network = limb({ collector: { ...arm, lymphangions }, share: armShare });
  const starts = Array.from({ length: marks }, (_, n) => rest + (n / marks) * period);
  const labels = starts.map((time) =>
    dye(0.1, { injections: [{ at: "skin", amount: network.tissues!["skin"]!.volume, time }] }),
  );
  const solutes = { ...network.solutes, ...Object.fromEntries(labels.map((label, n) => [`label ${n}`, label])) };
  const course = beginCourse({ ...network, solutes });
  goOn(course, end);
  const states = course.assembly.solutes.filter(({ id }) => id.startsWith("label"));
  return states.map(({ arrival }, n) => (arrival[lymphangions - 1]! - starts[n]!) / minute);
}

publish({
  id: 32,
  title: "Transit from hand to axilla",
  studied: "people",
  source: { citation: transit.source },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: labelled IgG under the skin of the hand; time until it is seen in the axilla, seven healthy people. Here: tracer is set into the tissue at rest of a collector of fifty lymphangions (50 cm) at eight moments of its cycle; time until it is in the last, median. In the whole body: IgG in the skin of the back of the hand; time until a thousandth of the dose has come to the lateral axillary nodes, and the way over the time in which the bundle's lymph is once replaced.",
  assumed:
    "50 cm from hand to axilla, and the straight way on the map in the whole body; tissue of the hand is well mixed; seen at a tenth of the tracer's concentration, and at a thousandth of the dose",
  numbers: [
    {
      quantity: "transit time",
      condition: "hand to axilla, n = 7",
      published: transit.published,
      verdict: "reproduced",
      why: "Inside a wide spread, and at its fast end. Two or three waves carry our tracer through.",
    },
    {
      quantity: "velocity",
      condition: "hand to axilla, n = 7",
      published: { kind: "value", value: 8.9, unit: "cm/min" },
      verdict: "not yet",
      why: "Twice as fast: waves of ours all begin at the hand. Left to their pacemakers, which begin waves anywhere and let them run both ways, the same vessel takes 17 min, a third of the published velocity.",
    },
    {
      quantity: "transit time",
      condition: "hand to axilla; whole body",
      published: transit.published,
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
    const times = transits();
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
