import { anatomy } from "@openlymph/anatomy";
import { figureScene } from "@openlymph/figure";
import { expect, test } from "vitest";
import { exampleRun } from "../run/example-run.ts";
import { factsOf } from "./facts.ts";
import { momentAt } from "./moment.ts";
import { basesOf } from "./record-sources.ts";
import { thingsOf } from "./things.ts";

const rehearsal = exampleRun("arm-after-axillary-clearance", "lnni-arm");
const moment = momentAt(rehearsal, "without", 0);

test("nodes that are all gone have a place and no pressure, those that are left have one", () => {
  const gone = rehearsal.index.nodes.find((_, n) => (rehearsal.removed[n] ?? 0) >= 1);
  if (gone !== undefined) {
    const { facts } = factsOf(rehearsal, moment, { kind: "node", id: gone, name: "" });
    expect(facts.map(({ value }) => value)).toContain("place of the removed nodes");
    expect(facts.map(({ label }) => label).join()).not.toContain("Pressure");
  }
  const all = { ...rehearsal, removed: rehearsal.removed.map(() => 1) };
  expect(factsOf(all, moment, { kind: "node", id: "AXLAT_L", name: "" }).facts.map(({ label }) => label)).not.toContain(
    "Pressure",
  );
});

test("a vessel tells its flow in mL/h, which in health is what its factor counts", () => {
  const id = anatomy.collectors.find(({ name, side }) => name.startsWith("medial upper arm") && side === "L")!.id;
  const { facts } = factsOf(rehearsal, moment, { kind: "vessel", id, name: "" });
  expect(facts[0]?.value.replaceAll("\u00a0", " ")).toMatch(/^[\d.]+ mL\/h( backwards)?$/);
  const health = { before: rehearsal.healthy, after: rehearsal.healthy, share: 0 };
  const healthy = factsOf(rehearsal, health, { kind: "vessel", id, name: "" }).facts;
  expect(Number.parseFloat(healthy[0]!.value)).toBeGreaterThan(0);
  expect(healthy[1]?.value.replaceAll("\u00a0", " ")).toBe("1.0 ×");
});

test("everything that can be pointed at has a source and a basis, and no two vessels have one name", () => {
  const things = thingsOf(figureScene({ view: "front" }), true);
  for (const thing of things) {
    const { sources } = factsOf(rehearsal, moment, thing);
    expect(sources.sources.length, thing.id).toBeGreaterThan(0);
    expect(basesOf(sources), thing.id).toMatch(/published|textbook|computed|assumed/);
  }
  const collectors = things.filter(({ kind, id }) => kind === "vessel" && anatomy.byId.collectors.has(id));
  const names = collectors.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("Ventromedial bundle, lower leg, left");
});

test("a node that grew tells its size", () => {
  const sizes = { times: [-10, 10], nodes: { AXLAT_R: { rest: 5e-3, size: [5e-3, 11e-3] } } };
  const { facts } = factsOf(rehearsal, moment, { kind: "node", id: "AXLAT_R", name: "" }, sizes);
  const size = facts.find(({ label }) => label === "Size");
  expect(size?.value.replaceAll("\u00a0", " ")).toMatch(/^8\.0 mm, 5\.0 mm in health/);
});
