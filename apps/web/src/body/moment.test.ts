import { figureScene, swellingRange } from "@openlymph/figure";
import { expect, test } from "vitest";
import { exampleRun } from "../run/example-run.ts";
import { detourPath, detoursAt } from "./detours.ts";
import { factsOf } from "./facts.ts";
import { between, flowsAt, momentAt, swellingAt, swellsBeyondDrawing, veilAt } from "./moment.ts";

const arm = exampleRun("arm-after-axillary-clearance", "lnni-arm");
const healthy = exampleRun("healthy", "lnni-arm");
const now = momentAt(arm, "with", 0);

test("a moment between two states lies between their numbers, and each run has its own", () => {
  const [a, b] = arm.withSession.states;
  if (a === undefined || b === undefined) throw new Error("no states");
  const half = momentAt(arm, "with", (a.time + b.time) / 2);
  expect(half.share).toBeCloseTo(0.5, 9);
  const read = (state: typeof a) => state.volume[0] ?? 0;
  expect(between(half, read)).toBeCloseTo((read(a) + read(b)) / 2, 15);
  expect(momentAt(arm, "without", 100).before).not.toBe(momentAt(arm, "with", 100).before);
  expect(momentAt(arm, "with", -1).before.time).toBeLessThan(0);
});

test("after the clearance the left arm is drawn wider and veiled, the right one is not", () => {
  const swelling = swellingAt(arm, now);
  expect(swelling["forearm_L"]).toBeGreaterThan(0.1);
  expect(swelling["forearm_R"]).toBeUndefined();
  expect(veilAt(arm, now)["forearmVolar_L"]).toBeGreaterThan(0.2);
  expect(swellingAt(healthy, momentAt(healthy, "without", 0))).toEqual({});
});

test("what swells beyond what can be drawn is drawn at the limit, and that is known", () => {
  const state = { ...now.before, volume: now.before.volume.map((volume) => 40 * volume) };
  const drawn = swellingAt(arm, { before: state, after: state, share: 0 });
  expect(Math.max(...Object.values(drawn))).toBe(swellingRange[1]);
  expect(() => figureScene({ view: "front", swelling: drawn })).not.toThrow();
  expect(swellsBeyondDrawing(arm)).toBe(false);
  expect(swellsBeyondDrawing({ ...arm, withSession: { ...arm.withSession, states: [state] } })).toBe(true);
});

test("a healthy body at rest flows at exactly its healthy flow everywhere", () => {
  const ids = figureScene({ view: "front" }).strands.map(({ id }) => id);
  const flow = new Float32Array(ids.length);
  flowsAt(healthy, momentAt(healthy, "without", 0), ids, flow);
  for (const [n, id] of ids.entries()) expect(flow[n], id).toBeCloseTo(1, 3);
});

test("detours carry lymph in the operated body only, and each can be drawn in a view", () => {
  const detours = detoursAt(arm, now);
  expect(detours.length).toBeGreaterThan(3);
  const scenes = (["front", "back"] as const).map((view) => figureScene({ view }));
  for (const detour of detours) {
    expect(
      scenes.some((scene) => detourPath(scene, detour) !== undefined),
      detour.id,
    ).toBe(true);
  }
  expect(detoursAt(healthy, momentAt(healthy, "without", 0))).toEqual([]);
});

test("numbers of a removed node group, a slowed vessel and a swollen region", () => {
  const node = factsOf(arm, now, { kind: "node", id: "AXLAT_L", name: "" });
  expect(node.facts.map(({ label }) => label)).toEqual([
    "Removed",
    "Inflow over health",
    "Pressure, nodes left",
    "Drains to",
  ]);
  const vessel = factsOf(arm, now, { kind: "vessel", id: "armMedialB_L", name: "" });
  expect(Number.parseFloat(vessel.facts[0]?.value ?? "")).toBeLessThan(0.6);
  expect(vessel.estimated).toBe(true);
  const region = factsOf(arm, now, { kind: "territory", id: "forearmVolar_L", name: "" });
  expect(Number.parseFloat(region.facts[0]?.value ?? "")).toBeGreaterThan(5);
});
