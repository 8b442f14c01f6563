import { mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenSleeve, sleevePeriod } from "../elements/load-sleeve.ts";
import { usualPacemaker } from "../elements/pacemaker.ts";
import { humanCollector } from "../network/human-collector.ts";
import { type Network, plainStroke } from "../network/network.ts";
import { commonCycles, planObservation } from "./observation-plan.ts";

const human = humanCollector();
const stroked = (period: number): Network => ({
  ...human,
  external: { pressure: 0, massage: { ...plainStroke, amplitude: 10 * mmHg, period } },
});

describe("commonCycles", () => {
  it("is the smallest number of cycles that holds every load a whole number of times", () => {
    expect(commonCycles(60, [])).toBe(1);
    expect(commonCycles(60, [10])).toBe(1);
    expect(commonCycles(60, [7])).toBe(7);
    expect(commonCycles(60, [8, 90])).toBe(6);
    expect(commonCycles(2, [10])).toBe(5);
    expect(commonCycles(60, [Math.PI])).toBeNull();
  });
});

describe("planObservation", () => {
  it("takes the last cycle, and the one before it for the drift", () => {
    expect(planObservation(human, 130)).toMatchObject({ period: 60, cycles: 1, before: 10, start: 70, end: 130 });
  });

  it("takes as many cycles as hold the strokes of the hand whole", () => {
    expect(planObservation(stroked(7), 900)).toMatchObject({ cycles: 7, start: 480, before: 60, commonCycles: 7 });
    expect(planObservation(stroked(7), 300)).toMatchObject({ cycles: 1, start: 240, commonCycles: 7 });
    const sleeve = evenSleeve(0, 3, 0.1, 50 * mmHg, 5);
    const sleeved = { ...human, external: { pressure: 0, loads: [{ load: sleeve, share: 1 }] } };
    expect(sleevePeriod(sleeve)).toBe(20);
    expect(planObservation(sleeved, 300)).toMatchObject({ cycles: 1, commonCycles: 1 });
  });

  it("has rising marks that hold the window and end the run, however long it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 2000, noNaN: true }), fc.constantFrom(7, 10, 45), (end, period) => {
        const { marks, start, before } = planObservation(stroked(period), end);
        for (let i = 1; i < marks.length; i++) expect(marks[i]!).toBeGreaterThan(marks[i - 1]!);
        expect(marks.at(-1)).toBe(end);
        for (const mark of [start, before]) expect(mark === 0 || marks.includes(mark)).toBe(true);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it("leaves the window of a vessel that paces itself to be found in the second half", () => {
    const source = { kind: "pacemaker", pacemaker: usualPacemaker } as const;
    const plan = planObservation({ ...human, pacing: { ...human.pacing, source } }, 600);
    expect(plan).toMatchObject({ selfPaced: true, before: 300, marks: [300, 600] });
  });
});
