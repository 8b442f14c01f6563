import { readdirSync, readFileSync } from "node:fs";
import { limbTerritories } from "@openlymph/anatomy";
import { canonicalJson, hour, mL, mmHg, unwrap } from "@openlymph/base";
import { type Plan, parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { runBody } from "./body/run-body.ts";
import { relativeStrandFlow } from "./observe/strand-flow.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { rehearse } from "./rehearse.ts";
import { strokeGain } from "./session/stroke-effect.ts";

const examples = new URL("../../../examples/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, examples), "utf8");
const historyOf = (name: string) => unwrap(parseHistory(text(`histories/${name}.yaml`), name));
const planOf = (name: string) => unwrap(parsePlan(text(`plans/${name}.yaml`), name));
const arm = historyOf("arm-after-axillary-clearance");
const draft = planOf("draft-arm");

/** Change of the left arm's fluid by the session, mL, at the last moment reported. */
function change(found: Rehearsal): number {
  const limb = found.findings.limbs.find((one) => one.limb === "arm_L");
  return (limb?.difference.at(-1) ?? Number.NaN) / mL;
}

function withSteps(plan: Plan, steps: Plan["steps"]): Plan {
  return { ...plan, steps: steps.map((step, place) => ({ ...step, n: place + 1 })) };
}

describe("a session on a swollen arm", () => {
  const found = unwrap(rehearse(arm, draft));

  it("starts from the arm as its history left it", () => {
    const limb = found.findings.limbs.find((one) => one.limb === "arm_L");
    expect(100 * (limb?.excessShare ?? 0)).toBeCloseTo(26.5, 0);
    expect(found.buildUp.at(-1)?.time).toBe(0);
    expect(found.buildUp[0]?.time).toBeLessThan(-700 * 24 * hour);
  });

  it("moves about a fifth of a millilitre in a day, and says so beside its bound", () => {
    expect(change(found)).toBeCloseTo(-0.181, 1.9);
    expect(Math.abs(change(found))).toBeLessThan(found.findings.bound.total / mL);
    expect(found.findings.bound.total / mL).toBeLessThan(2);
  });

  it("raises the flow under the hands to no more than three times", () => {
    expect(found.findings.largestGain).toBeGreaterThan(2);
    expect(found.findings.largestGain).toBeLessThan(3);
    expect(found.findings.warnings).toEqual([]);
  });

  it("does about half as much when every stroke runs away from the heart", () => {
    const wrong = withSteps(
      draft,
      draft.steps.map((step) => ({ ...step, direction: "distal" as const })),
    );
    const share = change(unwrap(rehearse(arm, wrong))) / change(found);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.65);
  });

  it("does lastingly the same in reversed order, and says that nobody has measured order", () => {
    const reversed = unwrap(rehearse(arm, withSteps(draft, [...draft.steps].reverse())));
    const [a, b] = [found, reversed].map(
      ({ findings }) => findings.limbs.find((one) => one.limb === "arm_L")?.difference ?? [],
    );
    found.findings.times.forEach((time, n) => {
      const gap = Math.abs((a?.[n] ?? Number.NaN) - (b?.[n] ?? Number.NaN));
      expect(gap / mL, `${time} s`).toBeLessThan(time < 6 * hour ? 0.01 : 0.001);
    });
    expect(found.findings.notes.join(" ")).toMatch(/Nobody has measured what order does/);
  });

  it("does nothing when no hand is laid on", () => {
    const breathing = withSteps(
      draft,
      draft.steps.filter(({ stroke }) => stroke === "breath_diaphragm"),
    );
    expect(Math.abs(change(unwrap(rehearse(arm, breathing))))).toBeLessThan(0.001);
  });

  it("keeps fluid and protein, with and without hands", () => {
    for (const { balance } of [found.withSession, found.without]) {
      expect(balance.fluidError).toBeLessThan(1e-9);
      expect(balance.proteinError).toBeLessThan(1e-9);
    }
  });

  it("gives the same bytes again", () => {
    expect(canonicalJson(unwrap(rehearse(arm, draft)))).toBe(canonicalJson(found));
  });
});

describe("every example", () => {
  const names = (folder: string) => readdirSync(new URL(folder, examples)).map((file) => file.replace(".yaml", ""));

  it("stays within the bound on what vessels can carry", () => {
    const pairs = [
      ...names("histories").map((history) => [history, "draft-arm"] as const),
      ...names("plans").map((plan) => ["leg-after-inguinal-dissection", plan] as const),
    ];
    for (const [history, plan] of pairs) {
      const { findings } = unwrap(rehearse(historyOf(history), planOf(plan)));
      const main = findings.limbs.find(({ limb }) => limb === findings.bound.limb);
      const largest = Math.max(0, ...(main?.difference.map(Math.abs) ?? []));
      // Pressing elsewhere can shift a few microlitres in a limb that no hand touches.
      expect(largest / mL, `${history} with ${plan}`).toBeLessThan(findings.bound.total / mL + 0.01);
    }
  });
});

describe("what a person may do with a rehearsal", () => {
  it("change it, without changing the next one", () => {
    const first = unwrap(rehearse(arm, draft, { duration: hour }));
    first.buildUp.at(-1)?.volume.fill(1);
    first.healthy.volume.fill(1);
    expect(unwrap(rehearse(arm, draft, { duration: hour })).findings.limbs[0]?.excess).toBe(
      first.findings.limbs[0]?.excess,
    );
  });

  it("ask for a body with other parameters, and get that one", () => {
    const usual = unwrap(rehearse(arm, draft, { duration: hour }));
    const other = unwrap(rehearse(arm, draft, { duration: hour, parameters: { venousPressure: 10 * mmHg } }));
    expect(other.findings.limbs[0]?.excess).not.toBe(usual.findings.limbs[0]?.excess);
  });

  it("not ask for what cannot be", () => {
    for (const duration of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      expect(rehearse(arm, draft, { duration })).toMatchObject({
        ok: false,
        code: "param/out-of-range",
        path: "duration",
      });
    }
    expect(rehearse(arm, draft, { parameters: { pumpReserve: 1 } })).toMatchObject({ code: "param/out-of-range" });
    expect(runBody(arm, { times: [2, 1] })).toMatchObject({ code: "param/out-of-range", path: "times[1]" });
    expect(runBody(arm, { times: [Number.NaN] })).toMatchObject({ code: "param/out-of-range", path: "times[0]" });
  });

  it("be told where the model is out of its depth", () => {
    const flooded = `format: openlymph/history@1\ntitle: t\nasOf: 2026-06-30\nprovenance: { tag: assumed, source: a test }\nassume:\n  - { capillaryPressure: 15 mmHg, from: 2025-06-30 }\n`;
    const { findings } = unwrap(rehearse(unwrap(parseHistory(flooded, "t")), draft, { duration: hour }));
    expect(findings.warnings).toHaveLength(1);
    expect(findings.warnings[0]).toMatch(/times\), .* and \d+ more\. Its numbers there mean nothing/);
  });
});

