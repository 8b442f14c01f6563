import { randomStream } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorRecord } from "../library/error-model.ts";
import { excessShare } from "../volume/excess.ts";
import { severityOf } from "../volume/severity.ts";
import { evenGeometry, tapeVolume } from "../volume/tape-volume.ts";
import { detectableShare, semFromReliability } from "./detectable-change.ts";
import { combined, deviation, type Estimate, exactly, interval95, meanOf, minus, powers } from "./estimate.ts";
import { student95 } from "./student.ts";
import { readingError, tapeEstimate } from "./tape-error.ts";
import { judged } from "./verdict.ts";

const arm = errorRecord("tape", "arm", "trained");
const readings = [0.165, 0.185, 0.21, 0.235, 0.25, 0.255, 0.27, 0.285, 0.3, 0.31, 0.315];

function volumeOf(values: readonly number[], step: number, rater: string, limb: string): Estimate {
  return tapeEstimate(values, tapeVolume(values, evenGeometry("frustum", step, values.length)), arm, { rater, limb });
}

const share = (estimate: Estimate) => deviation(estimate) / estimate.value;

describe("estimates", () => {
  it("let shared errors cancel and others add in squares", () => {
    const [a, b] = [
      { value: 10, terms: { shared: 1, a: 3 } },
      { value: 4, terms: { shared: 1, b: 4 } },
    ];
    expect(deviation(minus(a, b))).toBe(5);
    expect(deviation(minus(a, a))).toBe(0);
    expect(interval95(a)[1] - a.value).toBeCloseTo(1.96 * Math.sqrt(10), 3);
    expect(deviation(meanOf([a, { value: 10, terms: { shared: 1, c: 3 } }]))).toBeCloseTo(Math.sqrt(1 + 9 / 2), 12);
  });

  it("carry errors through products as differentiation does", () => {
    const number = fc.double({ min: 0.5, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, number, (x, y) => {
        const [a, b] = [
          { value: x, terms: { x: 1 } },
          { value: y, terms: { y: 1 } },
        ];
        const { terms } = powers([
          [2, a],
          [-1, b],
        ]);
        expect(terms["x"]).toBeCloseTo((2 * x) / y, 9);
        expect(terms["y"]).toBeCloseTo(-(x * x) / (y * y), 9);
        expect(combined(0, [[3, a]]).terms).toEqual({ x: 3 });
      }),
      { seed: 6 },
    );
  });
});

describe("the error of a tape", () => {
  it("is the published one for the readings of the study", () => {
    const cylinder = readings.map(() => 0.25);
    const { terms } = volumeOf(cylinder, 0.04, "A", "left");
    expect(terms["left"]! / volumeOf(cylinder, 0.04, "A", "left").value).toBeCloseTo(0.0082, 6);
  });

  it("shrinks with more readings, but not below what a whole occasion shares", () => {
    const shares = [3, 6, 11, 21, 400].map((marks) => {
      const values = Array.from({ length: marks }, () => 0.25);
      return share({
        ...volumeOf(values, 0.04, "A", "left"),
        terms: { left: volumeOf(values, 0.04, "A", "left").terms["left"]! },
      });
    });
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.at(-1)).toBeGreaterThan(0.0082 * Math.SQRT1_2);
  });

  it("does not count what a rater adds to both arms in their excess", () => {
    const one = excessShare(volumeOf(readings, 0.04, "A", "left"), volumeOf(readings, 0.04, "A", "right"));
    const two = excessShare(volumeOf(readings, 0.04, "A", "left"), volumeOf(readings, 0.04, "B", "right"));
    expect(one.terms["rater"] ?? one.terms["A"]).toBeCloseTo(0, 12);
    expect(deviation(two)).toBeGreaterThan(1.2 * deviation(one));
  });

  it("is met by wider intervals where it was found from few values: Student's t as SciPy has it", () => {
    const reference = [
      [3, 3.1824463],
      [5, 2.5705818],
      [10, 2.2281389],
      [100, 1.9839715],
    ] as const;
    for (const [freedom, wanted] of reference) expect(Math.abs(student95(freedom) / wanted - 1)).toBeLessThan(0.01);
    expect(student95(10)).toBeCloseTo(2.2281, 3);
    expect(student95(0)).toBe(student95(2));
  });

  it("srd_from_sem_legs: the smallest detectable change follows from the SEM", () => {
    expect(detectableShare(1.2).toFixed(2)).toBe("3.33");
    expect(detectableShare(1.4).toFixed(2)).toBe("3.88");
    expect(Math.abs(detectableShare(1.2) - 3.4)).toBeLessThan(0.1);
    expect(Math.abs(detectableShare(1.4) - 3.8)).toBeLessThan(0.1);
    expect(semFromReliability(10, 0.99)).toBeCloseTo(1, 12);
  });
});

