import { day, hour, mmHg } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import type { BodyCondition } from "./condition.ts";
import { healthyState } from "./healthy-state.ts";
import { integrateBody } from "./integrate.ts";
import { invertHealthyBody } from "./invert.ts";
import { averagedParameters } from "./parameters.ts";
import { smallBody } from "./small-body.ts";

const body = invertHealthyBody(smallBody(), averagedParameters());
const armLeft = 0;

function blocked(remodelling: number) {
  return (_time: number, out: BodyCondition): void => {
    out.conductance[0] = 0.03;
    out.removed[0] = 0.9;
    out.remodelling.fill(remodelling);
  };
}

describe("remodelling", () => {
  it("leaves a healthy body as it is", () => {
    const condition = (_t: number, out: BodyCondition) => void out.remodelling.fill(1);
    const [end] = integrateBody(body, healthyState(body), { sampleTimes: [1000 * day], condition }).states;
    expect(end?.pumpHealth[armLeft]).toBe(1);
    expect(end?.scarring[armLeft]).toBe(0);
    expect(Math.abs((end?.volume[armLeft] ?? 0) / body.volume[armLeft]! - 1)).toBeLessThan(1e-11);
  });

  it("weakens a pump that works against a blocked node, so that swelling comes late", () => {
    const at = [30 * day, 720 * day];
    const fixed = integrateBody(body, healthyState(body), { sampleTimes: at, condition: blocked(0) }).states;
    const slow = integrateBody(body, healthyState(body), { sampleTimes: at, condition: blocked(1) }).states;
    const swelling = (states: typeof fixed, n: number) => states[n]!.volume[armLeft]! / body.volume[armLeft]! - 1;
    expect(slow[1]?.pumpHealth[armLeft]).toBeLessThan(0.85);
    expect(slow[1]?.scarring[armLeft]).toBeGreaterThan(0);
    expect(swelling(slow, 0)).toBeLessThan(1.5 * swelling(fixed, 0));
    expect(swelling(slow, 1)).toBeGreaterThan(2 * swelling(slow, 0));
    expect(slow[1]?.pumpHealth[1]).toBe(1);
  });

  it("goes on after a restart to the last bit", () => {
    const condition = blocked(1);
    const whole = integrateBody(body, healthyState(body), { sampleTimes: [90 * day, 180 * day], condition }).states;
    const [middle] = integrateBody(body, healthyState(body), { sampleTimes: [90 * day], condition }).states;
    const [end] = integrateBody(body, middle!, { sampleTimes: [180 * day], condition }).states;
    expect({ ...end, passed: undefined }).toEqual({ ...whole[1], passed: undefined });
  });

  it("hardly depends on the length of the steps", () => {
    const ends = [10 * day, 1 * day].map((longestStep) => {
      const options = { sampleTimes: [365 * day], condition: blocked(1), longestStep };
      return integrateBody(body, healthyState(body), options).states[0]!.volume[armLeft]!;
    });
    expect(Math.abs(ends[0]! / ends[1]! - 1)).toBeLessThan(0.01);
  });
});

describe("collectors whose valves do not close", () => {
  it("let lymph run back into the limb, with the protein of the nodes", () => {
    const condition = (_t: number, out: BodyCondition) => void out.incompetence.fill(0.3, 0, 1);
    const run = integrateBody(body, healthyState(body), { sampleTimes: [0, 3 * day, 300 * day], condition });
    const [first, early, late] = run.states;
    expect(first?.drainFlow[0]).toBeLessThan(0);
    expect(Math.abs(first!.drainFlow[1]! / body.drainFlow[1]! - 1)).toBeLessThan(1e-3);
    expect(early?.volume[armLeft]).toBeGreaterThan(1.05 * body.volume[armLeft]!);
    expect(late?.volume[armLeft]).toBeGreaterThan(early!.volume[armLeft]!);
    expect(run.balance.fluidError).toBeLessThan(1e-11);
    expect(run.balance.proteinError).toBeLessThan(1e-11);
  });
});

describe("a body in which no lymph flows", () => {
  it.each([1e-3, 1e-6, 0])("is solved all the same, at a share of %d of the pumps", (share) => {
    const condition = (_t: number, out: BodyCondition) => void out.drainGain.fill(share);
    const { states, balance } = integrateBody(body, healthyState(body), { sampleTimes: [0, 30 * day], condition });
    expect(states[1]?.volume[armLeft]).toBeGreaterThan(2 * body.volume[armLeft]!);
    expect(balance.fluidError).toBeLessThan(1e-11);
    expect(balance.proteinError).toBeLessThan(1e-11);
    expect(states[1]?.junctionProtein.every(Number.isFinite)).toBe(true);
  });
});

describe("plasma", () => {
  const noPump = (_t: number, out: BodyCondition) => void out.drainGain.fill(1e-6);

  it("is lost into the tissues when no lymph flows, and the loss slows itself down where capillaries feel it", () => {
    const after = (plasmaFeedback: number) => {
      const parameters = averagedParameters({ plasmaFeedback, fluidBalanceTime: 1e5 * hour, plasmaVolume: 1.5e-3 });
      const small = invertHealthyBody(smallBody(), parameters);
      const [end] = integrateBody(small, healthyState(small), { sampleTimes: [24 * hour], condition: noPump }).states;
      return end!;
    };
    const held = after(0);
    const felt = after(1);
    expect(held.plasmaVolume).toBeLessThan(1.4e-3);
    expect(felt.plasmaVolume).toBeGreaterThan(held.plasmaVolume);
    expect(felt.plasmaVolume).toBeLessThan(1.5e-3);
  });

  it("comes back to normal once the cause is gone", () => {
    const raised = invertHealthyBody(smallBody(), averagedParameters({ plasmaFeedback: 1 }));
    const condition = (time: number, out: BodyCondition) => void out.capillaryRise.fill(time < 2 * day ? 3 * mmHg : 0);
    const options = { sampleTimes: [2 * hour, 200 * day], breaks: [2 * day], condition };
    const [during, later] = integrateBody(raised, healthyState(raised), options).states;
    expect(during?.plasmaVolume).toBeLessThan(0.995 * 3e-3);
    expect(Math.abs(later!.plasmaVolume / 3e-3 - 1)).toBeLessThan(1e-4);
    later?.volume.forEach((v, k) => {
      expect(Math.abs(v / raised.volume[k]! - 1)).toBeLessThan(1e-3);
    });
  });
});
