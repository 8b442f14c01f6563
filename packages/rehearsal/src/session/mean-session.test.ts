import { readFileSync } from "node:fs";
import { limbTerritories } from "@openlymph/anatomy";
import { day, mL, unwrap } from "@openlymph/base";
import { type BodyCondition, healthyCondition, integrateBody } from "@openlymph/physiology";
import { parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { bodyAsOf } from "../body/body-as-of.ts";
import { bodyIndex } from "../body/body-index.ts";
import { healthyBody } from "../body/healthy-body.ts";
import { historyCondition } from "../body/history-condition.ts";
import { excessFluid } from "../observe/limb-fluid.ts";
import { meanSession } from "./mean-session.ts";
import { sessionCondition } from "./session-condition.ts";
import { sessionSteps } from "./session-steps.ts";

const examples = new URL("../../../../examples/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, examples), "utf8");
const history = unwrap(parseHistory(text("histories/arm-after-axillary-clearance.yaml"), "arm"));
const steps = sessionSteps(unwrap(parsePlan(text("plans/draft-arm.yaml"), "plan")));
const body = healthyBody();
const past = historyCondition(history, body, day);
const today = bodyAsOf(body, history).states.at(-1)!;
const breaks = [0, ...steps.map(({ end }) => end)];

/** Change of the arm's fluid a day after a session, mL. */
function change(hands: { apply(time: number, out: BodyCondition): void }): number {
  const after = (apply: (time: number, out: BodyCondition) => void) =>
    integrateBody(body, today, { sampleTimes: [day], breaks, condition: apply, tolerance: 2e-4 }).states[0]!;
  const without = after(past.apply);
  const withSession = after((time, out) => {
    past.apply(time, out);
    hands.apply(time, out);
  });
  return excessFluid(bodyIndex(body), without, withSession, limbTerritories("arm_L")) / mL;
}

describe("sessionCondition", () => {
  it("presses as long as the technique of the stroke does: a stroke held twice as long squeezes twice as much", () => {
    const squeeze = (share: number) => {
      const out = healthyCondition(body);
      const step = { ...steps.find(({ territories }) => territories.length > 0)!, start: 0, pressedShare: share };
      sessionCondition(body, [step]).apply(0, out);
      return out.filtrationSqueeze.reduce((sum, one) => sum + one, 0);
    };
    expect(squeeze(0.6)).toBeCloseTo(2 * squeeze(0.3), 9);
    const simple = steps.find(({ stroke }) => stroke === "sld_simple_stretch")!;
    expect(simple.pressedShare).toBeCloseTo(0.3625, 10);
  });
});

describe("meanSession", () => {
  it("moves what the session moves step by step, to within 5 %, whatever tissue lets through", () => {
    for (const displacement of [1, 1000]) {
      const byStep = change(sessionCondition(body, steps, displacement));
      const mean = change(meanSession(body, steps, displacement));
      expect(byStep).toBeLessThan(-0.1);
      expect(mean / byStep, `${displacement} times`).toBeGreaterThan(0.95);
      expect(mean / byStep, `${displacement} times`).toBeLessThan(1.05);
    }
  });

  it("does nothing before it begins, and nothing again when its after-effect is gone", () => {
    const session = meanSession(body, steps);
    for (const since of [-1, 2 * day]) {
      const out = healthyCondition(body);
      session.apply(since, out);
      expect(out).toEqual(healthyCondition(body));
    }
  });

  it("keeps the after-effect of the session itself", () => {
    const [mean, byStep] = [healthyCondition(body), healthyCondition(body)];
    meanSession(body, steps).apply(3600, mean);
    sessionCondition(body, steps).apply(3600, byStep);
    mean.drainGain.forEach((gain, d) => {
      expect(gain).toBeCloseTo(byStep.drainGain[d]!, 12);
    });
  });
});