describe("over simulated limbs and raters", () => {
  const uniform = randomStream(6);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const runs = 2000;
  /** Reads a limb as a rater would: spread of the rater, of the occasion and of every reading, as error.json has them. */
  const read = (truth: readonly number[], spread: number, rater: string, limb: string) => {
    const occasion = (0.0082 * Math.SQRT1_2 * normal()) / 2;
    const values = truth.map((value) => value * (1 + spread + occasion + readingError(arm) * normal()));
    return volumeOf(values, 0.04, rater, limb);
  };
  const volume = (values: readonly number[]) => tapeVolume(values, evenGeometry("frustum", 0.04, values.length)).volume;
  const holds = ([low, high]: readonly [number, number], value: number) => (low <= value && value <= high ? 1 : 0);
  const count = { volume: 0, excess: 0, growth: 0, changed: 0, told: 0 };
  for (let run = 0; run < runs; run++) {
    const size = 0.8 + 0.5 * uniform();
    const right = readings.map((value) => value * size);
    const left = right.map((value) => value * (1 + 0.2 * uniform()));
    const [a, b] = [(0.009 * normal()) / 2, (0.009 * normal()) / 2];
    const [seenLeft, seenRight] = [read(left, a, "A", "left"), read(right, a, "A", "right")];
    count.volume += holds(interval95(seenRight), volume(right));
    count.excess += holds(interval95(excessShare(seenLeft, seenRight)), volume(left) / volume(right) - 1);
    const [rater, spread] = run % 2 === 0 ? (["A", a] as const) : (["B", b] as const);
    const later = read(right, spread, rater, "right later");
    count.growth += holds(interval95(minus(later, seenRight)), 0);
    const { verdict } = judged(minus(later, seenRight));
    count.changed += verdict === "changed" ? 1 : 0;
    count.told += verdict === "not distinguishable" ? 0 : 1;
  }

  it("95 % intervals hold the truth in 93 to 97 % of runs", () => {
    for (const hits of [count.volume, count.excess, count.growth]) {
      expect(hits / runs).toBeGreaterThan(0.93);
      expect(hits / runs).toBeLessThan(0.97);
    }
  });

  it("a change is falsely said in fewer than 5 %, and a second measurement asked for in about as many", () => {
    expect(count.changed / runs).toBeLessThan(0.025);
    expect(count.changed).toBeGreaterThan(0);
    expect(count.told / runs).toBeGreaterThan(0.03);
    expect(count.told / runs).toBeLessThan(0.07);
  });
});

describe("verdicts", () => {
  const difference = (value: number) => ({ value, terms: { a: 1 } });
  it("say changed, repeat or nothing by the size of a difference beside its error", () => {
    const said = [1, 1.95, 1.97, 2.5, 2.6, -5].map((value) => judged(difference(value)).verdict);
    const [none, again, yes] = ["not distinguishable", "repeat the measurement", "changed"];
    expect(said).toEqual([none, none, again, again, yes, yes]);
    expect(judged(difference(0)).detectable).toBeCloseTo(1.96, 3);
  });

  it("ask for a second measurement while a reading is in question", () => {
    expect(judged(difference(9), true).verdict).toBe("repeat the measurement");
    expect(judged(exactly(0)).verdict).toBe("changed");
  });

  it("name every band of severity that the interval touches", () => {
    expect(severityOf({ value: 0.19, terms: { a: 0.01 } })).toEqual({
      band: "minimal",
      possible: ["minimal", "moderate"],
    });
    expect(severityOf({ value: 0.45, terms: { a: 0.01 } })).toEqual({ band: "severe", possible: ["severe"] });
    expect(severityOf(exactly(0.02)).band).toBe("none");
  });
});
