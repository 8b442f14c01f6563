import { hour, unwrap } from "@openlymph/base";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import type { Examination } from "../examination.ts";
import { examineBody } from "../examine.ts";
import { tracerLight } from "./tracer-light.ts";

const head = "format: openlymph/history@1\ntitle: t\nasOf: 2026-06-30\nprovenance: { tag: assumed, source: a test }\n";
const examine = (yaml: string, tracer: string, hours: number): Examination =>
  unwrap(
    examineBody(unwrap(parseHistory(`${head}${yaml}`, "t")), { inject: ["handDorsum_L"], tracer, for: hours * hour }),
  );
const into: Readonly<Record<string, string>> = { digitsHand_L: "faMedian_L", faMedian_L: "armMedialB_L" };
const light = (found: Examination, at: number) => tracerLight(found, at, (id) => into[id]);

describe("the light of a tracer", () => {
  const found = examine("", "nanocolloid", 2);
  const last = found.times.length - 1;

  it("is only in the injected skin at first", () => {
    expect(light(found, 0)).toEqual({ strands: {}, nodes: {}, territories: { handDorsum_L: 1 } });
  });

  it("runs along the arm with the flow: never brighter farther on, and farther a little later", () => {
    const early = found.times.findIndex((time) => time >= 120);
    const way = (at: number) =>
      ["digitsHand_L", "faMedian_L", "armMedialB_L"].flatMap((id) => light(found, at).strands[id] ?? [0]);
    for (const at of [early, early + 2, last]) {
      way(at)
        .slice(1)
        .forEach((bright, n) => {
          expect(bright).toBeLessThanOrEqual(way(at)[n]! + 1e-9);
        });
    }
    expect(way(early).at(-1)).toBeLessThan(way(last).at(-1)!);
    expect(way(last).at(-1)).toBeGreaterThan(0.8);
  });

  it("lies between dark and bright, and is dark where less came than is seen", () => {
    const { strands, nodes, territories } = light(found, last);
    const all = [...Object.values(strands).flat(), ...Object.values(nodes), ...Object.values(territories)];
    expect(Math.max(...all)).toBeLessThanOrEqual(1);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(nodes["AXLAT_L"]).toBeGreaterThan(nodes["AXAP_L"]!);
    expect(nodes["BRA_L"]).toBeUndefined();
    expect(Object.keys(territories)).toEqual(["handDorsum_L"]);
  });

  it("shows skin through which tracer flows back", () => {
    const operated =
      "procedures:\n  - { procedure: ALND_I_III, side: left, date: 2025-06-30 }\nassume:\n  - { pumpStrength: 0.5, limb: arm, side: left, from: procedures }\n  - { bypass: 0.01 }\n";
    const swollen = examine(operated, "icg", 12);
    expect(light(swollen, swollen.times.length - 1).territories["forearmRadial_L"]).toBeGreaterThan(0.2);
  });
});
