/** Protein of lymph falls as its flow rises. */
import {
  type CapillaryWall,
  createFiltration,
  evaluateFiltration,
} from "../../packages/physiology/src/elements/filtration.ts";
import { oncoticLaws, oncoticPressure } from "../../packages/physiology/src/elements/oncotic.ts";
import { publish } from "../publish.ts";

// One adult leg (averaged model): lymph at rest, m³/s, and its capillary wall.
const rest = 4.2e-9;
const plasma = 72;
const leg: CapillaryWall = { conductance: 5e-11, permeability: 1.6e-9, reflection: 0.9, solute: "patlak" };
const law = oncoticLaws["landis-pappenheimer"];

/**
 * Lymph over plasma protein at rest for a lymph flow: the tissue's mass M′ = Js − Q M/V is run until steady, the capillary
 * pressure chosen at each step so that filtration equals the lymph flow.
 */
function lymphOverPlasma(flow: number): number {
  const volume = 1.75e-3;
  const out = createFiltration();
  const turnover = volume / (flow + leg.permeability);
  let c = plasma / 2;
  for (let n = 0; n < 4000; n++) {
    const opposing = leg.reflection * (oncoticPressure(plasma, law) - oncoticPressure(c, law));
    const blood = {
      pressure: flow / leg.conductance + opposing,
      concentration: plasma,
      oncotic: oncoticPressure(plasma, law),
    };
    evaluateFiltration(leg, blood, 0, c, law, out);
    c += ((turnover / 100) * (out.protein - flow * c)) / volume;
  }
  return c / plasma;
}

const simple = (flow: number) => leg.permeability / (leg.permeability + flow);
const over = (flow: number) => lymphOverPlasma(flow) / simple(flow);

publish({
  id: 40,
  title: "Protein of lymph against flow",
  studied: "animals",
  source: {
    citation:
      "Joyner, Carter & Renkin, Influence of lymph flow rate on concentrations of proteins and dextran in dog leg lymph, Lymphology 1973;6:181 (72 dogs)",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "Lymph over plasma protein R in dog legs over a more than sixtyfold range of flow L: an inverse relation, at low to moderate flow R = PS / (PS + L). Here: one leg with the filtration law and constants of the averaged model, its tissue protein run until steady at each flow; R over that formula with the same PS.",
  assumed: "no exchange but with the blood; PS does not change with flow",
  numbers: [
    {
      quantity: "R at six times the resting flow less R at a tenth of it",
      condition: "sixtyfold range",
      published: { kind: "sign", sign: -1, says: "falls with flow", unit: "" },
      verdict: "reproduced",
    },
    {
      quantity: "R over PS / (PS + L)",
      condition: "a tenth of the resting flow",
      published: { kind: "value", value: 1, unit: "" },
      verdict: "reproduced",
    },
    {
      quantity: "R over PS / (PS + L)",
      condition: "resting flow",
      published: { kind: "value", value: 1, unit: "" },
      verdict: "reproduced",
    },
    {
      quantity: "R over PS / (PS + L)",
      condition: "ten times the resting flow",
      published: { kind: "value", value: 1, unit: "" },
      verdict: "not yet",
      why: "A tenth of the protein passes with the fluid (σ = 0.9), so that R does not fall below 0.1. The source gives the formula for low to moderate flow only, and finds more permeable walls in legs with much lymph.",
    },
  ],
  run: () => {
    const flows = Array.from({ length: 25 }, (_, n) => 0.1 * 60 ** (n / 24));
    return {
      ours: [
        { value: lymphOverPlasma(6 * rest) - lymphOverPlasma(0.1 * rest) },
        { value: over(0.1 * rest) },
        { value: over(rest) },
        { value: over(10 * rest) },
      ],
      figure: {
        caption:
          "Lymph over plasma protein over a sixtyfold range of flow: the leg's wall, and the formula with its PS.",
        x: { label: "lymph flow over resting flow", from: 0 },
        y: { label: "lymph over plasma protein", from: 0, to: 1 },
        series: [
          { name: "leg", style: "line", points: flows.map((part) => [part, lymphOverPlasma(part * rest)] as const) },
          {
            name: "PS / (PS + L)",
            style: "published",
            points: flows.filter((_, n) => n % 4 === 0).map((part) => [part, simple(part * rest)] as const),
          },
        ],
      },
    };
  },
});