describe("detours", () => {
  it("are named in the direction the fluid went", () => {
    const infected = `format: openlymph/history@1\ntitle: t\nasOf: 2026-06-30\nprovenance: { tag: assumed, source: a test }\nevents:\n  - infection: { limb: arm, side: right }\n    at: 1 h\n    for: 2 d\n`;
    const { findings } = unwrap(rehearse(unwrap(parseHistory(infected, "t")), planOf("lnni-arm")));
    const across = findings.routes.find(({ anastomosis }) => anastomosis === "AAA");
    expect(across).toMatchObject({ from: "AXANT_R", to: "AXANT_L" });
    expect(across?.withSession ?? 0).toBeGreaterThan(0);
  });
});

describe("what a session is judged by", () => {
  it("is the limb that is worked, not the worst one", () => {
    const legs = unwrap(rehearse(arm, planOf("draft-leg"), { duration: hour }));
    expect(legs.findings.bound.limb).toBe("leg_L");
    expect(unwrap(rehearse(arm, planOf("lnni-arm"), { duration: hour })).findings.bound.limb).toBe("arm_L");
  });

  it("is stopped where an infection runs while the hands are on, and nowhere else", () => {
    expect(unwrap(rehearse(historyOf("arm-infection"), draft, { duration: hour })).stops).toHaveLength(1);
    expect(unwrap(rehearse(arm, draft, { duration: hour })).stops).toEqual([]);
  });
});

describe("flow along the drawn strands", () => {
  it("is 1 in health on every collector and edge", () => {
    const { index, healthy } = unwrap(rehearse(historyOf("healthy"), draft, { duration: hour }));
    const flows = relativeStrandFlow(index, healthy, healthy);
    expect(flows.size).toBe(88 + 198);
    for (const [strand, flow] of flows) expect(flow, strand).toBeCloseTo(1, 12);
  });

  it("falls on the swollen arm and nowhere on the other", () => {
    const { index, healthy, without } = unwrap(rehearse(arm, draft, { duration: hour }));
    const flows = relativeStrandFlow(index, healthy, without.states[0]!);
    expect(flows.get("faMedian_L")).toBeLessThan(0.5);
    expect(flows.get("faMedian_R")).toBeCloseTo(1, 1.5);
    expect(limbTerritories("arm_L").length).toBe(limbTerritories("arm_R").length);
  });
});

describe("strokeGain", () => {
  it("meets the computed points, rises with pressure and stays below three", () => {
    expect(strokeGain(0, "proximal")).toBe(1);
    expect(strokeGain(10 * mmHg, "proximal")).toBeCloseTo(2.17);
    expect(strokeGain(30 * mmHg, "proximal")).toBeCloseTo(2.77);
    expect(strokeGain(90 * mmHg, "proximal")).toBeCloseTo(2.97);
    expect(strokeGain(30 * mmHg, "distal")).toBeCloseTo(1 + 1.77 * 0.555);
    const gains = Array.from({ length: 80 }, (_, p) => strokeGain(p * mmHg, "proximal"));
    gains.forEach((gain, p) => {
      expect(gain).toBeGreaterThanOrEqual(gains[p - 1] ?? 0);
    });
  });
});
