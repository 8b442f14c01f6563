import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import type { System } from "../solve/system.ts";
import { type Pacemaker, pacemakerFrequency, pacemakerProcess, usualPacemaker } from "./pacemaker.ts";

describe("frequency", () => {
  it("is the resting one of a vessel that is well filled, and the least share of it in an empty one", () => {
    expect(60 * pacemakerFrequency(usualPacemaker, 5000, 1)).toBeCloseTo(1, 6);
    expect(60 * pacemakerFrequency(usualPacemaker, -5000, 1)).toBeCloseTo(0.3, 6);
    expect(60 * pacemakerFrequency(usualPacemaker, 400, 1)).toBeCloseTo(0.65, 12);
  });

  it("grows 2.35-fold with 10 K, falls with shear, and never passes its most", () => {
    const warm = { ...usualPacemaker, warming: 10 };
    expect(pacemakerFrequency(warm, 5000, 1) / pacemakerFrequency(usualPacemaker, 5000, 1)).toBeCloseTo(2.35, 6);
    expect(pacemakerFrequency(usualPacemaker, 5000, 0.3) * 60).toBeCloseTo(0.3, 6);
    expect(pacemakerFrequency({ ...warm, warming: 100 }, 5000, 1)).toBe(usualPacemaker.most);
  });
});

/** Three lymphangions in a row, 1 cm apart; the middle one is about to fire. */
function three(law: Partial<Pacemaker> = {}) {
  const neighbours = {
    start: Int32Array.of(0, 1, 3, 4),
    cells: Int32Array.of(1, 0, 2, 1),
    distance: Float64Array.of(0.01, 0.01, 0.01, 0.01),
  };
  const process = pacemakerProcess({ ...usualPacemaker, spread: 0, ...law }, 5, neighbours);
  const [phase, onset, pending] = process.memory as [Float64Array, Float64Array, Float64Array];
  phase.set([0.2, 1, 0.2]);
  return { process, phase, onset, pending };
}

const nothing = {} as System;

describe("a contraction", () => {
  it("begins where the count is full, and reaches the neighbours on both sides after L / c", () => {
    const { process, onset, pending, phase } = three();
    process.settle?.(nothing, 100);
    expect([...onset]).toEqual([Number.NEGATIVE_INFINITY, 100, Number.NEGATIVE_INFINITY]);
    expect(phase[1]).toBe(0);
    expect(pending[0]).toBeCloseTo(100 + 0.01 / 0.012, 9);
    expect(pending[2]).toBe(pending[0]);
    const level = new Float64Array(3);
    const out = { level, rate: new Float64Array(3), strength: new Float64Array(3).fill(1), tempo: new Float64Array(3) };
    process.pace(102.5, true, out);
    expect(level[1]).toBeCloseTo(1, 12);
    expect(level[0]).toBeCloseTo(Math.sin((Math.PI * (2.5 - 0.01 / 0.012)) / 5) ** 2, 12);
  });

  it("runs into a neighbour that still rests, and does not excite it", () => {
    const { process, onset, pending } = three();
    onset[0] = 95;
    process.settle?.(nothing, 100);
    expect(pending[0]).toBe(Number.POSITIVE_INFINITY);
    expect(pending[2]).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it("never begins twice within the refractory time", () => {
    const { process, onset } = three();
    onset[1] = 97;
    process.settle?.(nothing, 100);
    expect(onset[1]).toBe(97);
    expect(process.nextBreak?.(100)).toBeGreaterThan(100);
  });
});

describe("a vessel with pacemakers", () => {
  const base = humanCollector({ lymphangions: 6 });
  const onsetsOf = (pacemaker: Pacemaker, time: number) => {
    const assembly = assemble({ ...base, pacing: { ...base.pacing, source: { kind: "pacemaker", pacemaker } } });
    const run = createIntegrator(assembly.system, {
      method: "auto",
      tolerance: 1e-4,
      longestStep: 0.25,
      mostSteps: 1e6,
    });
    const seen = Array.from({ length: 6 }, () => [] as number[]);
    integrateTo(run, time, () => {
      for (let j = 0; j < 6; j++) {
        const onset = assembly.onset![j]!;
        if (Number.isFinite(onset) && seen[j]!.at(-1) !== onset) seen[j]!.push(onset);
      }
    });
    return seen;
  };

  it("contracts as a wave: every onset is one delay away from a neighbour's", () => {
    const seen = onsetsOf({ ...usualPacemaker, frequency: 1 / 20, seed: 3 }, 120);
    const delay = 0.01 / usualPacemaker.conduction;
    for (let j = 0; j < 6; j++) {
      expect(seen[j]!.length).toBeGreaterThan(1);
      const last = seen[j]!.at(-1)!;
      const beside = [j - 1, j + 1].flatMap((n) => seen[n] ?? []);
      const nearest = Math.min(...beside.map((other) => Math.abs(Math.abs(other - last) - delay)));
      expect(nearest).toBeLessThan(1e-6);
    }
  });

  it("contracts more often when it is fuller", () => {
    const pacemaker = { ...usualPacemaker, frequency: 1 / 20 };
    const count = (halfPressure: number) => onsetsOf({ ...pacemaker, halfPressure }, 150)[0]!.length;
    expect(count(0)).toBeGreaterThan(count(2000) + 1);
  });
});
