/** Schema of `openlymph/network@1`: what a network file may hold, every quantity with its unit. One part, one file in format/. */
import { z } from "zod";
import { externalPart } from "./format/load-format.ts";
import { pacingPart } from "./format/pacing-format.ts";
import { inletPart, junctionPart, nodePart, outletPart } from "./format/place-format.ts";
import { above, between, byName, described, group, usually } from "./format/setting.ts";
import { solutePart } from "./format/solute-format.ts";
import { solverPart } from "./format/solver-format.ts";
import { tissuePart } from "./format/tissue-format.ts";
import { valvePart } from "./format/valve-format.ts";
import { vesselPart } from "./format/vessel-format.ts";

export const networkFormat = "openlymph/network@1";

/** Parts that a file holds by name, and parts that it holds once. */
export const namedParts = {
  valves: valvePart,
  inlets: inletPart,
  outlets: outletPart,
  junctions: junctionPart,
  nodes: nodePart,
  tissues: tissuePart,
  solutes: solutePart,
  vessels: vesselPart,
} as const;

export const singleParts = { external: externalPart, pacing: pacingPart, solver: solverPart } as const;

const text = (help: string, kind: string) => described(z.string().min(1, kind), { kind: "text", help, range: kind });

export const networkSchema = z.strictObject({
  format: described(z.literal(networkFormat), { kind: "text", help: "name of this format", range: networkFormat }),
  title: text("for people", "a title"),
  about: text("what it is and what to look at", "a paragraph"),
  viscosity: usually(1e-3, "viscosity", "viscosity of lymph, assumed", above("> 0 cP")),
  valves: byName(valvePart.schema).default({}),
  inlets: byName(inletPart.schema).default({}),
  outlets: byName(outletPart.schema),
  junctions: byName(junctionPart.schema).default({}),
  nodes: byName(nodePart.schema).default({}),
  tissues: byName(tissuePart.schema).default({}),
  solutes: byName(solutePart.schema).default({}),
  vessels: byName(vesselPart.schema),
  posture: group(
    "how the body stands",
    z.strictObject({
      upright: usually(
        0,
        "fraction",
        "share of gravity along the vessels: 0 lying, 100 % standing",
        between(0, 1, "0 to 100 %"),
        "%",
      ),
    }),
  ),
  external: externalPart.schema.optional(),
  pacing: pacingPart.schema,
  solver: solverPart.schema.prefault({}),
});

export type NetworkFile = z.output<typeof networkSchema>;
