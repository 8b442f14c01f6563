import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activatePrescribed, createPrescribedPacing } from "./activation.ts";
import {
  createWalls,
  diameterOf,
  evaluateWalls,
  setWall,
  transmuralPressure,
  volumeOf,
  type WallLaw,
  type WallOutput,
} from "./lymphangion.ts";

const bertram: WallLaw = {
  law: "bertram-2011",
  passivePressure: 5,
  referenceDiameter: 0.25e-3,
  stiffening: 1,
  activeTension: 3.6e-3,
  tone: 0,
  optimalStretch: 0,
  stretchWidth: Number.POSITIVE_INFINITY,
};
const human: WallLaw = {
  law: "human-collector",
  passivePressure: 150,
  referenceDiameter: 0.5e-3,
  stiffening: 10,
  activeTension: 1,
  tone: 0.03,
  optimalStretch: 1.2,
  stretchWidth: 0.5,
};

function output(): WallOutput {
  const array = () => new Float64Array(1);
  return { pressure: array(), resistance: array(), pressureByVolume: array(), pressureRate: array() };
}

function pressureAt(law: WallLaw, volume: number, t: number): WallOutput {
  const walls = createWalls(1);
  setWall(walls, 0, law, 0.01, 1e-3);
  const out = output();
  const one = (value: number) => Float64Array.of(value);
  const activation = { level: one(0), rate: one(0), strength: one(1), tempo: one(1) };
  activatePrescribed(createPrescribedPacing(60, 5, one(0.2)), t, true, activation);
  evaluateWalls(walls, activation, one(100 + 3 * t), one(3), one(volume), true, out);
  return out;
}

describe("wall law", () => {
  it("gives P_d (e − 1) at the reference diameter of the relaxed Bertram wall, plus 2M/D at the peak of contraction", () => {
    expect(transmuralPressure(bertram, 0.25e-3, 0)).toBeCloseTo(5 * (Math.E - 1), 12);
    const rise = transmuralPressure(bertram, 0.25e-3, 1) - transmuralPressure(bertram, 0.25e-3, 0);
    expect(rise).toBeCloseTo((2 * 3.6e-3) / 0.25e-3, 10);
  });

  it("carries only tone at the reference diameter of the relaxed human wall", () => {
    const expected = ((2 * 0.03) / 0.5e-3) * Math.exp(-((0.2 / 0.5) ** 2));
    expect(transmuralPressure(human, 0.5e-3, 0)).toBeCloseTo(expected, 9);
  });

  it("agrees with the array kernel and its derivatives with differences", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(bertram, human),
        fc.double({ min: 0.4, max: 1.5, noNaN: true }),
        fc.double({ min: 0, max: 120, noNaN: true }),
        (law, stretch, t) => {
          const volume = volumeOf(stretch * law.referenceDiameter, 0.01);
          const out = pressureAt(law, volume, t);
          const dv = volume * 1e-6;
          const byVolume =
            ((pressureAt(law, volume + dv, t).pressure[0] ?? 0) - (pressureAt(law, volume - dv, t).pressure[0] ?? 0)) /
            (2 * dv);
          const size = Math.abs(out.pressure[0] ?? 0) + 200;
          expect(Math.abs((out.pressureByVolume[0] ?? 0) - byVolume) * volume).toBeLessThan(1e-5 * size);
          const dt = 1e-5;
          const rate =
            ((pressureAt(law, volume, t + dt).pressure[0] ?? 0) - (pressureAt(law, volume, t - dt).pressure[0] ?? 0)) /
            (2 * dt);
          expect(Math.abs((out.pressureRate[0] ?? 0) - rate)).toBeLessThan(1e-3 * size);
        },
      ),
    );
  });

  it("puts 128 μL/(πD⁴) into a whole lymphangion, half on either side", () => {
    const half = pressureAt(human, volumeOf(0.5e-3, 0.01), 30).resistance[0] ?? 0;
    expect(2 * half).toBeCloseTo((128 * 1e-3 * 0.01) / (Math.PI * 0.5e-3 ** 4), -3);
    expect(diameterOf(volumeOf(3e-4, 0.01), 0.01)).toBeCloseTo(3e-4, 12);
  });
});
