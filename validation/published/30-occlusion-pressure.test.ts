/** The cuff pressure that stops lymph while hands drive it. */
import { minute, mLPerHour, mmHg, unwrap } from "@openlymph/base";
import { simulate } from "@openlymph/physiology";
import { passingFlow } from "../cuff.ts";
import { arm, collector } from "../human.ts";
import { publish } from "../publish.ts";

const strokes = [0, 40, 90];

/** Mean outflow, m³/s, of five minutes against a cuff, with strokes of so many mmHg below it. */
function flow(stroke: number, cuff: number): number {
  const massage = { amplitude: stroke * mmHg, duration: 3, period: 10, speed: 0.02, direction: "proximal" } as const;
  const network = collector({ ...arm, outletPressure: cuff * mmHg, massage });
  return unwrap(simulate(network, { time: 5 * minute })).outflow;
}

/** Least of the steps of 10 mmHg from 30 on at which too little passes to fill the lumen under the cuff in 5 min; 400 for none. */
function occlusion(stroke: number): number {
  const enough = passingFlow(arm);
  let [passes, stops] = [2, 40];
  while (stops - passes > 1) {
    const middle = Math.floor((passes + stops) / 2);
    if (flow(stroke, 10 * middle) >= enough) passes = middle;
    else stops = middle;
  }
  return 10 * stops;
}

publish({
  id: 30,
  title: "Occlusion pressure under active strokes",
  studied: "people",
  source: {
    citation: "Belgrado et al., Lymphat Res Biol 2016;14",
    doi: "10.1089/lrb.2015.0040",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: thirty arms; a cuff raised by 10 mmHg from 30 on, strokes (fill and flush) below it, until no dye passes. Here: the arm collector against an ideal cuff (result 17), strokes along it every 10 s, until less passes in 5 min than fills the lumen under 12 cm.",
  assumed:
    "strokes of 40 mmHg at the vessel, a usual pressure of hands (textbook); 90 mmHg (middle of what hands raise in swollen tissue) beside it; nothing above 400 mmHg was tried",
  numbers: [
    {
      quantity: "occlusion pressure",
      condition: "arm, n = 30",
      published: { kind: "mean ± ci", value: 86, spread: 3.7, unit: "mmHg" },
      verdict: "not yet",
      why: "Too strong: under strokes every lymphangion passes its pressure on to the next, and our vessel is so stiff that it holds them all. Without strokes ours stops at 50 mmHg.",
    },
  ],
  run: () => {
    const found = strokes.map(occlusion);
    return {
      ours: [{ value: found[1]!, spread: { low: found[1]!, high: found[2]!, of: "40 to 90 mmHg:" } }],
      figure: {
        caption:
          "Cuff pressure at which an arm collector no longer passes, against the strokes below the cuff; band: published.",
        x: { label: "strokes, mmHg", from: 0, to: 100 },
        y: { label: "occlusion pressure, mmHg", from: 0, to: 400 },
        series: [
          {
            name: `ours (needed: ${(passingFlow(arm) / mLPerHour).toFixed(2)} mL/h)`,
            style: "dots",
            points: strokes.map((p, i) => [p, found[i]!] as const),
          },
        ],
        bands: [{ axis: "y", from: 82.3, to: 89.7, name: "published" }],
      },
    };
  },
});
