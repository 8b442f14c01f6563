import type { PartSwelling, SwellingBands } from "@openlymph/rehearsal";
import { inUnit, percent, timeWords } from "../output/numbers.ts";
import { numbers, type Table } from "../output/table.ts";
import { bandWords, partWords } from "../words/band-words.ts";

/** Excess below this share of a part is not called swelling here. */
const noticeable = 0.001;

/** The parts that swell in at least one body of twenty, at any of the times. */
export function swellingParts({ parts }: SwellingBands): readonly PartSwelling[] {
  return parts.filter(({ excessShare }) => excessShare.some(({ p95, p5 }) => p95 > noticeable || p5 < -noticeable));
}

export const noBandsWords =
  "No part of the body holds noticeably more fluid than in health (0.1 % of its volume) in one of twenty bodies.";

/** One part over time: medians, bands, and how many bodies swell. */
export function partSwellingTable(bands: SwellingBands, swelling: PartSwelling, shown: readonly number[]): Table {
  const { part, excess, excessShare, lymphFlowShare, above } = swelling;
  return {
    title: `The ${partWords(part)}`,
    about: `Median of the bodies (range of nine in ten). Excess is fluid above health over the healthy volume of the part.`,
    columns: [
      numbers("time"),
      numbers("excess (%)"),
      numbers("excess (mL)"),
      numbers("lymph flow (% of healthy)"),
      ...above.map(({ excessShare: limit }) => numbers(`above ${percent(limit, 0)} % (% of bodies)`)),
    ],
    rows: shown.map((time) => {
      const at = bands.times.indexOf(time);
      return [
        timeWords(time),
        bandWords(excessShare[at]!, (share) => percent(share, 2)),
        bandWords(excess[at]!, (volume) => inUnit(volume, "volume", "mL", 0)),
        bandWords(lymphFlowShare[at]!, (share) => percent(share, 0)),
        ...above.map(({ bodies }) => percent(bodies[at]! / excess[at]!.count, 1)),
      ];
    }),
  };
}
