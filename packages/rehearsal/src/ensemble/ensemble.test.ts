import { readFileSync } from "node:fs";
import { limbTerritories, limbVolume } from "@openlymph/anatomy";
import { day, describeFailure, hour, mL, mmHg, unwrap } from "@openlymph/base";
import { findDistributionFailure, type SweepRow } from "@openlymph/study";
import { parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import priorsJson from "../../data/priors.json" with { type: "json" };
import knowledgeJson from "../../data/stroke-knowledge.json" with { type: "json" };
import { healthyBody } from "../body/healthy-body.ts";
import { runBody } from "../body/run-body.ts";
import { strokeKnowledge, strokeKnowledgeSchema } from "../findings/stroke-knowledge.ts";
import { limbExcessShare } from "../observe/limb-fluid.ts";
import { bodiesText, parseBodies } from "./bodies.ts";
import { type DrawSetup, drawsOf, virtualBody } from "./draw.ts";
import { openPriors } from "./influence.ts";
import { memberHistory, shiftedShare } from "./member-history.ts";
import { type PriorId, populations, priorDistribution, priorIds, priorLibrarySchema, priors } from "./prior.ts";
import { evaluateMember, runEnsemble } from "./run-ensemble.ts";
import { type SessionTask, sessionPlace, sessionReportTimes, sessionTimes } from "./session.ts";
import { leastDifference, sessionBands } from "./session-bands.ts";
import { type SwellingTask, swellingSize } from "./swelling.ts";
import { swellingBands } from "./swelling-bands.ts";

const examples = new URL("../../../../examples/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, examples), "utf8");
const told = (yaml: string) =>
  unwrap(
    parseHistory(
      `format: openlymph/history@1\ntitle: a case\nprovenance: { tag: assumed, source: a test }\nasOf: 2026-01-01\n${yaml}`,
      "case.yaml",
    ),
  );
const dissection = told("procedures:\n  - { procedure: ALND_I_III, side: left, date: 2025-10-01 }\n");
const statedArm = unwrap(parseHistory(text("histories/arm-after-axillary-clearance.yaml"), "arm.yaml"));
const draftArm = unwrap(parsePlan(text("plans/draft-arm.yaml"), "draft-arm.yaml"));
const draw: DrawSetup = { seed: 3, population: "assumed", parameters: {} };
const swelling: SwellingTask = { kind: "swelling", history: dissection, draw, times: [3 * day, 30 * day] };

describe("what is known of strokes", () => {
  it("tells computed, taught and measured apart", () => {
    expect(strokeKnowledgeSchema.safeParse(knowledgeJson).error?.issues ?? []).toEqual([]);
    expect(strokeKnowledge.map(({ topic }) => topic)).toEqual(["order", "direction", "pressure"]);
  });
});

describe("priors", () => {
  it("meet their schema, and name what virtual bodies are made of", () => {
    expect(priorLibrarySchema.safeParse(priorsJson).error?.issues ?? []).toEqual([]);
    expect(priorLibrarySchema.safeParse({ ...priorsJson, extra: 1 }).success).toBe(false);
    expect(priors.map(({ id }) => id)).toEqual(priorIds);
  });

  it("can be drawn from in every population, and hold the typical body inside", () => {
    for (const population of populations) {
      for (const id of Object.keys(population.changes)) expect(priorIds).toContain(id);
      for (const prior of priors) {
        const distribution = priorDistribution(prior, population);
        expect(findDistributionFailure(distribution, prior.id)).toBeUndefined();
        if ("min" in distribution) {
          expect(prior.default).toBeGreaterThanOrEqual(distribution.min);
          expect(prior.default).toBeLessThanOrEqual(distribution.max);
        }
      }
    }
  });

  it("give a body by seed and number alone, within their ends", () => {
    for (let member = 0; member < 300; member++) {
      const draws = drawsOf(draw, member);
      expect(draws.deepSwollenSlope).toBeGreaterThanOrEqual(draws.swollenSlope);
      expect(draws.acquiredStrength).toBeLessThanOrEqual(1);
      expect(draws.nodeDrop / mmHg).toBeGreaterThan(0.5);
      expect(draws.nodeDrop / mmHg).toBeLessThan(2);
    }
    expect(drawsOf(draw, 7)).toEqual(drawsOf({ ...draw }, 7));
    expect(drawsOf(draw, 7).nodeDrop).not.toBe(drawsOf({ ...draw, seed: 4 }, 7).nodeDrop);
    expect(() => drawsOf({ ...draw, population: "everybody" }, 0)).toThrow(/population/);
  });
});

describe("a virtual body", () => {
  it("is healthy at rest, with its own constants", () => {
    const draws = drawsOf(draw, 5);
    const body = virtualBody(draws, {});
    const skin = body.spec.compartments.findIndex(({ id }) => id === "forearmVolar_L");
    const muscle = body.spec.compartments.findIndex(({ id }) => id === "deepForearm_L");
    const liver = body.spec.compartments.findIndex(({ id }) => id === "liver");
    expect(body.protein[skin]).toBe(draws.lymphProtein);
    expect(body.swollenSlope[skin]).toBe(draws.swollenSlope);
    expect(body.swollenSlope[muscle]).toBe(draws.deepSwollenSlope);
    expect(body.protein[liver]).toBe(healthyBody().protein[liver]);
    expect(body.parameters.afterloadHalf / healthyBody().parameters.afterloadHalf).toBeCloseTo(
      draws.innateStrength,
      12,
    );
    const rest = unwrap(
      evaluateMember({ kind: "swelling", history: told(""), draw, times: [30 * day] }, { member: 5 }),
    );
    expect(Math.abs(rest[0]! / mL)).toBeLessThan(1e-6);
  });

  it("has the operation, bypass and strength that were drawn, unless the history says otherwise", () => {
    const draws = { ...drawsOf(draw, 0), removalShift: 1, acquiredStrength: 0.6, bypass: 0.2 };
    expect(shiftedShare(0.5, Math.log(3))).toBeCloseTo(0.75, 14);
    expect([shiftedShare(0, 2), shiftedShare(1, -5)]).toEqual([0, 1]);
    const drawn = memberHistory(dissection, draws);
    const [before, after] = [dissection, drawn].map(({ procedures }) => procedures[0]!.effect.removed);
    expect(after!["AXLAT_L"]).toBeCloseTo(shiftedShare(before!["AXLAT_L"]!, 1), 14);
    expect(after!["AXCEN_L"]).toBe(1);
    const strength = drawn.assume.find(({ kind }) => kind === "pumpStrength");
    expect(strength).toMatchObject({
      value: 0.6,
      at: dissection.procedures[0]!.at,
      territories: limbTerritories("arm_L"),
    });
    expect(drawn.assume.find(({ kind }) => kind === "bypass")).toMatchObject({ value: 0.2 });
    expect(memberHistory(statedArm, draws).assume).toEqual(statedArm.assume);
    expect(memberHistory(told(""), draws).assume).toEqual([]);
  });

  it("knows what is left open", () => {
    expect(openPriors({ history: dissection, draw })).toEqual(priorIds.filter((id) => id !== "handDisplacement"));
    const closed: readonly PriorId[] = ["acquiredStrength", "bypass", "nodeDrop"];
    const open = openPriors({ history: statedArm, draw: { ...draw, parameters: { nodeDrop: mmHg } } }, true);
    expect(open).toEqual(priorIds.filter((id) => !closed.includes(id)));
    expect(drawsOf({ ...draw, parameters: { nodeDrop: mmHg } }, 9).nodeDrop).toBe(mmHg);
  });

  it("of default values is the typical body", () => {
    const typical = Object.fromEntries(priors.map(({ id, default: value }) => [id, value]));
    const draws = { ...drawsOf(draw, 0), removalShift: 0, acquiredStrength: 1, bypass: typical["bypass"]! };
    const one = memberHistory(dissection, draws);
    const run = unwrap(runBody(one, { times: [30 * day] }));
    const other = unwrap(runBody(dissection, { times: [30 * day] }));
    const share = ({ index, healthy, series }: typeof run) =>
      limbExcessShare(index, healthy, series.states[0]!, "arm_L");
    expect(share(run)).toBeCloseTo(share(other), 12);
  });
});

describe("an ensemble", () => {
  it("gives the same rows in any order, with any number at once, and going on from any of them", async () => {
    const rows = unwrap(await runEnsemble(swelling, { members: 4 }));
    const evaluate = async (input: { readonly member: number }) => {
      for (let turn = 0; turn < 5 - input.member; turn++) await new Promise((go) => setTimeout(go, 1));
      return evaluateMember(swelling, input);
    };
    expect(unwrap(await runEnsemble(swelling, { members: 4, concurrency: 3, evaluate }))).toEqual(rows);
    expect(unwrap(await runEnsemble(swelling, { members: 4, done: [rows[2]!] }))).toEqual(rows);
    expect(rows.every(({ outputs }) => outputs.length === swellingSize(swelling))).toBe(true);
  });

  it("shows how far it is and stops when it is told to, inside a body too", async () => {
    const control = new AbortController();
    const fractions: number[] = [];
    const report = ({ fraction }: { readonly fraction: number }) => {
      fractions.push(fraction);
      if (fraction >= 0.5) control.abort();
    };
    const stopped = await runEnsemble(swelling, { members: 4, context: { signal: control.signal, report } });
    expect(stopped).toMatchObject({ ok: false, code: "task/cancelled" });
    expect(fractions).toEqual([0, 0.25, 0.5]);
    expect(evaluateMember(swelling, { member: 0 }, { signal: control.signal })).toMatchObject({
      code: "task/cancelled",
    });
  });

  it("can be cancelled by a message that arrives while it runs", async () => {
    const control = new AbortController();
    setTimeout(() => control.abort(), 1);
    const stopped = await runEnsemble(swelling, { members: 1000, context: { signal: control.signal } });
    expect(stopped).toMatchObject({ code: "task/cancelled" });
  });

  it("names a body that could not be run, and leaves it out of the bands", async () => {
    const rows = unwrap(await runEnsemble(swelling, { members: 3 }));
    const failure = { ok: false, code: "solver/no-convergence", path: "body", value: "7 s" } as const;
    const failing: readonly SweepRow[] = rows.map((row) => (row.index === 1 ? { ...row, outputs: [], failure } : row));
    const bands = swellingBands(swelling, failing);
    expect(bands.failed).toEqual([{ member: 1, message: describeFailure(failure) }]);
    expect(bands.bodies).toBe(3);
    expect(bands.parts[0]!.excess[1]!.count).toBe(2);
  });
});

describe("bands of swelling", () => {
  it("are those of the numbers of its bodies", () => {
    const size = swellingSize(swelling);
    // Excess of the left arm at the second time: 1 to 12 % of its volume; everything else nothing.
    const rows = [1, 2, 3, 4, 12].map((percent, index): SweepRow => {
      const outputs = new Array<number>(size).fill(0);
      outputs[1] = (percent / 100) * limbVolume("arm_L");
      return { index, point: [index], outputs };
    });
    const arm = swellingBands(swelling, rows).parts.find(({ part }) => part === "arm_L")!;
    expect(arm.excessShare[1]!.median).toBeCloseTo(0.03, 12);
    expect(arm.excessShare[1]!.p95).toBeCloseTo(0.104, 12);
    expect(arm.above).toEqual([
      { excessShare: 0.05, bodies: [0, 1] },
      { excessShare: 0.1, bodies: [0, 1] },
    ]);
  });
});

describe("bodies in a file", () => {
  it("begin a session exactly where they would have been without it", async () => {
    const setup = { history: dissection, draw };
    const today = { kind: "today", ...setup } as const;
    const rows = unwrap(await runEnsemble(today, { members: 3 }));
    const file = [...bodiesText(today, rows)].join("");
    expect(JSON.parse(file).bodies).toHaveLength(3);
    const bodies = unwrap(parseBodies(file, "bodies.json", setup, 2));
    expect([...bodies.keys()]).toEqual([0, 1]);
    const session: SessionTask = { kind: "session", ...setup, plans: [draftArm], duration: hour };
    const from = await runEnsemble(session, { members: 2, bodies });
    expect(unwrap(from)).toEqual(unwrap(await runEnsemble(session, { members: 2 })));
  });

  it("are refused for another history, seed, number or kind of file", async () => {
    const setup = { history: dissection, draw };
    const today = { kind: "today", ...setup } as const;
    const file = [...bodiesText(today, unwrap(await runEnsemble(today, { members: 1 })))].join("");
    const tried = (written: string, other = setup, members = 1) => {
      const result = parseBodies(written, "bodies.json", other, members);
      return result.ok ? "accepted" : describeFailure(result);
    };
    expect(tried(file)).toBe("accepted");
    expect(tried(file, { ...setup, history: statedArm })).toContain("setup");
    expect(tried(file, { ...setup, draw: { ...draw, seed: 4 } })).toContain("setup");
    expect(tried(file, setup, 2)).toContain("at least 2");
    expect(tried(file.replace(/"openlymph \d[^"]*"/, '"openlymph 0.0.1"'))).toContain("record.program");
    expect(tried("{}")).toContain("openlymph/bodies@1");
    expect(tried("bodies: []")).toContain("bodies.json");
  });
});

describe("sessions in virtual bodies", () => {
  const halved = {
    ...draftArm,
    steps: draftArm.steps.flatMap((step) => {
      const first = Math.floor(step.repetitions / 2);
      return first === 0
        ? [step]
        : [
            { ...step, repetitions: first },
            { ...step, repetitions: step.repetitions - first },
          ];
    }),
  };
  const away = { ...draftArm, steps: draftArm.steps.map((step) => ({ ...step, direction: "distal" as const })) };
  const task: SessionTask = {
    kind: "session",
    history: dissection,
    draw,
    plans: [draftArm, away],
    duration: 24 * hour,
  };

  it("move nothing that the solver alone could have moved: halves of steps are the steps", async () => {
    const same: SessionTask = { ...task, plans: [draftArm, halved] };
    const rows = unwrap(await runEnsemble(same, { members: 5 }));
    const times = sessionTimes(same);
    for (const { outputs } of rows) {
      for (const manner of ["vessels", "displacing"] as const) {
        for (const time of sessionReportTimes(same).slice(1)) {
          const [without, one, other] = [undefined, { plan: 0, manner }, { plan: 1, manner }].map(
            (run) => outputs[sessionPlace(same, run, "arm_L", times.indexOf(time))]!,
          );
          const least = Math.max(leastDifference.volume, leastDifference.share * Math.abs(one! - without!));
          expect(Math.abs(one! - other!)).toBeLessThan(least / 10);
        }
      }
    }
    const [vessels, displacing] = sessionBands(same, rows).comparisons;
    for (const { at } of [vessels!, displacing!]) for (const { noDifference } of at) expect(noDifference).toBe(5);
  });

  it("are compared body by body: strokes toward the heart against strokes away from it", async () => {
    const rows = unwrap(await runEnsemble(task, { members: 5 }));
    const bands = sessionBands(task, rows);
    expect(bands.main).toBe("arm_L");
    expect(bands.plans.map(({ title }) => title)).toEqual([draftArm.title, away.title]);
    const [vessels] = bands.comparisons;
    for (const { firstMore, secondMore, noDifference, differences } of vessels!.at) {
      expect(firstMore + secondMore + noDifference).toBe(5);
      expect(secondMore).toBe(0);
      expect(differences).toHaveLength(5);
    }
    expect(vessels!.at.at(-1)!.firstMore).toBeGreaterThan(2);
  });

  it("move more, and nobody knows how much more, when hands displace fluid through the tissue", async () => {
    const rows = unwrap(await runEnsemble({ ...task, plans: [draftArm] }, { members: 12 }));
    const bands = sessionBands({ ...task, plans: [draftArm] }, rows);
    const arm = bands.parts.find(({ part }) => part === "arm_L")!;
    const [vessels, displacing] = arm.sessions.map(({ moved }) => moved[bands.times.indexOf(bands.reportTimes[1]!)]!);
    expect(displacing!.median).toBeGreaterThan(vessels!.median);
    expect(displacing!.p95 - displacing!.p5).toBeGreaterThan(3 * (vessels!.p95 - vessels!.p5));
    expect(bands.comparisons).toEqual([]);
  });
});
