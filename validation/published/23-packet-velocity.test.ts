/** How fast packets of lymph travel: dye runs behind the wave that carries it. */
import { minute, mmHg } from "@openlymph/base";
import type { PlacedLoad } from "@openlymph/physiology";
import { arm, collector, leg } from "../human.ts";
import { pressed } from "../limb.ts";
import { publish } from "../publish.ts";
import { dyeFronts, fromSettled, packetSpeed, packetsIn } from "../tracer.ts";

const walking: PlacedLoad = {
  load: { kind: "muscle-pump", amplitude: 181 * mmHg, frequency: 1, duty: 0.4, from: 0, to: 1 },
  share: 1,
};

function centimetresPerSecond(fronts: readonly number[][]) {
  const { value, spread } = packetSpeed(fronts.flatMap((arrivals) => packetsIn(arrivals)));
  return { value: 100 * value, spread: { ...spread, low: 100 * spread.low, high: 100 * spread.high } };
}

publish({
  id: 23,
  title: "Velocity of lymph packets",
  studied: "people",
  source: { citation: "Groenlund et al., Lymphat Res Biol 2017; arm: Lymphat Res Biol 2020;18:226" },
  provenance: { tag: "source", source: "abstracts" },
  protocol:
    "There: near-infrared imaging of dye, the front of a packet over a known length, at rest and after exercise. Here: dye enters the settled collector at eight moments of its cycle; a packet is a stretch of five lymphangions or more along which the front goes on without waiting; all the way they run over all the time they take. Exercise: three cycles (5 min) of a muscle pump on the collector, dye in the minutes after it.",
  assumed:
    "the front is seen at a tenth of the dye's concentration; pressure of a walking calf (181 mmHg, once a second) on the whole collector",
  numbers: [
    {
      quantity: "packet velocity",
      condition: "leg at rest, n = 10",
      published: { kind: "mean ± sd", value: 1.51, spread: 0.24, unit: "cm/s" },
      verdict: "not yet",
      why: "The wave of contraction runs at 1.2 cm/s, an input that was chosen with these measurements in view; how far the dye falls behind it is not. Ours is carried at half to two thirds of the wave's speed, just less than half of what was measured.",
    },
    {
      quantity: "packet velocity",
      condition: "arm at rest, n = 10",
      published: { kind: "mean ± sd", value: 1.1, spread: 0.3, unit: "cm/s" },
      verdict: "partly",
      why: "As in the leg, beside a slower measurement. Well mixed lymphangions also blur the front.",
    },
    {
      quantity: "packet velocity",
      condition: "leg after exercise, n = 10",
      published: { kind: "mean ± sd", value: 2.2, spread: 0.63, unit: "cm/s" },
      verdict: "not yet",
      why: "Nothing of the exercise remains in ours: the vessel fills and contracts as before within one cycle, and conduction in its wall knows neither warmth nor stretch.",
    },
  ],
  run: () => {
    const moved = fromSettled(pressed(collector(leg), walking), 3);
    const rested = { ...moved, external: { pressure: 0 } };
    const fronts = [
      dyeFronts(collector(leg), 6, 3 * minute),
      dyeFronts(collector(arm), 6, 3 * minute),
      dyeFronts(rested, 0, 3 * minute),
    ];
    const arrivals = fronts[0]![0]!;
    return {
      ours: fronts.map(centimetresPerSecond),
      figure: {
        caption:
          "When the front of the dye (seen at a tenth) reaches each lymphangion of a leg collector, and its wave.",
        x: { label: "time since the dye began to enter, s", from: 0 },
        y: { label: "way along the vessel, cm", from: 0, to: 20 },
        series: [
          {
            name: "dye",
            style: "dots",
            points: arrivals.flatMap((time, j) => (Number.isFinite(time) ? [[time, j + 0.5] as const] : [])),
          },
          {
            name: "first wave, 1.2 cm/s",
            style: "line",
            points: [
              [0, 0],
              [20 / 1.2, 20],
            ],
          },
        ],
      },
    };
  },
});
