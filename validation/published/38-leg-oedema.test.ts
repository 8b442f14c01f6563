/** Tissue pressure of a leg whose capillary pressure rises. */
import { minute, mL, mmHg } from "@openlymph/base";
import {
  type CapillaryWall,
  createFiltration,
  evaluateFiltration,
  steadyLymphProtein,
} from "../../packages/physiology/src/elements/filtration.ts";
import { oncoticLaws, oncoticPressure } from "../../packages/physiology/src/elements/oncotic.ts";
import { publish } from "../publish.ts";

const law = oncoticLaws["landis-pappenheimer"];
const plasma = 72;

/** The pressure, Pa, between two bounds at which what comes in is what goes out; both must differ in sign there. */
function balance(gain: (pressure: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let n = 0; n < 80; n++) {
    const middle = (a + b) / 2;
    if (gain(middle) > 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

// Exchange per volume of tissue, 1/(Pa·s), and the pressure in initial lymphatics: Baish 2022 (public code).
const capillary = 0.2e-7;
const lymphatic = 1e-7;
const lymphPressure = -266;

/** Tissue without protein, as in the source: p_i at rest for a capillary pressure, in mmHg. */
function simpleLeg(capillaryPressure: number, open: boolean): number {
  const drained = open ? lymphatic : 0;
  const gain = (p: number) => capillary * (capillaryPressure - p) - drained * (p - lymphPressure);
  return balance(gain, lymphPressure, capillaryPressure) / mmHg;
}

// One adult leg of the averaged model: its capillary wall, and lymph that rises by 0.25 mL/min per mmHg from 0.25 at −1.
const wall: CapillaryWall = { conductance: 5e-11, permeability: 1.6e-9, reflection: 0.9, solute: "patlak" };
const restingLymph = 0.25 * (mL / minute);
const lymphSlope = restingLymph / mmHg;
const blood = { pressure: 80 * mmHg, concentration: plasma, oncotic: oncoticPressure(plasma, law) };

/** Human leg, protein washed down to what its wall lets through: p_i at rest, in mmHg. */
function humanLeg(): number {
  const out = createFiltration();
  const gain = (p: number) => {
    const lymph = Math.max(0, restingLymph + lymphSlope * (p + mmHg));
    evaluateFiltration(wall, blood, p, steadyLymphProtein(lymph, wall.permeability, plasma, wall.reflection), law, out);
    return out.fluid - lymph;
  };
  return balance(gain, -mmHg, 80 * mmHg) / mmHg;
}

publish({
  id: 38,
  title: "Leg oedema and capillary pressure",
  studied: "models",
  source: {
    citation: "Reda & Avril, patient-specific compression in lower limb lymphedema, Biomech Model Mechanobiol 2025",
    doi: "10.1007/s10237-025-01996-x",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "A poroelastic leg: capillary pressure raised from 10 to 80 mmHg, lymphatics open or blocked; interstitial pressure 0 before. It is a model, not a measurement. Here: one compartment at rest, whose pressure does not depend on how stiff the tissue is. First with the exchange constants of Baish 2022, which give 0 mmHg at 10 as in the source, then with our human leg.",
  assumed:
    "that the source exchanges fluid as Baish does (its constants were not read); no way out of the leg but the lymphatics; in the human leg lymph that goes on rising by 0.25 mL/min per mmHg",
  numbers: [
    {
      quantity: "interstitial pressure",
      condition: "capillaries at 10 mmHg, constants of Baish",
      published: { kind: "range", low: -0.5, high: 0.5, unit: "mmHg" },
      verdict: "by construction",
      why: "These constants were taken because they start where the source starts; its rounding is the range.",
    },
    {
      quantity: "interstitial pressure",
      condition: "capillaries at 80 mmHg, constants of Baish",
      published: { kind: "value", value: 8, unit: "mmHg" },
      verdict: "partly",
      why: "One compartment cannot let fluid sink along the leg or leave at its end.",
    },
    {
      quantity: "interstitial pressure",
      condition: "the same, lymphatics blocked",
      published: { kind: "value", value: 40, unit: "mmHg" },
      verdict: "not yet",
      why: "One closed compartment cannot be asked: it comes to the pressure of its capillaries, 80 mmHg. The source's leg has another way out.",
    },
    {
      quantity: "interstitial pressure",
      condition: "capillaries at 80 mmHg, our human leg",
      published: { kind: "value", value: 8, unit: "mmHg" },
      verdict: "not yet",
      why: "Our leg filters more for each mmHg than its lymph can rise: 0.4 against 0.25 mL/min; in the source lymph gains five times as fast as filtration.",
    },
  ],
  run: () => {
    const pressures = [10, 20, 30, 40, 50, 60, 70, 80];
    return {
      ours: [
        { value: Math.round(1e6 * simpleLeg(1330, true)) / 1e6 },
        { value: simpleLeg(80 * mmHg, true) },
        undefined,
        { value: humanLeg() },
      ],
      figure: {
        caption:
          "Interstitial pressure of one compartment at rest with the constants of Baish, and what the poroelastic leg gives.",
        x: { label: "capillary pressure, mmHg" },
        y: { label: "interstitial pressure, mmHg" },
        series: [
          {
            name: "lymphatics open",
            style: "line",
            points: pressures.map((p) => [p, simpleLeg(p * mmHg, true)] as const),
          },
          { name: "blocked", style: "line", points: pressures.map((p) => [p, simpleLeg(p * mmHg, false)] as const) },
          {
            name: "poroelastic leg",
            style: "published",
            points: [
              [10, 0],
              [80, 8],
              [80, 40],
            ],
          },
        ],
      },
    };
  },
});
