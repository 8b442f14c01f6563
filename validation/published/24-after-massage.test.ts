/** What remains right after manual lymph drainage. */
import { drainageSession, selfPaced } from "../drainage.ts";
import { leg, tension } from "../human.ts";
import { type Case, numbersOf } from "../kept-cases.ts";
import { legShare, limb } from "../limb.ts";
import { publish } from "../publish.ts";

const slow =
  "The wave itself always runs at 12 mm/s, so that nothing can make dye run faster. Where waves begin anywhere along the vessel dye is seldom carried over five lymphangions at once, and there is no packet to time.";

interface Change {
  readonly speed: { readonly value: number } | undefined;
  readonly period: { readonly value: number };
}

publish({
  id: 24,
  title: "After manual lymph drainage",
  studied: "people",
  source: { citation: "Tan et al., Arch Phys Med Rehabil 2011" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: near-infrared imaging before and after a session: ten people with lymphoedema, twelve controls. Here: a leg collector with its tissue, pacemakers that answer to filling, inhibition by shear; twenty minutes before, 15 min of strokes, twenty minutes from 5 min after them.",
  assumed:
    "strokes of 40 mmHg on tissue and vessel, 3 s in every 10, 2 cm/s; a swollen leg has 1.3 times the fluid and 24/39 of the strength (result 17); the other limb of a person is healthy",
  numbers: [
    {
      quantity: "change of velocity",
      condition: "swollen limb",
      published: { kind: "value", value: 23, unit: "%" },
      verdict: "not yet",
      why: slow,
    },
    {
      quantity: "change of velocity",
      condition: "other limb",
      published: { kind: "value", value: 25, unit: "%" },
      verdict: "not yet",
      why: slow,
    },
    {
      quantity: "change of velocity",
      condition: "control",
      published: { kind: "value", value: 28, unit: "%" },
      verdict: "not yet",
      why: slow,
    },
    {
      quantity: "change of time between contractions",
      condition: "swollen limb",
      published: { kind: "value", value: -9, unit: "%" },
      verdict: "partly",
      why: "Prediction: rate and its dependence on filling are those of result 20.",
    },
    {
      quantity: "change of time between contractions",
      condition: "other limb",
      published: { kind: "value", value: -20, unit: "%" },
      verdict: "reproduced",
      why: "Prediction, as in the swollen limb.",
    },
    {
      quantity: "change of time between contractions",
      condition: "control",
      published: { kind: "value", value: -23, unit: "%" },
      verdict: "partly",
      why: "Prediction. In ours a healthy person's leg is the other limb.",
    },
  ],
  run: () => {
    /** Change of speed and period, %; the speed infinite where no packet was seen. */
    const session = (key: string, activeTension: number, filling: number): Case => ({
      key,
      run: () => {
        const network = limb({ collector: { ...leg, activeTension }, share: legShare, filling });
        const { before, after } = drainageSession(selfPaced(network));
        const change = (of: "speed" | "period") => 100 * (after[of] / before[of] - 1);
        return [Number.isFinite(after.speed) ? change("speed") : Number.POSITIVE_INFINITY, change("period")];
      },
    });
    const [swollen, healthy] = numbersOf("after-massage", [
      session("swollen", tension.mean * (24 / 39), 1.3),
      session("healthy", tension.mean, 1),
    ]).map(([speed = Number.NaN, period = Number.NaN]) => ({
      speed: Number.isFinite(speed) ? { value: speed } : undefined,
      period: { value: period },
    })) as [Change, Change];
    return {
      ours: [swollen.speed, healthy.speed, healthy.speed, swollen.period, healthy.period, healthy.period],
    };
  },
});
