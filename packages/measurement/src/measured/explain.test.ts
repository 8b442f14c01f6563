import { describe, expect, it } from "vitest";
import { emptyMeasurement, noSessions, type Series } from "../series/series.ts";
import { evenGeometry } from "../volume/tape-volume.ts";
import { explained } from "./explain.ts";
import { measured } from "./measured.ts";

function seriesOf(model: "frustum" | "disk"): Series {
  const circumferences = { left: [0.2, 0.24, 0.26], right: [0.2, 0.22, 0.24] };
  const protocol = { id: "own", name: "", start: "", ...evenGeometry(model, 0.04, 3) };
  return {
    title: "",
    limb: "arm",
    affected: "left",
    protocol,
    ...noSessions,
    measurements: [{ ...emptyMeasurement, circumferences }],
  };
}

describe("explanations", () => {
  it("put the numbers of the person into the formulas, and come to the numbers that are shown", () => {
    const series = seriesOf("frustum");
    const found = measured(series, 0);
    const text = explained(series, found)
      .flatMap(({ of, lines }) => [of, ...lines])
      .join("\n");
    expect(text).toContain("4 × (20² + 20 × 24 + 24²) / 12π = 154.5");
    expect(text).toContain(`V = 154.5 + 199.0 = ${(1e6 * found.volumes.left!.value).toFixed(1)} mL (95 %:`);
    expect(text).toContain(`= ${(100 * found.compared!.excess.value).toFixed(1)} % (95 %:`);
  });

  it("show disks as disks", () => {
    const series = seriesOf("disk");
    const [left] = explained(series, measured(series, 0));
    expect(left?.lines[0]).toContain("disk");
    expect(left?.lines[1]).toBe("20² × 4 / 4π = 127.3");
  });
});
