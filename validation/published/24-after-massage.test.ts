/** What remains right after manual lymph drainage. */
import { drainageSession, selfPaced } from "../drainage.ts";
import { leg, tension } from "../human.ts";
import { legShare, limb } from "../limb.ts";
import { publish } from "../publish.ts";

const slow =
  "The wave itself always runs at 12 mm/s, so that nothing can make dye run faster. Where waves begin anywhere along the vessel dye is seldom carried over five lymphangions at once, and there is no packet to time.";

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
    const session = (activeTension: number, filling: number) => {
      const network = limb({ collector: { ...leg, activeTension }, share: legShare, filling });
      const { before, after } = drainageSession(selfPaced(network));
      const change = (key: "speed" | "period") => ({ value: 100 * (after[key] / before[key] - 1) });
      return { speed: Number.isFinite(after.speed) ? change("speed") : undefined, period: change("period") };
    };
    const swollen = session(tension.mean * (24 / 39), 1.3);
    const healthy = session(tension.mean, 1);
    return {
      ours: [swollen.speed, healthy.speed, healthy.speed, swollen.period, healthy.period, healthy.period],
    };
  },
});
