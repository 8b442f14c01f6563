import { anatomy } from "@openlymph/anatomy";
import { hour, unwrap } from "@openlymph/base";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { tracers } from "../body/tracer.ts";
import { examineBody } from "../examine.ts";
import { besideExamination, publishedExamination, publishedExaminations } from "./published-examination.ts";

const head =
  "format: openlymph/history@1\ntitle: a case\nprovenance: { tag: assumed, source: a test }\nasOf: 2026-01-01\n";
const removed = "procedures:\n  - { procedure: ALND_I_III, side: right, date: 2025-01-01 }\n";
const examined = (inject: string, tracer: string, history = "") =>
  unwrap(examineBody(unwrap(parseHistory(head + history, "case.yaml")), { inject: [inject], tracer, for: 3 * hour }));

describe("published examinations", () => {
  it("names territories, node groups and tracers that there are, on both sides", () => {
    for (const { inject, tracer, measure } of publishedExaminations) {
      expect(tracers.map(({ id }) => id)).toContain(tracer);
      for (const side of ["L", "R"]) {
        for (const territory of inject) expect(anatomy.byId.territories.has(`${territory}_${side}`)).toBe(true);
        if (measure.kind === "clearance") continue;
        for (const node of measure.nodes) expect(anatomy.byId.nodeGroups.has(`${node}_${side}`)).toBe(true);
      }
    }
  });

  it("stand beside an examination of the same tracer in the same skin only", () => {
    expect(besideExamination(examined("handDorsum_R", "igg")).map(({ id }) => id)).toEqual(["handTransit"]);
    expect(besideExamination(examined("footDorsumMedial_L", "nanocolloid")).map(({ id }) => id)).toEqual([
      "groinUptake",
      "groinDelay",
    ]);
    expect(besideExamination(examined("handDorsum_R", "albumin"))).toEqual([]);
  });

  it("are found in the model in the same unit, on the injected side", () => {
    const [transit] = besideExamination(examined("handDorsum_R", "igg"));
    expect(transit!.here).toBeGreaterThan(5);
    expect(transit!.here).toBeLessThan(15);
    const [uptake, delay] = besideExamination(examined("footDorsumMedial_R", "nanocolloid"));
    expect(uptake!.here).toBeGreaterThan(4);
    expect(uptake!.here).toBeLessThan(12);
    expect(delay!.here).toBeLessThan(45);
  });

  it("say where dye is not seen, and shares of people are those of the anatomy", () => {
    const beside = besideExamination(examined("handDorsum_R", "icg", removed));
    const { here, published } = beside.find(({ id }) => id === "breastboneSeen")!;
    expect(here).toBeUndefined();
    expect(published).toEqual({ kind: "value", value: 11.3, unit: "%" });
    expect(beside.find(({ id }) => id === "armpitSeen")!.here).toBeGreaterThan(0);
  });

  it("refuses an unknown one", () => {
    expect(() => publishedExamination("handTransitt")).toThrow(/handTransit/);
  });
});
