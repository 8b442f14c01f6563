/** How long a sleeve must press before tissue fluid ahead of it is under pressure. */
import { hour, mmHg } from "@openlymph/base";
import { tissueSlopes } from "../../packages/physiology/src/elements/interstitium.ts";
import { publish } from "../publish.ts";

/** Conductivity of skin, m²/(Pa·s): κ = 3e-14 m² (the largest of Baish 2022, public code) over 1 mPa·s. */
const conductivity = 3e-14 / 1e-3;
/** Tissue under one chamber, and the next stretch: length (m) and cross-section (m²) of what is swollen, half of it fluid. */
const length = 0.1;
const section = 5e-3;
const fluid = 0.5 * length * section;
const arriving = 0.8;
const pressures = [80, 90, 100, 110, 120];

/**
 * Time, s, at which the next stretch stands at 30 mmHg. Two stretches of compliance C = V/s joined by R = L/(κ/μ A):
 * R C ṗ = p_under − p, p_under + p = P, so p = P/2 (1 − e^(−2t/RC)).
 */
function reaches(pressure: number, slope: number): number {
  const timeConstant = (length / (conductivity * section)) * (fluid / slope);
  return (-timeConstant / 2) * Math.log(1 - (2 * 30) / (arriving * pressure));
}

publish({
  id: 28,
  title: "Timing of pneumatic compression",
  studied: "people",
  source: {
    citation: "Zaleska et al., Lymphat Res Biol 2013;11 (swollen legs, stages II to IV)",
    doi: "10.1089/lrb.2013.0016",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: a sleeve inflated to 50, 80 and 120 mmHg for 5, 20 or 50 s; tissue fluid reaches the 30 mmHg that move it toward the thigh in 50 s only. The three statements are one number: the time at 120 mmHg. Here: 10 cm of swollen tissue under a chamber, whose fluid gets 80 % of the pressure at once, and the next 10 cm, into which it seeps; the time after which that stands at 30 mmHg.",
  assumed:
    "50 cm² of swollen tissue, half of it fluid; conductivity of mouse skin, the largest that was used; tissue as tight as a healthy one (given way it takes 36 times as long)",
  numbers: [
    {
      quantity: "time at 120 mmHg until tissue fluid ahead reaches 30 mmHg",
      condition: "swollen leg",
      published: { kind: "range", low: 20, high: 50, unit: "s" },
      verdict: "not yet",
      why: "Seeping takes half a day over 10 cm. What carries pressure ahead within a minute in swollen legs must be open spaces and channels of fluid, which our tissue does not have. Under the chamber itself ours stands at 96 mmHg at once, where the source finds less than 30 after 20 s.",
    },
  ],
  run: () => {
    const [tight, loose] = [tissueSlopes.first, 0.42 * mmHg].map((slope) => reaches(120, slope));
    return {
      ours: [{ value: tight!, spread: { low: tight!, high: loose!, of: "tight to loose" } }],
      figure: {
        caption:
          "Hours of compression after which tissue fluid 10 cm ahead of a chamber stands at 30 mmHg, in tight tissue.",
        x: { label: "pressure of the sleeve, mmHg" },
        y: { label: "time, h", from: 0 },
        series: [
          {
            name: "ours",
            style: "line",
            points: pressures.map((pressure) => [pressure, reaches(pressure, tissueSlopes.first) / hour] as const),
          },
        ],
      },
    };
  },
});
