import { readFileSync } from "node:fs";
import { hour, minute, unwrap } from "@openlymph/base";
import { soluteInBlood, soluteInBody } from "@openlymph/physiology";
import { type History, parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { healthyBody } from "./body/healthy-body.ts";
import { lymphSpaces } from "./body/lymph-spaces.ts";
import { tracers } from "./body/tracer.ts";
import type { Examination } from "./examination.ts";
import { type ExamineOptions, examineBody } from "./examine.ts";
import { tracerInTissue } from "./observe/tracer-findings.ts";

const histories = new URL("../../../examples/histories/", import.meta.url);
const historyOf = (name: string): History =>
  unwrap(parseHistory(readFileSync(new URL(`${name}.yaml`, histories), "utf8"), name));
const healthy = historyOf("healthy");
const operated = historyOf("arm-after-axillary-clearance");
const examine = (history: History, options: Partial<ExamineOptions> = {}): Examination =>
  unwrap(examineBody(history, { inject: ["handDorsum_L"], ...options }));
const arrival = ({ findings }: Examination, node: string) =>
  findings.nodes.find((one) => one.node === node)?.arrival ?? Number.POSITIVE_INFINITY;
const end = (values: readonly number[]) => values.at(-1) ?? Number.NaN;

describe("a tracer in the hand of a healthy body", () => {
  const found = examine(healthy);

  it("runs along the arm to the armpit, on to the duct and into the left venous angle, in this order", () => {
    const way = ["AXLAT_L", "AXCEN_L", "AXAP_L", "TD_ARCH", "VA_L"].map((node) => arrival(found, node));
    expect(way[0]! / minute).toBeGreaterThan(5);
    expect(way[0]! / minute).toBeLessThan(15);
    way.slice(1).forEach((time, n) => {
      expect(time).toBeGreaterThan(way[n]!);
    });
    expect(found.findings.nodes.some(({ node }) => node.endsWith("_R"))).toBe(false);
  });

  it("stays in the skin it was put into, and takes no detour", () => {
    expect(found.findings.detours).toEqual([]);
    expect(end(found.findings.backflowShare)).toBeLessThan(1e-9);
  });

  it("is never lost: depot, vessels, nodes and blood are the dose at every time", () => {
    found.solute.forEach((state) => {
      const blood = soluteInBlood(state);
      const all = soluteInBody(state) + blood.byOutlets + blood.byNodes + blood.byCapillaries;
      expect(Math.abs(all - 1)).toBeLessThan(1e-9);
    });
    expect(found.findings.error).toBeLessThan(1e-9);
  });

  it("leaves the depot as fast as lymph and its share of tissue fluid say", () => {
    const body = healthyBody();
    const k = body.spec.compartments.findIndex(({ id }) => id === "handDorsum_L");
    const lymph = body.drainFlow.slice(body.drainStart[k]!, body.drainStart[k + 1]!).reduce((sum, q) => sum + q, 0);
    expect(found.findings.depot.clearance / (lymph / (0.49 * body.volume[k]!))).toBeCloseTo(1, 2);
    const shares = found.findings.depot.share;
    shares.slice(1).forEach((share, n) => {
      expect(share).toBeLessThan(shares[n]!);
    });
  });

  it("is held by nodes as colloid and let through as albumin; a small molecule goes by the capillaries", () => {
    const held = (one: Examination) => end(one.findings.nodes.find(({ node }) => node === "AXLAT_L")!.uptake);
    const albumin = examine(healthy, { tracer: "albumin" });
    expect(held(found)).toBeGreaterThan(20 * held(albumin));
    expect(albumin.findings.blood.byLymph).toBeGreaterThan(5 * found.findings.blood.byLymph);
    const small = examine(healthy, { tracer: "fluorescein" }).findings;
    expect(small.blood.byCapillaries).toBeGreaterThan(10 * small.blood.byLymph);
    expect(end(small.depot.share)).toBeLessThan(end(albumin.findings.depot.share));
  });
});

describe("a tracer in an arm whose nodes were removed", () => {
  const found = examine(operated, { for: 24 * hour, tracer: "albumin" });
  const sound = examine(healthy, { for: 24 * hour, tracer: "albumin" });

  it("comes later and less, takes detours, and turns up in skin elsewhere", () => {
    expect(arrival(found, "AXLAT_L")).toBeGreaterThan(arrival(sound, "AXLAT_L"));
    expect(found.findings.depot.clearance).toBeLessThan(sound.findings.depot.clearance);
    expect(found.findings.blood.byLymph).toBeLessThan(sound.findings.blood.byLymph);
    expect(found.findings.detours.length).toBeGreaterThan(0);
    expect(end(found.findings.backflowShare)).toBeGreaterThan(1e-4);
    expect(found.findings.backflow[0]?.territory).toMatch(/_L$/);
    expect(found.findings.error).toBeLessThan(1e-9);
  });

  it("counts what lies in a detour to the skin that the detour runs through", () => {
    const state = found.solute.at(-1)!;
    const k = found.index.territories.indexOf("armMedial_L");
    expect(tracerInTissue(found, state)[k]! - state.amount[k]!).toBeGreaterThan(1e-6);
  });

  it("shares a dose among the places it is injected into", () => {
    const both = examine(healthy, { inject: ["handDorsum_L", "handDorsum_R"] });
    expect(both.findings.depot.share[0]).toBeCloseTo(1, 9);
    expect(arrival(both, "AXLAT_L")).toBeCloseTo(arrival(both, "AXLAT_R"), 6);
  });
});

describe("the data behind a tracer", () => {
  it("gives every vessel and every node some lymph", () => {
    const body = healthyBody();
    const spaces = lymphSpaces(body);
    const kinds = [spaces.drain, spaces.junction, spaces.edge, spaces.anastomosis];
    for (const volumes of kinds) expect(Math.min(...volumes)).toBeGreaterThan(0);
    expect(body.drainTo.length).toBe(spaces.drain.length);
  });

  it("names a source or the word assumed for every number", () => {
    for (const { id, name, about, size, ...numbers } of tracers) {
      expect([id, name, about, size].every((text) => text.length > 0)).toBe(true);
      for (const { provenance, source } of Object.values(numbers)) {
        expect(["source", "textbook", "computed", "assumed"]).toContain(provenance);
        expect(source.length, id).toBeGreaterThan(5);
      }
    }
  });

  it("is asked for by name and time, or refused in one message", () => {
    expect(examineBody(healthy, { inject: ["handDorsun_L"] })).toMatchObject({
      ok: false,
      code: "reference/unknown",
      path: "inject",
      hint: "Did you mean handDorsum_L?",
    });
    expect(examineBody(healthy, { inject: [] })).toMatchObject({ code: "field/missing", path: "inject" });
    const hand = { inject: ["handDorsum_L"] };
    expect(examineBody(healthy, { ...hand, tracer: "gold" })).toMatchObject({ code: "reference/unknown" });
    expect(examineBody(healthy, { ...hand, for: 0 })).toMatchObject({ code: "param/out-of-range", path: "for" });
    expect(examineBody(healthy, { ...hand, at: -1 })).toMatchObject({ code: "param/out-of-range", path: "at" });
  });

  it("is the same again", () => {
    const [a, b] = [examine(healthy, { for: hour }), examine(healthy, { for: hour })];
    expect(a.solute).toEqual(b.solute);
    expect(a.record).toEqual(b.record);
  });
});
