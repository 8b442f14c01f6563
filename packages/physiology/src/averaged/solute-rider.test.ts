import { day, hour, minute, mL, randomStream } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { type BodySolute, passiveSolute } from "./body-solute.ts";
import type { BodyCondition } from "./condition.ts";
import { healthyState } from "./healthy-state.ts";
import { integrateBody } from "./integrate.ts";
import { invertHealthyBody } from "./invert.ts";
import type { LymphSpaces } from "./lymph-space.ts";
import { averagedParameters } from "./parameters.ts";
import { smallBody } from "./small-body.ts";
import { layOutSolutes } from "./solute-layout.ts";
import { rideBody, type SoluteRider } from "./solute-rider.ts";
import {
  type BodySoluteState,
  noSolute,
  soluteBooks,
  soluteError,
  soluteInBlood,
  soluteInBody,
} from "./solute-state.ts";

const body = invertHealthyBody(smallBody(), averagedParameters());
const spaces = (changes: Partial<LymphSpaces> = {}): LymphSpaces => ({
  drain: new Float64Array(3).fill(0.5 * mL),
  junction: new Float64Array(4).fill(0.1 * mL),
  edge: new Float64Array(4).fill(0.05 * mL),
  anastomosis: new Float64Array(1).fill(0.05 * mL),
  cells: { drain: 6, edge: 2, anastomosis: [3] },
  ...changes,
});
const layout = layOutSolutes(body, spaces());
const solute = (changes: Partial<BodySolute> = {}) => passiveSolute("dye", 3, { detection: 1e-4, ...changes });
const dose = { time: 0, compartment: 0, amount: 1 };

interface Course {
  readonly riders: readonly SoluteRider[];
  readonly times: readonly number[];
  readonly condition?: (time: number, out: BodyCondition) => void;
}

function run({ riders, times, condition }: Course, start = healthyState(body)) {
  return integrateBody(body, start, {
    sampleTimes: times,
    riders,
    breaks: riders.flatMap(({ solute: one }) => one.injections.map(({ time }) => time)),
    ...(condition === undefined ? {} : { condition }),
  });
}

const last = (rider: SoluteRider): BodySoluteState => rider.states.at(-1) ?? noSolute(layout);

