import { describe, expect, it } from "vitest";
import { emptyMeasurement, type Measurement, noSessions, type Series } from "../series/series.ts";
import { evenGeometry } from "../volume/tape-volume.ts";
import { meaningfulChange, ratedSymptoms } from "./ratings.ts";
import { scoredDays, scoresOf } from "./score.ts";

function seriesOf(...measurements: readonly Partial<Measurement>[]): Series {
  const protocol = { id: "own", name: "", start: "", ...evenGeometry("frustum", 0.04, 2) };
  const all = measurements.map((one, i) => ({ ...emptyMeasurement, at: { seconds: i * 86400, offset: 0 }, ...one }));
  return { title: "", limb: "arm", ...noSessions, protocol, measurements: all };
}

describe("ratings", () => {
  it("change meaningfully by two points or by 30 %", () => {
    expect(meaningfulChange(6, 4)).toBe(true);
    expect(meaningfulChange(6, 5)).toBe(false);
    expect(meaningfulChange(3, 2)).toBe(true);
    expect(meaningfulChange(0, 1)).toBe(false);
    expect(meaningfulChange(0, 0)).toBe(false);
  });

  it("are gathered by label, own labels too, with the band of the last", () => {
    const series = seriesOf({ symptoms: { "my elbow": 7, heaviness: 6 } }, {}, { symptoms: { heaviness: 3 } });
    expect(ratedSymptoms(series)).toMatchObject([
      { label: "heaviness", band: "mild", change: -3, meaningful: true },
      { label: "my elbow", words: "my elbow", band: "severe", meaningful: false },
    ]);
    expect(ratedSymptoms(series)[0]?.ratings.map(({ day, value }) => `${day} ${value}`)).toEqual([
      "1970-01-01 6",
      "1970-01-03 3",
    ]);
  });
});

describe("scores", () => {
  it("of the PHQ-4 hold those of its halves", () => {
    expect(scoresOf("phq4", [1, 2, 0, 1])).toEqual([
      { scale: "phq4", name: "PHQ-4", score: 4, most: 12, band: "mild" },
      { scale: "gad2", name: "GAD-2", score: 3, most: 6, positive: true },
      { scale: "phq2", name: "PHQ-2", score: 1, most: 6, positive: false },
    ]);
    const bands = [0, 2, 3, 5, 6, 8, 9, 12].map((sum) => scoresOf("phq4", [sum, 0, 0, 0])[0]?.band);
    expect(bands).toEqual(["none", "none", "mild", "mild", "moderate", "moderate", "severe", "severe"]);
    expect(scoresOf("phq9", [1])).toEqual([]);
  });

  it("stand by day, with licensed ones as they were typed in", () => {
    const days = scoredDays(seriesOf({ scales: { phq2: [2, 1] } }, {}, { scores: { "Lymph-ICF": 34 } }));
    expect(days).toMatchObject([
      { index: 0, scores: [{ scale: "phq2", positive: true }] },
      { index: 2, scores: [], recorded: { "Lymph-ICF": 34 } },
    ]);
  });
});
