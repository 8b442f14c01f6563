import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Axis, axisValue } from "../axis.ts";
import { type Design, pointsOf } from "./design.ts";
import { sobolSequence } from "./sobol.ts";
import { sobolDirections } from "./sobol-directions.ts";

const unit = (count: number): Axis[] =>
  Array.from({ length: count }, (_, j) => ({ name: `p${j}`, scale: "linear", min: 0, max: 1 }));
const all = (axes: readonly Axis[], design: Design) => {
  const { count, at } = unwrap(pointsOf(axes, design));
  return Array.from({ length: count }, (_, index) => at(index));
};
const strata = (values: readonly number[]) => new Set(values.map((value) => Math.floor(value * values.length)));
const column = (points: readonly (readonly number[])[], j: number) => points.map((point) => point[j] ?? Number.NaN);

describe("a grid", () => {
  it("visits every combination, ends included, the last axis fastest", () => {
    const axes: Axis[] = [
      { name: "p", scale: "log", min: 1, max: 100 },
      { name: "n", scale: "list", values: [4, 10] },
    ];
    expect(all(axes, { kind: "grid", counts: [3, 0] })).toEqual([
      [1, 4],
      [1, 10],
      [10, 4],
      [10, 10],
      [100, 4],
      [100, 10],
    ]);
  });

  it("of one position takes the middle", () => {
    expect(all(unit(1), { kind: "grid", counts: [1] })).toEqual([[0.5]]);
  });
});

describe("an axis", () => {
  it("meets its ends exactly and stays between them", () => {
    const ends = fc.tuple(
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
      fc.double({ min: 1.001, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.double({ min: 0, max: 1, noNaN: true }), ([min, max], u) => {
        for (const scale of ["linear", "log"] as const) {
          const axis = { name: "p", scale, min, max };
          expect([axisValue(axis, 0), axisValue(axis, 1)]).toEqual([min, max]);
          expect(axisValue(axis, u)).toBeGreaterThanOrEqual(min * (1 - 1e-12));
          expect(axisValue(axis, u)).toBeLessThanOrEqual(max * (1 + 1e-12));
        }
      }),
      { seed: 3 },
    );
  });
});

describe("a Latin hypercube", () => {
  it("has one point in every stratum of every axis, whatever its size and seed", () => {
    const sizes = fc.record({ points: fc.integer({ min: 1, max: 60 }), seed: fc.integer() });
    fc.assert(
      fc.property(sizes, ({ points, seed }) => {
        const visited = all(unit(3), { kind: "latin-hypercube", points, seed });
        for (const j of [0, 1, 2]) expect(strata(column(visited, j)).size).toBe(points);
      }),
      { seed: 11 },
    );
  });

  it("orders its axes differently, and depends on the seed", () => {
    const design = { kind: "latin-hypercube", points: 200 } as const;
    const visited = all(unit(2), { ...design, seed: 1 });
    const x = column(visited, 0);
    const y = column(visited, 1);
    const covariance = x.reduce((sum, value, i) => sum + (value - 0.5) * ((y[i] ?? 0) - 0.5), 0) / 200;
    expect(Math.abs(12 * covariance)).toBeLessThan(0.2);
    expect(all(unit(2), { ...design, seed: 2 })).not.toEqual(visited);
  });
});

describe("the permutations of a Latin hypercube", () => {
  it("are all equally likely: over the seeds, each of the six of three points comes up", () => {
    const orders = Array.from({ length: 3000 }, (_, seed) => {
      const visited = all(unit(1), { kind: "latin-hypercube", points: 3, seed });
      return column(visited, 0)
        .map((value) => Math.floor(3 * value))
        .join("");
    });
    const counts = Map.groupBy(orders, (order) => order);
    expect(counts.size).toBe(6);
    for (const [, seen] of counts) expect(Math.abs(seen.length - 500)).toBeLessThan(5 * Math.sqrt(500 * (5 / 6)));
  });
});

describe("the Sobol sequence", () => {
  it("begins as published, and has the word 1000 of an independent implementation", () => {
    const at = sobolSequence(40, "none", 0);
    expect([0, 1, 2, 3, 4].map((index) => at(index).slice(0, 3))).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
    ]);
    // scipy 1.17.1, qmc.Sobol(40, scramble=False, bits=32), point 1000, in units of 2⁻³².
    const reference = [
      943718400, 415236096, 2227175424, 2906652672, 1203765248, 3896508416, 197132288, 3862953984, 2151677952,
      297795584, 364904448, 1094713344, 692060160, 1648361472, 616562688, 1589641216, 3091202048, 1480589312,
      4257218560, 3116367872, 2243952640, 2361393152, 4081057792, 2319450112, 2503999488, 3896508416, 171966464,
      4206886912, 255852544, 1463812096, 633339904, 624951296, 1270874112, 2545942528, 3443523584, 3309305856,
      3644850176, 3569352704, 1321205760, 2059403264,
    ];
    expect(at(1000).map((u) => u * 2 ** 32)).toEqual(reference);
  });

  it("has Sobol's property A in its first 32 axes: the leading bits of their first 32 directions are independent", () => {
    const rows = Array.from({ length: 32 }, (_, axis) => Array.from(sobolDirections(axis), (word) => word >>> 31));
    let rank = 0;
    for (let column = 0; column < 32; column++) {
      const pivot = rows.findIndex((row, i) => i >= rank && row[column] === 1);
      if (pivot < 0) continue;
      [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
      for (let i = 0; i < rows.length; i++) {
        if (i !== rank && rows[i]![column] === 1) rows[i] = rows[i]!.map((bit, j) => bit ^ rows[rank]![j]!);
      }
      rank++;
    }
    expect(rank).toBe(32);
  });

  it.each(["none", "shift", "owen"] as const)("fills every stratum of every axis, scramble %s", (scramble) => {
    const visited = all(unit(40), { kind: "sobol", points: 128, seed: 5, scramble });
    for (let j = 0; j < 40; j++) expect(strata(column(visited, j)).size).toBe(128);
  });

  it.each(["none", "shift", "owen"] as const)("balances the first two axes together, scramble %s", (scramble) => {
    const visited = all(unit(2), { kind: "sobol", points: 64, seed: 9, scramble });
    const boxes = new Set(visited.map(([x = 0, y = 0]) => `${Math.floor(8 * x)} ${Math.floor(8 * y)}`));
    expect(boxes.size).toBe(64);
  });

  it("shifted is the sequence itself with one random word added bit by bit", () => {
    const words = (at: (index: number) => number[], index: number) => at(index).map((u) => Math.floor(u * 2 ** 32));
    const plain = sobolSequence(3, "none", 0);
    const shifted = sobolSequence(3, "shift", 4);
    const shift = words(shifted, 0);
    expect(new Set([...shift, 0]).size).toBe(4);
    expect(words(sobolSequence(3, "shift", 5), 0)).not.toEqual(shift);
    for (const index of [1, 2, 77, 1000]) {
      expect(words(shifted, index)).toEqual(words(plain, index).map((word, j) => (word ^ shift[j]!) >>> 0));
    }
  });

  it("scrambled without bias: each point is uniform over the seeds", () => {
    const means = [0, 1, 2, 3].map((axis) => {
      const values = Array.from({ length: 2000 }, (_, seed) => sobolSequence(4, "owen", seed)(3)[axis] ?? 0);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    for (const mean of means) expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 2000));
  });

  it("scrambled integrates a smooth function far better than random points do", () => {
    const error = (points: number) => {
      const visited = all(unit(4), { kind: "sobol", points, seed: 3, scramble: "owen" });
      const mean = visited.reduce((sum, point) => sum + point.reduce((f, u) => f * (1 + (u - 0.5)), 1), 0) / points;
      return Math.abs(mean - 1);
    };
    expect(error(4096)).toBeLessThan(2e-5);
  });
});

