import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observeWaves, unwrapped } from "./wave.ts";

const places = [0.005, 0.015, 0.025, 0.035];
/** Onsets of waves that begin at the given times and run at a velocity (m/s, negative: distal). */
const waves = (begins: readonly number[], velocity: number) =>
  places.map((x) => begins.map((t) => t + (x - (velocity > 0 ? places[0]! : places.at(-1)!)) / velocity));

describe("observeWaves", () => {
  it("finds speed and direction of waves either way", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.004, max: 0.1, noNaN: true }), fc.boolean(), (speed, proximal) => {
        const found = observeWaves("v", places, waves([0, 60, 123], proximal ? speed : -speed));
        expect(found.waveSpeed).toBeCloseTo(speed, 9);
        expect(found).toMatchObject({ waveDirection: proximal ? "proximal" : "distal", coordinated: 1 });
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it("is the slope of the regression, worked out by hand", () => {
    // Times 0, 1, 3, 4 at x = −1.5, −0.5, 0.5, 1.5 (cm about the mean): slope = (3 + 0.5 + 0.5 + 3)/5 s/cm.
    const { waveSpeed } = observeWaves("v", places, [[0], [1], [3], [4]]);
    expect(waveSpeed).toBeCloseTo(0.01 / 1.4, 12);
  });

  it("cuts a wave that begins in the middle", () => {
    // From the second: 1 s back to the first, 1 s to the third, 1 s on to the fourth.
    const found = observeWaves("v", places, [[1], [0], [1], [2]]);
    expect(found).toMatchObject({ waveDirection: "proximal", antegrade: 2 / 3, coordinated: 1 });
    expect(found.waveSpeed).toBeCloseTo(0.01, 12);
  });

  it("has a speed, but no direction, where as many run either way", () => {
    const found = observeWaves("v", [0, 0.01, 0.02], [[1], [0], [3]]);
    expect(found).toMatchObject({ waveDirection: null, antegrade: 0.5, coordinated: 1 });
    // Two stretches of 1 cm: 1 s and 3 s.
    expect(found.waveSpeed).toBeCloseTo(0.005, 12);
  });

  it("calls contractions that do not follow one another uncoordinated", () => {
    const found = observeWaves("v", [0, 0.01, 0.02], [[0, 30], [1], [20, 31]]);
    // First and second belong together once of three onsets, second and third never of three: 2 of 6.
    expect(found.coordinated).toBeCloseTo(2 / 6, 12);
    expect(observeWaves("v", places, [[], [], [], []])).toMatchObject({ waveSpeed: null, coordinated: null });
    expect(observeWaves("v", [0.005], [[1, 2]])).toMatchObject({ waveSpeed: null, coordinated: null });
  });

  it("runs neither way when all contract at once", () => {
    const found = observeWaves("v", places, [[1], [1], [1], [1]]);
    expect(found).toMatchObject({ waveSpeed: null, waveDirection: null, antegrade: null, coordinated: 1 });
  });

  it("counts only what lies in the window, but knows what belongs to it", () => {
    const found = observeWaves(
      "v",
      [0, 0.01],
      [
        [0, 10, 20],
        [1, 11, 29],
      ],
      { start: 10, end: 20 },
    );
    expect(found).toMatchObject({ coordinated: 1, waveDirection: "proximal" });
  });
});

it("times of a cycle are unwrapped to the nearest", () => {
  expect(unwrapped([58, 59, 1, 2], 60)).toEqual([58, 59, 61, 62]);
  expect(unwrapped([], 60)).toEqual([]);
});
