import { mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { humanCollector } from "../network/human-collector.ts";
import { linearPumpLaw, pumpCurve, pumpPoint, stallPressure, usualSettling } from "./pump-curve.ts";

const short = humanCollector({ lymphangions: 1 });
const strict = { tolerance: 1e-4, mostCycles: 96 };

describe("pumpPoint", () => {
  it("runs more cycles only where they are needed, and says what it ran", () => {
    const collector = humanCollector();
    const easy = unwrap(pumpPoint(collector, 5 * mmHg, { cycles: 3, settling: usualSettling }));
    const hard = unwrap(pumpPoint(collector, 55 * mmHg, { cycles: 3, settling: usualSettling }));
    expect(easy).toMatchObject({ cycles: 3, settled: true });
    expect(hard.settled).toBe(true);
    expect(hard.cycles).toBeGreaterThan(easy.cycles);
    expect(hard.drift).toBeLessThan(1e-3);
  });

  it("says when a point has not settled within the cycles it may run", () => {
    const point = unwrap(pumpPoint(humanCollector(), 55 * mmHg, { settling: { tolerance: 1e-3, mostCycles: 4 } }));
    expect(point).toMatchObject({ cycles: 4, settled: false });
    expect(point.drift).toBeGreaterThan(1e-3);
  });
});

describe("stallPressure", () => {
  const rises = [0, 10, 20, 40].map((rise) => rise * mmHg);
  const points = unwrap(pumpCurve(short, { rises, settling: usualSettling }));

  it("lies where the flow changes its sign", () => {
    const stall = unwrap(stallPressure(short, points, { settling: strict, width: 2, highest: 60 * mmHg }));
    expect(stall.kind).toBe("found");
    expect(stall.width).toBeLessThanOrEqual(2);
    const flowAt = (rise: number) => unwrap(pumpPoint(short, rise, { settling: strict })).flow;
    expect(flowAt(stall.rise - 5)).toBeGreaterThan(0);
    expect(flowAt(stall.rise + 5)).toBeLessThan(0);
  });

  it("is looked for above the points when the last of them still flows, and no farther than allowed", () => {
    const low = points.slice(0, 2);
    const near = unwrap(stallPressure(short, points, { settling: strict, width: 2, highest: 60 * mmHg }));
    const far = unwrap(stallPressure(short, low, { settling: strict, width: 2, highest: 60 * mmHg }));
    expect(Math.abs(far.rise - near.rise)).toBeLessThan(4);
    const ended = unwrap(stallPressure(short, low, { settling: strict, width: 2, highest: 15 * mmHg }));
    expect(ended).toEqual({ kind: "above", rise: 15 * mmHg, width: 0 });
  });

  it("lies below when even the first point does not flow", () => {
    const end = points.at(-1)!;
    expect(end.flow).toBeLessThan(0);
    const high = [end, { ...end, rise: 50 * mmHg }];
    expect(unwrap(stallPressure(short, high, { width: 2, highest: 60 * mmHg })).kind).toBe("below");
    expect(stallPressure(short, [end], { width: 2, highest: 60 * mmHg })).toMatchObject({ code: "param/out-of-range" });
  });
});

describe("linearPumpLaw", () => {
  const point = (rise: number, flow: number) => ({ rise, flow, drift: 0, cycles: 1 });

  it("gives back the pressure and the resistance of any pump that is linear", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 100, max: 1e4, noNaN: true }),
        fc.double({ min: 1e11, max: 1e14, noNaN: true }),
        (pumpPressure, resistance) => {
          const rises = [0, 0.2, 0.5, 0.9].map((share) => share * pumpPressure);
          const law = linearPumpLaw(rises.map((rise) => point(rise, (pumpPressure - rise) / resistance)))!;
          expect(law.pumpPressure / pumpPressure).toBeCloseTo(1, 9);
          expect(law.resistance / resistance).toBeCloseTo(1, 9);
          expect(law.r2).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 50, seed: 3 },
    );
  });

  it("matches a small case by hand, and leaves out what does not flow forward", () => {
    // −rise on Q: Q 1, 2, 3; −rise −4, −1, −1. Means 2 and −2; R_L = (1·2 + 0 + 1·1)/2 = 1.5; P_p = 1.5·2 + 2 = 5; r² = 9/(2·6).
    const law = linearPumpLaw([point(4, 1), point(1, 2), point(1, 3), point(9, -1)])!;
    expect(law).toMatchObject({ points: 3 });
    expect(law.resistance).toBeCloseTo(1.5, 12);
    expect(law.pumpPressure).toBeCloseTo(5, 12);
    expect(law.r2).toBeCloseTo(0.75, 12);
    expect(linearPumpLaw([point(4, 1), point(1, 2), point(9, -1)])).toBeUndefined();
  });
});