describe("a design is refused", () => {
  const sobol = { kind: "sobol", points: 8, seed: 1, scramble: "none" } as const;
  it.each([
    ["without axes", [], sobol, "field/missing", "axes"],
    ["with too many axes", unit(41), sobol, "param/out-of-range", "axes"],
    ["with one name twice", [...unit(1), ...unit(1)], sobol, "field/invalid", "axes.p0"],
    ["without width", [{ name: "p", scale: "linear", min: 1, max: 1 }], sobol, "param/out-of-range", "axes.p.max"],
    [
      "with a zero on a log axis",
      [{ name: "p", scale: "log", min: 0, max: 1 }],
      sobol,
      "param/out-of-range",
      "axes.p.min",
    ],
    ["with NaN", [{ name: "p", scale: "log", min: Number.NaN, max: 1 }], sobol, "param/not-finite", "axes.p.min"],
    ["with an empty list", [{ name: "p", scale: "list", values: [] }], sobol, "field/invalid", "axes.p.values"],
    ["of half a point", unit(1), { ...sobol, points: 0.5 }, "param/out-of-range", "design.points"],
    [
      "of too many points",
      unit(8),
      { kind: "grid", counts: [9, 9, 9, 9, 9, 9, 9, 9] },
      "param/out-of-range",
      "design.counts",
    ],
    ["with a missing count", unit(2), { kind: "grid", counts: [3] }, "param/out-of-range", "design.counts[1]"],
  ] as const)("%s", (_name, axes, design, code, path) => {
    expect(pointsOf(axes, design)).toMatchObject({ ok: false, code, path });
  });
});
