/** What massage and venous pressure do to lymph flow in animals. */
import { limbTerritories } from "@openlymph/anatomy";
import { hour, minute, mmHg, unwrap } from "@openlymph/base";
import type { Network, PlacedLoad } from "@openlymph/physiology";
import { lymphFlow, runBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { beginCourse, goOn, volumeOut } from "../course.ts";
import { selfPaced } from "../drainage.ts";
import { arm, bathPacemaker, collector, limbPacemaker } from "../human.ts";
import { type Case, numbersOf } from "../kept-cases.ts";
import { armShare, limb, pressed } from "../limb.ts";
import { publish } from "../publish.ts";
import type { Ours } from "../result.ts";

const timings = [
  { duration: 1, period: 4 },
  { duration: 2, period: 5 },
  { duration: 3, period: 10 },
] as const;
/** A limb at 30 °C and one at 37 °C. */
const pacemakers = [limbPacemaker, bathPacemaker];

/** Pressing on tissue or vessel, everywhere at once: so fast that the stroke arrives everywhere together. */
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

/** Median of what was tried, and its ends. */
function middle(tried: readonly number[]): Ours {
  const sorted = tried.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.ceil((sorted.length - 1) / 2)]!];
  return { value: (low + high) / 2, spread: { low: sorted[0]!, high: sorted.at(-1)!, of: "tried:" } };
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
    "Sheep: 15 cm of metatarsal duct between two reservoirs at one height, compressed intermittently; then compression over the duct in place. Rabbit: lymph of the hind leg with foot massage, and with the venous pressure at 40 mmHg. Here: fifteen human lymphangions that pace themselves, at 30 and at 37 °C, squeezed together by 50 mmHg for 1 s in every 4, 2 in 5 and 3 in 10 (the middle of the six is ours); the duct in place drains a tissue of its own (3 % of a leg's) and is squeezed 3 s in every 10; foot massage presses that tissue alone, by 60, 90 or 120 mmHg with the three timings (the middle of the eighteen is ours); venous pressure: capillary pressure of one leg of the whole body raised for an hour, lymph of the foot.",
  assumed:
    "pressure and timing of the squeeze and the temperature of the limb, which the abstracts do not give; of the massage the range that hands raise in swollen human tissue, 60 to 120 mmHg; 'not significant' is a rise of at most a fifth; human vessels for those of sheep; four fifths of a venous pressure reach the capillaries (textbook)",
  numbers: [
    {
      quantity: "flow with compression over flow without",
      condition: "sheep, isolated duct with free inlet",
      published: { kind: "value", value: 4, unit: "" },
      verdict: "partly",
      why: "The gain depends on how often the vessel contracts by itself: it is 2.3 to 3 at 30 °C, 1.5 to 1.9 at 37 °C. A squeezed duct folds flat and takes time to fill again.",
    },
    {
      quantity: "rise of flow by compression",
      condition: "sheep, over the duct in place; not significant there",
      published: { kind: "at most", value: 20, unit: "%" },
      verdict: "not yet",
      why: "A third more at 37 °C, twice as much at 30 °C, where the vessel by itself carries little, since its waves begin anywhere. If they all begin at the hand, 0.9 times a minute, the rise is 16 %: a squeezed duct folds flat, and tissue at rest does not fill it again at once.",
    },
    {
      quantity: "flow with massage over flow without",
      condition: "rabbit foot",
      published: { kind: "value", value: 22, unit: "" },
      verdict: "partly",
      why: "It depends on what the abstract does not give, as the spread shows.",
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
    const cases: Case[] = [];
    const planned = pacemakers.map((pacemaker, p) => {
      const ends = { inletPressure: 2 * mmHg, outletPressure: 2 * mmHg, inletResistance: 0 };
      const duct = selfPaced(collector({ ...arm, lymphangions: 15, ...ends }), pacemaker);
      const foot = selfPaced(limb({ collector: { ...arm, lymphangions: 15 }, share: armShare }), pacemaker);
      /** Adds a case; its outflow is found by its number. */
      const outflowOf = (name: string, network: Network): number =>
        cases.push({ key: `${p} ${name}`, run: () => [outflow(network)] }) - 1;
      const timed = (name: string, network: Network, on: string, pressure: number) =>
        timings.map((timing, t) =>
          outflowOf(`${name} ${pressure} ${t}`, pressed(network, pressing(on, pressure, timing))),
        );
      return {
        alone: outflowOf("duct", duct),
        rest: outflowOf("foot", foot),
        isolated: timed("duct", duct, "collector", 50),
        inPlace: outflowOf("in place", pressed(foot, pressing("collector", 50, timings[2]))),
        massaged: [60, 90, 120].flatMap((pressure) => timed("foot", foot, "skin", pressure)),
      };
    });
    const flows = numbersOf("massage-gain", cases).map(([flow]) => flow!);
    const over = (number: number, base: number) => flows[number]! / flows[base]!;
    const gains = planned.map(({ alone, rest, isolated, inPlace, massaged }) => ({
      isolated: isolated.map((number) => over(number, alone)),
      inPlace: 100 * (over(inPlace, rest) - 1),
      massaged: massaged.map((number) => over(number, rest)),
    }));
    const venous = venousGain(32);
    return {
      ours: [
        middle(gains.flatMap(({ isolated }) => isolated)),
        middle(gains.map(({ inPlace }) => inPlace)),
        middle(gains.flatMap(({ massaged }) => massaged)),
        { value: venous[1]!, spread: { low: Math.min(...venous), high: Math.max(...venous), of: "0.5 to 6 h:" } },
      ],
    };
  },
});
