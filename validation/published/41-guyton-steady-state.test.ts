/** The steady state of a classic model of the circulation. */
import {
  guytonCapillaryPressure,
  guytonFlows,
  guytonRates,
  guytonStart,
  guytonState,
} from "../../packages/physiology/src/elements/guyton-1992.ts";
import { publish } from "../publish.ts";

const day = 24 * 60;

/** The state after 60 days at a capillary pressure (mmHg): classical Runge–Kutta, steps of 2 min. */
function steady(capillaryPressure: number): Float64Array {
  const h = 2;
  const state = Float64Array.from(guytonStart);
  const rates = (y: Float64Array) => {
    const out = new Float64Array(state.length);
    guytonRates(y, capillaryPressure, out);
    return out;
  };
  for (let minute = 0; minute < 60 * day; minute += h) {
    const k1 = rates(state);
    const k2 = rates(state.map((value, n) => value + (h / 2) * k1[n]!));
    const k3 = rates(state.map((value, n) => value + (h / 2) * k2[n]!));
    const k4 = rates(state.map((value, n) => value + h * k3[n]!));
    for (let n = 0; n < state.length; n++) {
      state[n] = state[n]! + (h / 6) * (k1[n]! + 2 * k2[n]! + 2 * k3[n]! + k4[n]!);
    }
  }
  return state;
}

publish({
  id: 41,
  title: "Steady state of the Guyton 1992 model",
  studied: "models",
  source: { citation: "Guyton 1992 model; constants and stored start from the public re-implementation rma/guyton92" },
  provenance: { tag: "source", source: "public code" },
  protocol:
    "Capillary, tissue and lymph module with its own equations and constants, from the stored start, 60 days at the stored capillary pressure. Held to the printed digits (−3.0 mmHg, 11.97 L, 3.6 mL/min), since the equations are the same. It checks that we read the module rightly: it is its model, not ours, and says nothing about people.",
  assumed: "circulation and kidney are left out: the capillary pressure is given, plasma and tissue share their fluid",
  numbers: [
    {
      quantity: "interstitial pressure",
      condition: "steady",
      published: { kind: "range", low: -3.05, high: -2.95, unit: "mmHg" },
      verdict: "reproduced",
    },
    {
      quantity: "capillary pressure",
      condition: "steady",
      published: { kind: "value", value: 16.82, unit: "mmHg" },
      verdict: "by construction",
      why: "Given to the module; in the whole model the circulation sets it.",
    },
    {
      quantity: "tissue fluid",
      condition: "steady",
      published: { kind: "range", low: 11.965, high: 11.975, unit: "L" },
      verdict: "reproduced",
    },
    {
      quantity: "lymph flow",
      condition: "steady",
      published: { kind: "range", low: 3.55, high: 3.65, unit: "mL/min" },
      verdict: "reproduced",
    },
  ],
  run: () => {
    const state = steady(guytonCapillaryPressure);
    const flows = guytonFlows(state, guytonCapillaryPressure);
    const raised = [15, 17, 19, 21, 23, 25].map((pressure) => {
      const found = steady(pressure);
      return [pressure, found[guytonState.tissueVolume]!] as const;
    });
    return {
      ours: [
        { value: flows.freeFluidPressure },
        { value: guytonCapillaryPressure },
        { value: state[guytonState.tissueVolume]! },
        { value: 1000 * flows.lymph },
      ],
      figure: {
        caption: "Tissue fluid at rest against capillary pressure: lymph flow and the washing out of protein hold it.",
        x: { label: "capillary pressure, mmHg" },
        y: { label: "tissue fluid, L", from: 10 },
        series: [
          { name: "module at rest", style: "line", points: raised },
          { name: "stored start", style: "published", points: [[16.82, 11.97]] },
        ],
      },
    };
  },
});
