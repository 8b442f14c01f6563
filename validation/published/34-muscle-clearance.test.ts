/** How activity clears a depot in muscle. */
import { minute, mmHg } from "@openlymph/base";
import type { Network, PlacedLoad } from "@openlymph/physiology";
import { healthyBody } from "@openlymph/rehearsal";
import { beginCourse, goOn } from "../course.ts";
import { clearance, examination } from "../examination.ts";
import { leg } from "../human.ts";
import { legShare, limb, pressed } from "../limb.ts";
import { publish } from "../publish.ts";
import { dye } from "../tracer.ts";

/** Share of the fluid of muscle that is closed to albumin. */
const excluded = 0.5;
const measured = 181;
const pressures = [10, 20, 30, 60, 120, measured];

/** Lymph flow over open interstitial volume of the deep thigh in the healthy averaged body, % per min. */
function thighClearance(): number {
  const body = healthyBody();
  const k = body.spec.compartments.findIndex(({ id }) => id === "deepThigh_L");
  const lymph = body.drainFlow.slice(body.drainStart[k]!, body.drainStart[k + 1]!).reduce((sum, flow) => sum + flow, 0);
  return (100 * minute * lymph) / (body.volume[k]! * (1 - excluded));
}

/** Share of a depot in the tissue of a leg collector that is removed, % per min, from the second to the tenth minute. */
function depot(network: Network): number {
  const label = dye(1, { injections: [{ at: "skin", amount: 1, time: 0 }], excluded });
  const course = beginCourse({ ...network, solutes: { ...network.solutes, label } });
  const state = course.assembly.solutes.find(({ id }) => id === "label")!;
  const cell = course.assembly.lymphangions.length + course.assembly.places.indexOf("skin");
  goOn(course, 2 * minute);
  const before = state.amount[cell]!;
  goOn(course, 10 * minute);
  return (100 * Math.log(before / state.amount[cell]!)) / 8;
}

const walking = (pressure: number): PlacedLoad => ({
  load: { kind: "muscle-pump", amplitude: pressure * mmHg, frequency: 1, duty: 0.4, from: 0, to: 1 },
  share: 1,
});
const holding = (pressure: number): PlacedLoad => ({
  load: { kind: "static", pressure: pressure * mmHg, steps: [], ramp: 1 },
  share: 1,
});

const flexion = "Cannot be asked: in flexion the muscle is the opponent, and no pressure in it is known to us.";

publish({
  id: 34,
  title: "Clearance of a depot in muscle",
  studied: "people",
  source: { citation: "Havas et al. 1997" },
  provenance: { tag: "source", source: "second-hand" },
  protocol:
    "There: labelled albumin in the thigh muscle; rate constant at rest and with three kinds of work. Here, at rest: lymph flow over open interstitial volume of the deep thigh in the healthy averaged body. With work: a depot in the tissue of one leg collector, all of it pressed by the muscle; its rate over its own rate at rest, beside the published ratio, and times the rate of the averaged body. Dynamic: 181 mmHg, once a second, as measured in a walking calf; isometric extension: the same pressure held, the only one we have a source for. The spread is that of 30 mmHg to this.",
  assumed:
    "the label moves with the lymph and spreads through the interstitial fluid that is open to it: half, as in the rabbit's muscle (Bell & Mullins, Am J Physiol 1982;242:H1044); a skin collector and its tissue for those of muscle; the pressure of a walking calf for that of a thigh at work",
  numbers: [
    {
      quantity: "removal rate",
      condition: "rest",
      published: { kind: "mean ± sd", value: 0.04, spread: 0.05, unit: "%/min" },
      verdict: "reproduced",
      why: "A weak test by its spread, which includes none at all; by its mean it is within 10 %.",
    },
    {
      quantity: "removal rate",
      condition: "rest; labelled albumin in the muscle of the whole body",
      published: { kind: "mean ± sd", value: 0.04, spread: 0.05, unit: "%/min" },
      verdict: "reproduced",
      why: "A weak test, as above; a quarter of the muscle's fluid is taken as closed to albumin, and a little goes back through the capillaries.",
    },
    {
      quantity: "removal rate",
      condition: "dynamic work",
      published: { kind: "value", value: 0.16, unit: "%/min" },
      verdict: "not yet",
      why: "An eighth of it. Pressed as hard as a walking calf, our vessel folds flat on its whole length and does not fill again between two contractions of the muscle; a wall that stays round came nearer.",
    },
    {
      quantity: "removal rate",
      condition: "isometric extension",
      published: { kind: "value", value: 0.2, unit: "%/min" },
      verdict: "not yet",
      why: "Almost nothing passes: a muscle that presses its vessel and does not let go holds it shut. How long a contraction was held there is not in what we read.",
    },
    {
      quantity: "removal rate",
      condition: "isometric flexion",
      published: { kind: "value", value: 0.09, unit: "%/min" },
      verdict: "not yet",
      why: flexion,
    },
    {
      quantity: "removal rate over that at rest",
      condition: "dynamic work",
      published: { kind: "value", value: 4, unit: "" },
      verdict: "not yet",
      why: "Above 30 mmHg the vessel is pressed flat for longer than it is pressed empty.",
    },
    {
      quantity: "removal rate over that at rest",
      condition: "isometric extension",
      published: { kind: "value", value: 5, unit: "" },
      verdict: "not yet",
      why: "A held muscle holds its vessel shut.",
    },
    {
      quantity: "removal rate over that at rest",
      condition: "isometric flexion",
      published: { kind: "value", value: 2.25, unit: "" },
      verdict: "not yet",
      why: flexion,
    },
  ],
  run: () => {
    const thigh = thighClearance();
    const network = limb({ collector: leg, share: legShare });
    const rest = depot(network);
    const gains = [walking, holding].map((load) =>
      pressures.map((pressure) => depot(pressed(network, load(pressure))) / rest),
    );
    const ours = (list: readonly number[], scale: number) => {
      const [from, to] = [pressures.indexOf(30), pressures.indexOf(measured)];
      return {
        value: scale * list[to]!,
        spread: { low: scale * list[from]!, high: scale * list[to]!, of: "30 to 181 mmHg:" },
      };
    };
    const [dynamic, extension] = gains as [number[], number[]];
    return {
      ours: [
        { value: thigh },
        { value: clearance(examination("", "deepThigh_L", "albumin", 120)) },
        ours(dynamic, thigh),
        ours(extension, thigh),
        undefined,
        ours(dynamic, 1),
        ours(extension, 1),
        undefined,
      ],
      figure: {
        caption:
          "Gain of clearance against the pressure in the muscle, rhythmic and held; bands: dynamic work (4) and isometric extension (5), ± 20 %.",
        x: { label: "pressure in the muscle, mmHg", from: 0 },
        y: { label: "removal rate over that at rest", from: 0 },
        series: ["rhythmic", "held"].map((name, n) => ({
          name,
          style: "line" as const,
          points: [[0, 1] as const, ...pressures.map((pressure, i) => [pressure, gains[n]![i]!] as const)],
        })),
        bands: [
          { axis: "y", from: 3.2, to: 4.8, name: "published" },
          { axis: "y", from: 4, to: 6, name: "published" },
        ],
      },
    };
  },
});
