/** `inlets:`, `outlets:`, `junctions:`, `nodes:` the places that vessels join. */
import { mmHg } from "@openlymph/base";
import { z } from "zod";
import type { Outlet } from "../../elements/boundary.ts";
import type { Junction } from "../../elements/junction.ts";
import type { LymphNode } from "../../elements/node.ts";
import { usualSwelling } from "../../elements/node-swelling.ts";
import type { Inlet } from "../../elements/tissue.ts";
import { definePart } from "./part.ts";
import { above, amountField, atLeast, between, group, isCounted, needed, perhaps, usually } from "./setting.ts";

const reflux = between(1e-6, 1, "above 0 up to 100 %");

const inlet = z.strictObject({
  pressure: needed("pressure", "pressure of the tissue, held"),
  resistance: perhaps(
    "0",
    "resistance",
    "initial lymphatics before the first valve",
    atLeast(">= 0 Pa.s/m3"),
    "Pa.s/m3",
  ),
  reflux: perhaps("100 %", "fraction", "share of its conductance backward; 2 % with primary valves", reflux, "%"),
});

export const inletPart = definePart<typeof inlet, Inlet>({
  schema: inlet,
  build: ({ pressure, resistance = 0, reflux: back = 1 }) => ({ pressure, resistance, reflux: back }),
  view: (value) => value,
});

const outlet = z.strictObject({ pressure: needed("pressure", "pressure there, such as that of a vein") });

export const outletPart = definePart<typeof outlet, Outlet>({
  schema: outlet,
  build: (content) => content,
  view: (value) => value,
});

const junction = z.strictObject({
  volumePerMmHg: perhaps("0: no volume", "volume", "how much it stretches", atLeast(">= 0 nL"), "nL"),
});

export const junctionPart = definePart<typeof junction, Junction>({
  schema: junction,
  build: ({ volumePerMmHg = 0 }) => ({ compliance: volumePerMmHg / mmHg }),
  view: ({ compliance }) => ({ volumePerMmHg: compliance * mmHg }),
});

const days = above("> 0 d");

const node = z.strictObject({
  resistance: needed("resistance", "resistance of the healthy node", above("> 0 Pa.s/m3"), "Pa.s/m3"),
  swelling: perhaps("0", "fraction", "growth of that resistance, at the start", atLeast(">= 0"), "1"),
  absorption: group(
    "water exchanged with the blood of the node",
    z.strictObject({
      conductance: needed("conductance", "water exchanged with blood per pressure", above("> 0 m3/s/Pa")),
      capillaryPressure: needed("pressure", "blood pressure in its capillaries"),
      reflection: needed("fraction", "reflection coefficient for protein", between(0, 1, "0 to 1"), "1"),
      lymphOncotic: needed("pressure", "oncotic pressure of its lymph", atLeast(">= 0 mmHg")),
      bloodOncotic: needed("pressure", "oncotic pressure of the blood", atLeast(">= 0 mmHg")),
    }),
  ),
  response: group(
    "swelling with what the node holds of the first solute it captures",
    z.strictObject({
      most: usually(usualSwelling.most, "fraction", "largest swelling", atLeast(">= 0"), "1"),
      halfLoad: amountField("amount", "load in the node that swells it by half of that", {
        unit: "mg",
        positive: true,
      }),
      riseTime: usually(usualSwelling.riseTime, "time", "time it takes to swell", days, "d"),
      fallTime: usually(usualSwelling.fallTime, "time", "time it takes to shrink", days, "d"),
    }),
  ),
});

export const nodePart = definePart<typeof node, LymphNode>({
  schema: node,
  build({ response, ...content }) {
    const own = { ...content, swelling: content.swelling ?? 0 };
    if (response === undefined) return own;
    const { value, counted } = response.halfLoad;
    return { ...own, response: { ...response, halfLoad: value, ...(counted === true ? { counted } : {}) } };
  },
  view({ response, ...value }) {
    if (response === undefined) return value;
    const { most, halfLoad, riseTime, fallTime } = response;
    const load = { value: halfLoad, counted: isCounted(response) };
    return { ...value, response: { most, halfLoad: load, riseTime, fallTime } };
  },
});
