/** Where dye from the hand goes after axillary dissection. */
import { anatomy } from "@openlymph/anatomy";
import { examination, operatedArm } from "../examination.ts";
import { publish } from "../publish.ts";

const observed = anatomy.observations.find(({ id }) => id === "armICG_Koelmeyer21")!.shares as Readonly<
  Record<string, number>
>;
const basins = {
  ipsilateralAxilla: ["AXLAT_L", "AXANT_L", "AXPOST_L", "AXCEN_L", "AXAP_L"],
  clavicular: ["DPEC_L", "IPEC_L", "SCLAV_L"],
  parasternal: ["PSTERN_L"],
  ipsilateralInguinal: ["INGSM_L", "INGSL_L", "INGINF_L", "INGD_L"],
} as const;
type Basin = keyof typeof basins;
const procedures = ["ALND_I", "ALND_I_II", "ALND_I_III"];
const strengths = [1, 0.7, 0.5];

/** Node groups that dye from the hand reaches by its collectors or by detours within six hours, seen. */
function reached(history: string): ReadonlySet<string> {
  const { bundles, detours } = examination(history, "handDorsum_L", "icg", 360).findings;
  return new Set([...bundles, ...detours].filter(({ arrival }) => arrival !== undefined).map(({ to }) => to));
}

const number = (basin: Basin, quantity: string) => ({
  quantity,
  condition: "swollen arms",
  published: { kind: "value" as const, value: observed[basin]!, unit: "%" },
});

publish({
  id: 45,
  title: "Detours of dye from the hand",
  studied: "people",
  source: { citation: "Koelmeyer et al. 2021 (339 patients, arms and legs)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: indocyanine green in swollen arms; share of the arms in which a basin is reached. Here: the same dye in nine typical bodies, dissection of three extents with pump strength 1, 0.7 and 0.5; share of the nine in which a basin is reached by collectors of the hand or by a detour within six hours. Nothing was tuned to it, and nine bodies are no population.",
  assumed: "conductance and opening pressure of every detour; seen at a ten-thousandth of the dose",
  numbers: [
    {
      ...number("ipsilateralAxilla", "dye in the armpit of the same side"),
      verdict: "partly",
      why: "Removed groups keep a bypass of 5 % in our bodies, so that some dye always comes through.",
    },
    {
      ...number("clavicular", "dye beside the collarbone"),
      verdict: "not yet",
      why: "A twelfth of the hand's lymph takes the way along the cephalic vein in every one of our bodies; in people this way varies.",
    },
    {
      ...number("parasternal", "dye beside the breastbone"),
      verdict: "not yet",
      why: "Our way to the breastbone begins in the anterior axillary nodes, which the hand's lymph does not reach.",
    },
    { ...number("ipsilateralInguinal", "dye in the groin of the same side"), verdict: "reproduced" },
  ],
  run: () => {
    const bodies = procedures.flatMap((procedure) =>
      strengths.map((strength) => reached(operatedArm(procedure, strength))),
    );
    const share = (basin: Basin) => {
      const count = bodies.filter((nodes) => basins[basin].some((id) => nodes.has(id))).length;
      return { value: (100 * count) / bodies.length };
    };
    return {
      ours: [share("ipsilateralAxilla"), share("clavicular"), share("parasternal"), share("ipsilateralInguinal")],
    };
  },
});
