/** What massage and venous pressure do to lymph flow in animals. */
import { limbTerritories } from "@openlymph/anatomy";
import { hour, minute, mmHg, unwrap } from "@openlymph/base";
import { type HumanCollectorOptions, type Network, type PlacedLoad, strokeGain } from "@openlymph/physiology";
import { lymphFlow, runBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { beginCourse, goOn, volumeOut } from "../course.ts";
import { arm, collector } from "../human.ts";
import { armShare, limb, pressed } from "../limb.ts";
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

const timings = [
  { duration: 1, period: 4 },
  { duration: 2, period: 5 },
  { duration: 3, period: 10 },
] as const;

/** Pressing on tissue or vessel, everywhere at once. */
function pressing(
  on: string,
  pressure: number,
  timing: { readonly duration: number; readonly period: number },
): PlacedLoad {
  const load = {
    kind: "stroke",
    amplitude: pressure * mmHg,
    speed: 1e3,
    direction: "proximal",
    from: 0,
    to: 1,
  } as const;
  return { load: { ...load, ...timing }, share: 1, on: [on] };
}

/** Mean outflow, m³/s, from the fifth to the fifteenth minute. */
function outflow(network: Network): number {
  const course = beginCourse(network);
  goOn(course, 5 * minute);
  const before = volumeOut(course);
  goOn(course, 15 * minute);
  return (volumeOut(course) - before) / (10 * minute);
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
    "Sheep: 15 cm of metatarsal duct between two reservoirs at one height, compressed intermittently; then compression over the duct in place. Rabbit: lymph of the hind leg with foot massage, and with the venous pressure at 40 mmHg. Here: fifteen human lymphangions squeezed together by 50 mmHg for 1 s in every 4, 2 in 5 and 3 in 10, contracting 0.9 and 4 times a minute (the middle of the six is ours); the duct in place drains a tissue of its own (3 % of a leg's) and is squeezed 3 s in every 10; foot massage presses that tissue alone, by 60, 90 or 120 mmHg with the three timings (the middle of the nine is ours); venous pressure: capillary pressure of one leg of the whole body raised for an hour, lymph of the foot.",
  assumed:
    "pressure and timing of the squeeze, which the abstracts do not give; of the massage the range that hands raise in swollen human tissue, 60 to 120 mmHg; 'not significant' is a rise of at most a fifth; human vessels for those of sheep; four fifths of a venous pressure reach the capillaries (textbook)",
  numbers: [
    {
      quantity: "flow with compression over flow without",
      condition: "sheep, isolated duct with free inlet",
      published: { kind: "value", value: 4, unit: "" },
      verdict: "reproduced",
      why: "The gain depends on how often the vessel contracts by itself, which the abstract does not give: it is five to seven at 0.9 /min, 1.2 to 1.6 at 4 /min.",
    },
    {
      quantity: "rise of flow by compression",
      condition: "sheep, over the duct in place; not significant there",
      published: { kind: "at most", value: 20, unit: "%" },
      verdict: "not yet",
      why: "Ours more than doubles: its tissue gives what the vessel sucks, and the pressure of 50 mL of it falls by less than a tenth of a mmHg meanwhile. Initial lymphatics that run dry would have to be small compartments of their own.",
    },
    {
      quantity: "flow with massage over flow without",
      condition: "rabbit foot",
      published: { kind: "value", value: 22, unit: "" },
      verdict: "not yet",
      why: "It depends on what the abstract does not give: from 5 to 15 over what was tried. The initial lymphatics of ours let through a fixed share of the pressure.",
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
    const tried = timings.flatMap((timing) =>
      [0.9, 4].map((frequency) => gain({ frequency: frequency / minute, inletResistance: 0 }, timing)),
    );
    const middle = tried.toSorted((a, b) => a - b).slice(2, 4);
    const foot = limb({ collector: { ...arm, lymphangions: 15 }, share: armShare });
    const rest = outflow(foot);
    const massaged = [60, 90, 120]
      .flatMap((pressure) => timings.map((timing) => outflow(pressed(foot, pressing("skin", pressure, timing))) / rest))
      .toSorted((a, b) => a - b);
    const squeezed = outflow(pressed(foot, pressing("collector", 50, squeeze))) / rest;
    const venous = venousGain(32);
    return {
      ours: [
        {
          value: (middle[0]! + middle[1]!) / 2,
          spread: { low: Math.min(...tried), high: Math.max(...tried), of: "tried:" },
        },
        { value: 100 * (squeezed - 1) },
        { value: massaged[4]!, spread: { low: massaged[0]!, high: massaged[8]!, of: "tried:" } },
        { value: venous[1]!, spread: { low: Math.min(...venous), high: Math.max(...venous), of: "0.5 to 6 h:" } },
      ],
    };
  },
});
