/** The cuff pressure that stops lymph while hands drive it. */
import { passingTime } from "../cuff.ts";
import { arm } from "../human.ts";
import { numbersOf } from "../kept-cases.ts";
import { publish } from "../publish.ts";

const strokes = [0, 30, 40, 60, 90];

/** Least of the steps of 10 mmHg from 30 on under which no dye is seen beyond the cuff within 5 min; 300 for none. */
function occlusion(stroke: number): number {
  for (let pressure = 30; pressure < 300; pressure += 10) {
    if (!Number.isFinite(passingTime({ collector: arm, pressures: [pressure], strokes: stroke }))) return pressure;
  }
  return 300;
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
    "There: thirty arms; a cuff raised by 10 mmHg from 30 on, strokes (fill and flush) below it, until no dye passes. Here: the arm collector of result 17 with 12 cm of it under the cuff, strokes along the vessel below it every 10 s, each pressure of the cuff on its own for 5 min, until no dye is seen beyond.",
  assumed:
    "strokes of 40 mmHg at the vessel, a usual pressure of hands (textbook), 30 and 60 mmHg beside it; how a wall folds (collapse.ts); nothing above 300 mmHg was tried",
  numbers: [
    {
      quantity: "occlusion pressure",
      condition: "arm, n = 30",
      published: { kind: "mean ± ci", value: 86, spread: 3.7, unit: "mmHg" },
      verdict: "partly",
      why: "Prediction. Strokes of 30 mmHg give 90, of 60 mmHg 150: under strokes every lymphangion passes its pressure on to the next, until the cuff folds the vessel flat. Without strokes ours stops at 40 mmHg.",
    },
  ],
  run: () => {
    const cases = strokes.map((stroke) => ({ key: `${stroke} mmHg`, run: () => [occlusion(stroke)] }));
    const found = numbersOf("occlusion", cases).map(([pressure]) => pressure!);
    return {
      ours: [{ value: found[2]!, spread: { low: found[1]!, high: found[3]!, of: "30 to 60 mmHg:" } }],
      figure: {
        caption:
          "Cuff pressure that dye no longer passes in an arm collector, against the strokes below it; band: published.",
        x: { label: "strokes, mmHg", from: 0, to: 100 },
        y: { label: "occlusion pressure, mmHg", from: 0, to: 300 },
        series: [{ name: "ours", style: "dots", points: strokes.map((p, i) => [p, found[i]!] as const) }],
        bands: [{ axis: "y", from: 82.3, to: 89.7, name: "published" }],
      },
    };
  },
});
