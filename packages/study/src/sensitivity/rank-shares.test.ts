import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { drawAt } from "../ensemble/distribution.ts";
import { rankShares, ranksOf } from "./rank-shares.ts";

describe("ranks", () => {
  it("count from 1, and equal values share their mean", () => {
    expect([...ranksOf([30, 10, 20])]).toEqual([3, 1, 2]);
    expect([...ranksOf([5, 1, 5, 5, 9])]).toEqual([3, 1, 3, 3, 5]);
  });
});

describe("shares of the variance of a rank", () => {
  it("are those of two parameters worked by hand", () => {
    const a = [1, 2, 3, 4, 5];
    const b = [3, 4, 1, 5, 2];
    const y = [1, 3, 2, 5, 4];
    // Correlations of ranks from 1 to 5: Σ(a − 3)(b − 3)/10.
    const c = (-2 * 0 + -1 * 1 + 0 * -2 + 1 * 2 + 2 * -1) / 10;
    const ra = (-2 * -2 + -1 * 0 + 0 * -1 + 1 * 2 + 2 * 1) / 10;
    const rb = (0 * -2 + 1 * 0 + -2 * -1 + 2 * 2 + -1 * 1) / 10;
    expect([c, ra, rb]).toEqual([-0.1, 0.8, 0.5]);
    // R² = (ra² + rb² − 2 c ra rb) / (1 − c²); without one of them what is left is the other's r².
    const r2 = (ra ** 2 + rb ** 2 - 2 * c * ra * rb) / (1 - c ** 2);
    const found = unwrap(rankShares(["a", "b"], [a, b], y));
    expect(found.r2).toBeCloseTo(r2, 14);
    expect(found.shares[0]!.share).toBeCloseTo(r2 - rb ** 2, 14);
    expect(found.shares[1]!.share).toBeCloseTo(r2 - ra ** 2, 14);
    expect(found.adjustedR2).toBeCloseTo(1 - (1 - r2) * (4 / 2), 14);
    expect(found.chance).toBeCloseTo((1 - r2) / 2, 14);
  });

  it("see any monotone influence, and its direction", () => {
    const x = [0.1, 0.5, 2, 7, 30, 31];
    const other = [4, 2, 6, 1, 5, 3];
    const found = unwrap(
      rankShares(
        ["x", "other"],
        [x, other],
        x.map((value) => -Math.exp(value)),
      ),
    );
    expect(found.r2).toBeCloseTo(1, 12);
    expect(found.shares[0]).toMatchObject({ parameter: "x", sign: -1 });
    expect(found.shares[0]!.share).toBeGreaterThan(0.8);
    expect(found.shares[1]!.share).toBeCloseTo(0, 12);
  });

  it("divide a normal sum as the theory of ranks says, and leave to a bystander what chance gives it", () => {
    const members = Array.from({ length: 4000 }, (_, member) =>
      [0, 1, 2, 3].map((parameter) => drawAt({ kind: "normal", mean: 0, sd: 1 }, 11, member, parameter)),
    );
    const column = (j: number) => members.map((member) => member[j]!);
    const output = members.map(([a = 0, b = 0, , noise = 0]) => 2 * a - b + 0.5 * noise);
    const found = unwrap(rankShares(["a", "b", "bystander"], [column(0), column(1), column(2)], output));
    // Correlation ρ of two normals gives (6/π) asin(ρ/2) between their ranks (Pearson 1907).
    const ofRanks = (rho: number) => ((6 / Math.PI) * Math.asin(rho / 2)) ** 2;
    const [shareA, shareB] = [ofRanks(2 / Math.sqrt(5.25)), ofRanks(1 / Math.sqrt(5.25))];
    expect(Math.abs(found.shares[0]!.share - shareA)).toBeLessThan(0.02);
    expect(Math.abs(found.shares[1]!.share - shareB)).toBeLessThan(0.02);
    expect(found.shares.map(({ sign }) => sign).slice(0, 2)).toEqual([1, -1]);
    expect(found.shares[2]!.share).toBeLessThan(20 * found.chance);
    expect(Math.abs(found.r2 - shareA - shareB)).toBeLessThan(0.02);
  });

  it("leave out members with a missing number, and give nothing to what does not vary", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const y = [10, 30, 20, Number.NaN, 50, 60];
    const found = unwrap(rankShares(["x", "fixed"], [x, x.map(() => 7)], y));
    expect(found).toMatchObject({ members: 5, missing: 1 });
    expect(found.shares[1]).toEqual({ parameter: "fixed", share: 0, sign: 0 });
    expect(found.shares[0]!.share).toBeCloseTo(0.81, 12);
    const flat = unwrap(
      rankShares(
        ["x"],
        [x],
        x.map(() => 3),
      ),
    );
    expect(flat).toMatchObject({ r2: 0, shares: [{ share: 0, sign: 0 }] });
  });

  it("are refused where they cannot be told: too few members, one parameter twice", () => {
    const x = [1, 2, 3, 4, 5];
    expect(
      rankShares(
        ["x", "y"],
        [x, [3, 1, 2, 5, 4]].map((column) => column.slice(0, 3)),
        [1, 2, 3],
      ),
    ).toMatchObject({
      code: "param/out-of-range",
      path: "members",
    });
    expect(rankShares(["x", "again"], [x, x.map((value) => value ** 3)], [2, 1, 3, 5, 4])).toMatchObject({
      path: "parameters",
    });
  });
});
