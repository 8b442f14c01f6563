/** What massage and venous pressure do to lymph flow in animals. */
import { limbTerritories } from "@openlymph/anatomy";
import { hour, minute, mmHg, unwrap } from "@openlymph/base";
import { type HumanCollectorOptions, strokeGain } from "@openlymph/physiology";
import { lymphFlow, runBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { arm, collector } from "../human.ts";
import { publish } from "../publish.ts";

/** A hand or cuff that presses the whole vessel at once: so fast that the stroke arrives everywhere together. */
const squeeze = { amplitude: 50 * mmHg, duration: 3, period: 10, speed: 1e3 };

/** Fifteen lymphangions are 15 cm of duct, both ends at one height: flow with the squeeze over flow without. */
function gain(
  changes: HumanCollectorOptions,
  timing: { readonly duration?: number; readonly period?: number } = {},
): number {
  const inletPressure = 2 * mmHg;
  const duct = collector({ ...arm, lymphangions: 15, inletPressure, outletPressure: inletPressure, ...changes });
  return unwrap(strokeGain(duct, { ...squeeze, ...timing }, 6)).gain;
}

const venousTimes = [0.5 * hour, 1 * hour, 3 * hour, 6 * hour];

/** Lymph flow of a foot, at these times after the capillary pressure of its leg rose, over that before. */
function venousGain(rise: number): number[] {
  const text = `format: openlymph/history@1
title: venous pressure raised
provenance: { tag: assumed, source: a validation run }
asOf: 2026-01-01
assume:
  - { capillaryPressure: ${rise} mmHg, limb: leg, side: left, from: 0 h }
`;
  const { index, healthy, series } = unwrap(runBody(unwrap(parseHistory(text, "venous.yaml")), { times: venousTimes }));
  const territories = limbTerritories("leg_L").filter((id) => id.startsWith("foot"));
  const before = lymphFlow(index, healthy, territories);
  return series.states.map((state) => lymphFlow(index, state, territories) / before);
}

publish({
  id: 26,
  title: "Massage and venous pressure in animals",
  studied: "animals",
  source: {
    citation:
      "McGeown, McHale & Thornbury, J Physiol 1987;387:83 (sheep); Ikomi et al., J Appl Physiol 1996;81:2060 (rabbit)",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol:
    "Sheep: 15 cm of metatarsal duct between two reservoirs at one height, compressed intermittently; then compression over the duct in place. Rabbit: lymph of the hind leg with foot massage, and with the venous pressure at 40 mmHg. Here: fifteen human lymphangions squeezed together by 50 mmHg for 1 s in every 4, 2 in 5 and 3 in 10, contracting 0.9 and 4 times a minute (the middle of the six is ours); the duct in place has an inlet resistance of 1e12 Pa·s/m³, 3 s in every 10 and 0.9 /min; venous pressure: capillary pressure of one leg of the whole body raised for an hour, lymph of the foot.",
  assumed:
    "pressure and timing of the squeeze, which the abstracts do not give; 'not significant' is a rise of at most a fifth; human vessels for those of sheep; four fifths of a venous pressure reach the capillaries (textbook)",
  numbers: [
    {
      quantity: "flow with compression over flow without",
      condition: "sheep, isolated duct with free inlet",
      published: { kind: "value", value: 4, unit: "" },
      verdict: "partly",
      why: "The gain depends on how often the vessel contracts by itself, which the abstract does not give: it is five to seven at 0.9 /min, 1.2 to 1.6 at 4 /min.",
    },
    {
      quantity: "rise of flow by compression",
      condition: "sheep, over the duct in place; not significant there",
      published: { kind: "at most", value: 20, unit: "%" },
      verdict: "not yet",
      why: "Ours rises: its tissue gives whatever the vessel sucks. Needs initial lymphatics that can run dry.",
    },
    {
      quantity: "flow with massage over flow without",
      condition: "rabbit foot",
      published: { kind: "value", value: 22, unit: "" },
      verdict: "not yet",
      why: "Massage of the drained tissue is not resolved: needs tissue compartments with initial lymphatics.",
    },
    {
      quantity: "flow at a venous pressure of 40 mmHg over flow at rest",
      condition: "rabbit leg",
      published: { kind: "value", value: 3, unit: "" },
      verdict: "reproduced",
      why: "After one hour, which is assumed: it rises with time, up to the assumed reserve of the pump, four times the flow at rest.",
    },
  ],
  run: () => {
    const tried = [
      { duration: 1, period: 4 },
      { duration: 2, period: 5 },
      { duration: 3, period: 10 },
    ].flatMap((timing) =>
      [0.9, 4].map((frequency) => gain({ frequency: frequency / minute, inletResistance: 0 }, timing)),
    );
    const middle = tried.toSorted((a, b) => a - b).slice(2, 4);
    const venous = venousGain(32);
    return {
      ours: [
        {
          value: (middle[0]! + middle[1]!) / 2,
          spread: { low: Math.min(...tried), high: Math.max(...tried), of: "tried:" },
        },
        { value: 100 * (gain({}) - 1) },
        undefined,
        { value: venous[1]!, spread: { low: Math.min(...venous), high: Math.max(...venous), of: "0.5 to 6 h:" } },
      ],
    };
  },
});
