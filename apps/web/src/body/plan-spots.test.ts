import { figureScene } from "@openlymph/figure";
import { describe, expect, it } from "vitest";
import { exampleRun } from "../run/example-run.ts";
import { labelHeight, labelWidth, numbersText, placedSpots, planSpots } from "./plan-spots.ts";

describe("the steps on the body", () => {
  const { steps } = exampleRun("arm-after-axillary-clearance", "draft-arm");
  const views = (["front", "back"] as const).map((view) => planSpots(figureScene({ view }), steps));

  it("has every step on one of its views at least, and no two spots on one another", () => {
    const shown = new Set(views.flat().flatMap(({ numbers }) => numbers));
    expect([...shown].sort((a, b) => a - b)).toEqual(steps.map(({ n }) => n));
    for (const spots of views) {
      for (const [i, a] of spots.entries()) {
        for (const b of spots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(33);
      }
    }
  });

  it("points up the arm on the forearm: toward the trunk of the person's left side", () => {
    const forearm = steps.find(({ region }) => region === "forearm")!;
    const [spot] = planSpots(figureScene({ view: "front" }), [forearm]);
    expect(spot!.angles).toHaveLength(1);
    // Seen from the front, the left arm hangs on the right of the picture; up the arm is up.
    expect(Math.sin((spot!.angles[0]! * Math.PI) / 180)).toBeLessThan(0);
  });

  it("lays no number over another", () => {
    for (const spots of views) {
      const placed = placedSpots(spots);
      for (const [i, a] of placed.entries()) {
        for (const b of placed.slice(i + 1)) {
          const beside = Math.abs(a.labelX - b.labelX) > labelWidth(a.text) + labelWidth(b.text);
          expect(beside || Math.abs(a.labelY - b.labelY) > 2 * labelHeight).toBe(true);
        }
      }
    }
  });

  it("writes numbers short", () => {
    expect(numbersText([5, 3, 4, 1])).toBe("1, 3–5");
    expect(numbersText([2])).toBe("2");
  });
});
