import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf, buildGroups } from "../body/body.ts";
import { type LimbPart, limbParts, radiusFactors, type Swelling } from "../body/swelling.ts";
import { figureData } from "../data/figure-data.ts";
import { allBuilds, type View } from "../data/schema.ts";
import { outlinePoints } from "./outline.ts";

/** Where a closed line crosses the height y, from left to right. */
function crossings(line: Float64Array, y: number): readonly number[] {
  const xs: number[] = [];
  for (let i = 0; i < line.length; i += 2) {
    const j = (i + 2) % line.length;
    const [y0, y1] = [line[i + 1]!, line[j + 1]!];
    if (y0 <= y !== y1 <= y) xs.push(line[i]! + ((y - y0) / (y1 - y0)) * (line[j]! - line[i]!));
  }
  return xs.sort((a, b) => a - b);
}

type Range = readonly [number, number];

/** Areas of two closed lines and of their overlap, by strips of half a unit. */
function areas(a: Float64Array, b: Float64Array) {
  const spans = (line: Float64Array, y: number): Range[] => {
    const xs = crossings(line, y);
    return xs.flatMap((x, i) => (i % 2 === 0 ? [[x, xs[i + 1]!] as const] : []));
  };
  const sum = { a: 0, b: 0, both: 0 };
  for (let y = -19.99; y < 1030; y += 0.5) {
    const [inA, inB] = [spans(a, y), spans(b, y)];
    for (const [x0, x1] of inA) sum.a += (x1 - x0) / 2;
    for (const [x0, x1] of inB) sum.b += (x1 - x0) / 2;
    for (const p of inA) {
      for (const q of inB) sum.both += Math.max(0, Math.min(p[1], q[1]) - Math.max(p[0], q[0])) / 2;
    }
  }
  return sum;
}

function overlap(a: Float64Array, b: Float64Array): number {
  const { a: first, b: second, both } = areas(a, b);
  return both / (first + second - both);
}

/** How far a line strays from another on one side of the body, leaving out the middle. */
function farthest(line: Float64Array, from: Float64Array, sign: 1 | -1): number {
  let worst = 0;
  for (let i = 0; i < line.length; i += 2) {
    if (line[i]! * sign < 3) continue;
    let nearest = Infinity;
    for (let j = 0; j < from.length; j += 2) {
      const next = (j + 2) % from.length;
      const [ex, ey] = [from[next]! - from[j]!, from[next + 1]! - from[j + 1]!];
      const [px, py] = [line[i]! - from[j]!, line[i + 1]! - from[j + 1]!];
      const t = Math.min(Math.max((px * ex + py * ey) / (ex * ex + ey * ey), 0), 1);
      nearest = Math.min(nearest, Math.hypot(px - t * ex, py - t * ey));
    }
    worst = Math.max(worst, nearest);
  }
  return worst;
}

function swollen(view: View, swelling: Swelling): Float64Array {
  return outlinePoints(bodyOf(view, "neutral", radiusFactors(swelling)).groups, "interactive");
}

describe("outline from the shapes", () => {
  for (const build of allBuilds) {
    for (const view of ["front", "back"] as const) {
      it(`agrees with the stored one: ${build}, ${view}`, () => {
        const stored = Float64Array.from(figureData.builds[build].views[view].outline.flat());
        expect(overlap(outlinePoints(buildGroups(build, view), "fine"), stored)).toBeGreaterThan(0.998);
        expect(overlap(outlinePoints(buildGroups(build, view), "interactive"), stored)).toBeGreaterThan(0.998);
      });
    }
  }

  it("is symmetric for a healthy body", () => {
    const line = outlinePoints(buildGroups("neutral", "front"), "fine");
    const mirrored = line.map((value, i) => (i % 2 === 0 ? -value : value));
    expect(overlap(line, mirrored)).toBeGreaterThan(0.9995);
  });

  it("grows with the swelling of every part", () => {
    const gain = fc.tuple(fc.constantFrom<LimbPart>(...limbParts), fc.double({ min: 0.02, max: 0.8, noNaN: true }));
    fc.assert(
      fc.property(gain, fc.double({ min: 0.05, max: 0.5, noNaN: true }), ([part, excess], more) => {
        const { a, b } = areas(swollen("front", { [part]: excess }), swollen("front", { [part]: excess + more }));
        expect(b).toBeGreaterThan(a);
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  it("leaves the other side as it was, to a tenth of a unit", () => {
    const leg = { thigh_L: 0.6, calf_L: 0.6, foot_L: 0.6, forearm_L: 0.3 };
    expect(farthest(swollen("front", leg), swollen("front", {}), -1)).toBeLessThan(0.1);
    expect(farthest(swollen("front", leg), swollen("front", {}), 1)).toBeGreaterThan(3);
    expect(farthest(swollen("back", { forearm_L: 0.5 }), swollen("back", {}), 1)).toBeLessThan(0.1);
  });

  it("widens the middle of a forearm by √(1 + v)", () => {
    const width = (line: Float64Array): number => {
      const xs = crossings(line, 440);
      return xs.at(-1)! - xs.at(-2)!;
    };
    const ratio =
      width(swollen("front", { upperArm_L: 0.44, forearm_L: 0.44, hand_L: 0.44 })) / width(swollen("front", {}));
    expect(ratio).toBeGreaterThan(1.18);
    expect(ratio).toBeLessThan(1.22);
  });
});