describe("a solute in the averaged body", () => {
  it("leaves a well-mixed tissue as its lymph does: amount = exp(−Q t / f V)", () => {
    const dye = rideBody(
      layout,
      solute({ distribution: Float64Array.of(0.5, 1, 1), injections: [dose], tolerance: 1e-5 }),
    );
    run({ riders: [dye], times: [6 * hour] });
    const rate = body.drainFlow[0]! / (0.5 * body.volume[0]!);
    expect(last(dye).amount[0]).toBeCloseTo(Math.exp(-rate * 6 * hour), 3);
  });

  it("errs by the first power of its sub-step", () => {
    const rate = (body.drainFlow[0]! * 24 * hour) / body.volume[0]!;
    const errors = [4e-5, 1e-5, 2.5e-6].map((tolerance) => {
      const dye = rideBody(layout, solute({ injections: [dose], tolerance }));
      run({ riders: [dye], times: [day] });
      return { error: Math.abs(last(dye).amount[0]! - Math.exp(-rate)), steps: dye.steps() };
    });
    errors.slice(1).forEach((finer, n) => {
      const coarser = errors[n]!;
      const slope = Math.log(coarser.error / finer.error) / Math.log(finer.steps / coarser.steps);
      expect(Math.abs(slope - 1)).toBeLessThan(0.2);
    });
  });

  it("is seen at the end of a bundle after the bundle's lymph was once replaced", () => {
    const dye = rideBody(layout, solute({ injections: [dose], tolerance: 1e-5, detection: 1e-3 }));
    run({ riders: [dye], times: [day] });
    const transit = (0.5 * mL) / body.drainFlow[0]!;
    const carried = 1e-3 / (body.drainFlow[0]! / body.volume[0]!);
    const arrival = last(dye).seen[3 + body.junctionIds.length]!;
    expect(arrival / minute).toBeGreaterThan((0.7 * transit) / minute);
    expect(arrival / minute).toBeLessThan((transit + carried) / minute);
  });

  it("is held back by a node group by the share it captures, less what was removed, and given back", () => {
    const held = (changes: Partial<BodySolute>, removed: number) => {
      const dye = rideBody(layout, solute({ injections: [dose], ...changes }));
      run({ riders: [dye], times: [2 * day], condition: (_, out) => out.removed.fill(removed) });
      const store = layout.store[0]!;
      return last(dye).amount[store]! / last(dye).entered[0]!;
    };
    const nodes = { capture: 0.6, release: 0, growth: 0, kill: 0 };
    expect(held({ nodes }, 0)).toBeCloseTo(0.6, 2);
    expect(held({ nodes }, 0.5)).toBeCloseTo(0.3, 2);
    expect(held({ nodes: { ...nodes, release: 1 / hour } }, 0)).toBeLessThan(0.1);
  });

  it("takes absorbed water's share along, and leaks back through capillaries, into the blood", () => {
    const small = rideBody(layout, solute({ injections: [dose], absorbed: 1, permeability: 3 }));
    const large = rideBody(layout, solute({ injections: [dose] }));
    run({ riders: [small, large], times: [day] });
    expect(soluteInBlood(last(large)).byNodes).toBe(0);
    expect(soluteInBlood(last(large)).byCapillaries).toBe(0);
    expect(soluteInBlood(last(small)).byNodes).toBeGreaterThan(0.01);
    expect(soluteInBlood(last(small)).byCapillaries).toBeGreaterThan(0.1);
  });

  it("keeps bacteria: in and born = killed, carried on and still there; and debris is what was killed", () => {
    const germs = rideBody(
      layout,
      solute({
        id: "germs",
        injections: [{ ...dose, amount: 1e6 }],
        growth: 0.5 / hour,
        kill: (time) => (time < 6 * hour ? 0.2 : 1) / hour,
        nodes: { capture: 0.9, release: 0.1 / hour, growth: 0.5 / hour, kill: 2 / hour },
      }),
    );
    const debris = rideBody(layout, solute({ id: "debris", madeFrom: "germs" }), noSolute(layout), [germs]);
    run({ riders: [germs, debris], times: [6 * hour, 2 * day] });
    for (const state of [...germs.states, ...debris.states]) expect(soluteError(state)).toBeLessThan(1e-9);
    expect(germs.states[0]!.amount[0]).toBeGreaterThan(1e6);
    expect(last(germs).amount[0]).toBeLessThan(1e6);
    expect(last(germs).books[soluteBooks.born]).toBeGreaterThan(1e6);
    expect(last(debris).books[soluteBooks.made]).toBeCloseTo(last(germs).books[soluteBooks.killed]!, 3);
  });

  it("goes with fluid that runs backward", () => {
    const dye = rideBody(layout, solute({ injections: [{ ...dose, compartment: 1 }] }));
    run({ riders: [dye], times: [day], condition: (_, out) => out.drive.fill(-2000) });
    expect(last(dye).arrived[8]).toBeLessThan(-1e-3);
    expect(last(dye).amount[0]).toBeGreaterThan(1e-3);
  });

  it("is never negative and never lost, whatever happens to the body", () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = randomStream(seed);
      const share = (low: number, high: number) => low * (high / low) ** random();
      const injections = Array.from({ length: 3 }, () => ({
        time: Math.floor(random() * 20) * hour,
        compartment: Math.floor(random() * 3),
        amount: share(1e-3, 10),
      })).sort((a, b) => a.time - b.time);
      const moments = [0, 5 * hour, 13 * hour];
      const states = moments.map(() => ({
        squeeze: random() < 0.5 ? 0 : share(100, 4000),
        strength: share(0.3, 1.2),
        conductance: share(0.01, 1),
        gain: share(0.2, 3),
        rise: random() < 0.5 ? 0 : share(50, 800),
        removed: random(),
        drive: (random() - 0.5) * 2000,
      }));
      const rider = rideBody(
        layout,
        solute({
          injections,
          distribution: Float64Array.from({ length: 3 }, () => share(0.2, 10)),
          permeability: random() < 0.5 ? 0 : share(0.1, 10),
          absorbed: random(),
          nodes: { capture: 0.99 * random(), release: share(1e-6, 1e-2), growth: 0, kill: share(1e-7, 1e-3) },
          tolerance: 1e-2,
        }),
      );
      integrateBody(body, healthyState(body), {
        sampleTimes: [6 * hour, 40 * hour],
        breaks: [...moments, ...injections.map(({ time }) => time)],
        riders: [rider],
        condition: (time, out) => {
          const at = states[moments.findLastIndex((moment) => moment <= time)]!;
          out.tissueSqueeze[0] = at.squeeze;
          out.strength.fill(at.strength);
          out.conductance[0] = at.conductance;
          out.drainGain.fill(at.gain);
          out.capillaryRise[0] = at.rise;
          out.removed.fill(at.removed);
          out.drive.fill(at.drive);
        },
      });
      for (const state of rider.states) {
        expect(Math.min(...state.amount), `seed ${seed}`).toBeGreaterThanOrEqual(0);
        expect(soluteError(state), `seed ${seed}`).toBeLessThan(1e-9);
      }
      const all = injections.reduce((sum, { amount }) => sum + amount, 0);
      expect(last(rider).books[soluteBooks.injected]).toBeCloseTo(all, 9);
      expect(soluteInBody(last(rider))).toBeLessThanOrEqual(all * (1 + 1e-9));
    }
  });

  it("goes on from a kept state with the same bits", () => {
    const times = [hour, 5 * hour, 20 * hour];
    const injections = [dose, { time: 7 * hour, compartment: 1, amount: 0.5 }];
    const make = (start?: BodySoluteState) =>
      rideBody(layout, solute({ injections, nodes: { capture: 0.3, release: 1e-5, growth: 0, kill: 0 } }), start);
    const through = make();
    const whole = run({ riders: [through], times });
    const first = make();
    const half = run({ riders: [first], times: times.slice(0, 2) });
    const second = make(last(first));
    run({ riders: [second], times: times.slice(2) }, half.states.at(-1));
    expect(whole.states.length).toBe(3);
    expect(last(second)).toEqual(last(through));
  });

  it("does not move the body it rides on", () => {
    const bare = run({ riders: [], times: [day] });
    const ridden = run({ riders: [rideBody(layout, solute())], times: [day] });
    expect(ridden.states).toEqual(bare.states);
  });

  it("refuses what cannot be, by name", () => {
    expect(() => rideBody(layout, solute({ nodes: { capture: 1, release: 0, growth: 0, kill: 0 } }))).toThrow(
      /dye\.nodes\.capture/,
    );
    expect(() => rideBody(layout, solute({ injections: [{ ...dose, amount: -1 }] }))).toThrow(
      /injections\[0\]\.amount/,
    );
    expect(() => rideBody(layout, solute({ injections: [{ ...dose, compartment: 3 }] }))).toThrow(
      /place of a compartment/,
    );
    expect(() => rideBody(layout, solute({ madeFrom: "nothing" }))).toThrow(/madeFrom/);
    expect(() => layOutSolutes(body, spaces({ junction: new Float64Array(4) }))).toThrow(/junction\[0\]/);
    expect(() => layOutSolutes(body, spaces({ edge: new Float64Array(1) }))).toThrow(/4 volumes/);
  });
});
