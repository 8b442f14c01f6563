/** What remains right after manual lymph drainage. */
import { drainageSession, selfPaced } from "../drainage.ts";
import { leg, tension } from "../human.ts";
import { legShare, limb } from "../limb.ts";
import { publish } from "../publish.ts";

const slow =
  "After our session the tissue is emptier and less flows; dye runs as fast as before, or is no longer carried over five lymphangions at once. The wave itself always runs at 12 mm/s.";

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
      verdict: "not yet",
      why: "Right sign, and more than twice as much. Filling and shear both act on our pacemakers, and the strength of both is assumed.",
    },
    {
      quantity: "change of time between contractions",
      condition: "other limb",
      published: { kind: "value", value: -20, unit: "%" },
      verdict: "not yet",
      why: "No clear change: a few per cent either way, with four contractions or so in twenty minutes. What hands do to a vessel beyond emptying its tissue and raising its shear is not in our pacemakers.",
    },
    {
      quantity: "change of time between contractions",
      condition: "control",
      published: { kind: "value", value: -23, unit: "%" },
      verdict: "not yet",
      why: "No clear change, as in the other limb, which in ours is the same.",
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
