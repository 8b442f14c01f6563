/** `tissues:` compartments that fill from their capillaries and drain into the vessels that begin at them. */

import { mmHg } from "@openlymph/base";
import { z } from "zod";
import { tissueSlopes } from "../../elements/interstitium.ts";
import { guytonRelaxation } from "../../elements/stress-relaxation.ts";
import type { Tissue } from "../network.ts";
import { definePart } from "./part.ts";
import { above, atLeast, between, choice, group, needed, usually, word } from "./setting.ts";

const share = between(0, 1, "0 to 100 %");
const restPressure = usually(-mmHg, "pressure", "pressure at rest");

const pressure = z.discriminatedUnion("law", [
  z.strictObject({
    law: word("chapple-1993", "stiff at rest, gives way when swollen"),
    restPressure,
    swollenSlope: usually(0.42 * mmHg, "pressure", "rise per doubling of swollen tissue", above("> 0 mmHg")),
  }),
  z.strictObject({
    law: word("linear", "the same stiffness at every filling"),
    restPressure,
    slope: usually(tissueSlopes.first, "pressure", "rise per doubling", above("> 0 mmHg")),
  }),
]);

const oncoticNames = ["landis-pappenheimer", "guyton-1992", "lung", "nitta"] as const;

const tissue = z.strictObject({
  volume: needed("volume", "fluid at rest", above("> 0 mL")),
  filling: usually(
    1,
    "fraction",
    "fluid at the start of a run, of that at rest",
    between(0.1, 10, "10 to 1000 %"),
    "%",
  ),
  pressure: pressure.prefault({ law: "chapple-1993" }),
  relaxation: group(
    "gives way to a filling in time",
    z.strictObject({
      share: usually(
        guytonRelaxation.share,
        "fraction",
        "share of a filling it gives way to",
        between(0, 0.99, "0 to 99 %"),
        "%",
      ),
      time: usually(guytonRelaxation.time, "time", "time that takes", above("> 0 min"), "min"),
    }),
  ),
  capillary: group(
    "blood that fills it; without it nothing filters in",
    z.strictObject({
      wall: z.strictObject({
        conductance: needed("conductance", "filtration coefficient K", above("> 0 mL/h/mmHg")),
        permeability: needed("flow", "permeability–surface product PS of protein", above("> 0 mL/h")),
        reflection: usually(0.9, "fraction", "reflection coefficient for protein", share, "%"),
        solute: choice(["patlak", "starling-convective"], "patlak", "law of the protein that passes"),
        glycocalyx: group(
          "a layer that keeps tissue protein from part of the wall",
          z.strictObject({
            share: needed("fraction", "share of the wall that tissue protein does not reach", share, "%"),
            oncotic: needed("pressure", "oncotic pressure below it", atLeast(">= 0 mmHg")),
          }),
        ),
      }),
      pressure: needed("pressure", "blood pressure in the capillaries"),
      protein: needed("concentration", "protein of the plasma", atLeast(">= 0 g/L")),
      oncotic: choice(oncoticNames, "landis-pappenheimer", "law of oncotic pressure"),
    }),
  ),
  drain: z
    .strictObject({
      resistance: usually(
        1e12,
        "resistance",
        "initial lymphatics of each vessel that begins here",
        atLeast(">= 0 Pa.s/m3"),
        "Pa.s/m3",
      ),
      reflux: usually(
        0.02,
        "fraction",
        "share of their conductance backward",
        between(1e-6, 1, "above 0 up to 100 %"),
        "%",
      ),
    })
    .prefault({}),
});

export const tissuePart = definePart<typeof tissue, Tissue>({
  schema: tissue,
  build: ({ volume, filling, pressure: law, relaxation, capillary, drain }) => ({
    volume,
    initialFilling: filling,
    law,
    ...(relaxation === undefined ? {} : { relaxation }),
    ...(capillary === undefined ? {} : { capillary }),
    drain,
  }),
  view: ({ volume, initialFilling, law, relaxation, capillary, drain }) => ({
    volume,
    filling: initialFilling,
    pressure: law,
    relaxation,
    capillary,
    drain,
  }),
});
