import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anatomy,
  anatomyData,
  checkAnatomy,
  combinedEffect,
  estimates,
  isEstimate,
  limbOf,
  limbs,
  limbTerritories,
  limbVolume,
  mapDirection,
  mapDistance,
  mirrored,
  neighboursAcross,
  nextNode,
  procedureEffect,
  routeToVenousAngle,
  sourcesOf,
} from "./index.ts";

/** The data with one record of a list changed. */
function changed<K extends "edges" | "territories" | "nodeGroups" | "collectors">(
  kind: K,
  id: string,
  change: Partial<(typeof anatomyData)[K][number]>,
) {
  const records = anatomyData[kind].map((record) => (record.id === id ? { ...record, ...change } : record));
  return { ...anatomyData, [kind]: records };
}

describe("checkAnatomy", () => {
  it("passes on the shipped network and meets the known totals", () => {
    const summary = unwrap(checkAnatomy(anatomyData));
    expect(summary).toMatchObject({ nodes: 120, edges: 198, territories: 127 });
    // Guyton: thoracic duct 100 mL/h and about 20 mL/h by other channels.
    expect(summary.lymphMlPerH).toBeGreaterThan(110);
    expect(summary.lymphMlPerH).toBeLessThan(130);
  });

  it("finds a planted circle and names it", () => {
    const failure = checkAnatomy(changed("edges", "JT_L>TD_ARCH", { to: "DLC3_L" }));
    expect(failure).toMatchObject({ ok: false, code: "graph/cycle" });
    expect(failure).toHaveProperty("value", expect.stringMatching(/DLC3_L > .*JT_L > DLC3_L|JT_L > DLC3_L .*JT_L/));
  });

  it("finds a fraction that is wrong", () => {
    const drainage = [
      { to: "AXLAT_L", fraction: 0.9 },
      { to: "AXCEN_L", fraction: 0.2 },
    ];
    expect(checkAnatomy(changed("territories", "armMedial_L", { drainage }))).toMatchObject({
      path: "territories.armMedial_L.drainage",
      value: expect.closeTo(1.1),
    });
  });

  it.each([
    ["a share that does not sum to 1", changed("edges", "OCC_L>ACC_L", { share: 0.5 }), "nodeGroups.OCC_L"],
    ["a way to nowhere", changed("edges", "OCC_L>ACC_L", { to: "ACC" }), "edges.OCC_L>ACC_L.to"],
    ["an unknown source", changed("edges", "OCC_L>ACC_L", { source: ["NOBODY"] }), "source"],
    ["a side that differs", changed("territories", "armMedial_L", { volumeL: 0.2 }), "territories.armMedial_"],
    ["an id used twice", changed("nodeGroups", "OCC_L", { id: "ACC_L" }), "nodeGroups.ACC_L"],
    ["a field of the wrong type", changed("edges", "OCC_L>ACC_L", { share: Number.NaN }), "edges.0.share"],
    [
      "a neighbour that does not name it back",
      changed("territories", "armMedial_L", { neighbours: [] }),
      "territories.armMedial_",
    ],
  ])("finds %s", (_name, data, path) => {
    expect(checkAnatomy(data)).toMatchObject({ ok: false, path: expect.stringContaining(path) });
  });
});

describe("routeToVenousAngle", () => {
  it("leads the back of the hand through the axilla to the venous angle of its side", () => {
    const route = unwrap(routeToVenousAngle("handDorsum_L"));
    expect(route.main.hops.map(({ to }) => to)).toEqual(["AXLAT_L", "AXCEN_L", "AXAP_L", "SCT_L", "TD_ARCH", "VA_L"]);
    expect(route.main.share).toBeCloseTo(0.745 * 0.7 * 0.9);
    expect(route.through["CUB_L"]).toBeCloseTo(0.125);
    expect(route.toAngle.VA_L).toBeCloseTo(1);
  });

  it("takes the right arm to the right and the right leg to the left venous angle", () => {
    expect(unwrap(routeToVenousAngle("handDorsum_R")).toAngle.VA_R).toBeCloseTo(1);
    expect(unwrap(routeToVenousAngle("footDorsumMedial_R")).toAngle.VA_L).toBeCloseTo(1);
  });

  it("accounts for all lymph, whatever is half closed", () => {
    const open = fc.dictionary(
      fc.constantFrom(...anatomy.nodeGroups.filter(({ kind }) => kind === "nodeGroup").map(({ id }) => id)),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...anatomy.territories.map(({ id }) => id)), open, (id, closed) => {
        const route = unwrap(routeToVenousAngle(id, { closed }));
        expect(route.toAngle.VA_L + route.toAngle.VA_R).toBeCloseTo(1, 9);
        expect(route.all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { hops } of route.all) {
          expect(hops[0]?.from).toBe(id);
          for (const { distanceCm } of hops) expect(distanceCm).toBeLessThan(120);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("sends lymph past a closed group, and less through a half closed one", () => {
    const healthy = unwrap(routeToVenousAngle("forearmRadial_L"));
    const operated = unwrap(routeToVenousAngle("forearmRadial_L", { closed: { AXLAT_L: 0.1, AXCEN_L: 0 } }));
    expect(operated.through["AXCEN_L"]).toBeUndefined();
    expect(operated.through["AXLAT_L"]).toBeLessThan(healthy.through["AXLAT_L"] ?? 0);
    expect(operated.through["DPEC_L"]).toBeGreaterThan(healthy.through["DPEC_L"] ?? 0);
  });

  it("says so when no way is left", () => {
    expect(routeToVenousAngle("kidney_L", { closed: { LUMB_L: 0 } })).toMatchObject({ code: "graph/disconnected" });
  });

  it("refuses unknown names and impossible shares", () => {
    expect(routeToVenousAngle("handDorsum")).toMatchObject({
      code: "reference/unknown",
      hint: expect.stringMatching(/handDorsum_[LR]/),
    });
    expect(routeToVenousAngle("handDorsum_L", { closed: { AXLAT: 0 } })).toMatchObject({ code: "reference/unknown" });
    expect(routeToVenousAngle("handDorsum_L", { closed: { AXLAT_L: 2 } })).toMatchObject({
      code: "param/out-of-range",
    });
    expect(routeToVenousAngle("handDorsum_L", { closed: { AXLAT_L: Number.NaN } })).toMatchObject({
      code: "param/not-finite",
    });
  });
});

describe("procedureEffect", () => {
  it("removes on the operated side only", () => {
    const effect = unwrap(procedureEffect("ALND_I_III", "L"));
    expect(effect.removed).toEqual({
      AXANT_L: 0.97,
      AXPOST_L: 0.95,
      AXLAT_L: 0.85,
      AXCEN_L: 1,
      AXAP_L: 0.85,
      IPEC_L: 0.9,
      PMAM_L: 0.5,
    });
    expect(effect.fibrosis).toEqual({});
  });

  it("takes both sides for a pelvic dissection, and unpaired groups once", () => {
    const effect = unwrap(procedureEffect("PLND_SUPER"));
    expect(effect.removed).toMatchObject({ EILI_L: 0.97, EILI_R: 0.97, SAC: 0.8 });
    expect(unwrap(procedureEffect("TD_LIGATION")).removed).toEqual({ TD_UP: 1 });
  });

  it("gives only the radiotherapy of a combined procedure", () => {
    const effect = unwrap(procedureEffect("ALND_RLNR", "R", "radiotherapy"));
    expect(effect).toEqual({
      removed: {},
      fibrosis: { AXLAT_R: 0.3, AXAP_R: 0.6, SCLAV_R: 0.6, PSTERN_R: 0.4 },
      cutCollectors: [],
    });
  });

  it("names the collectors that are cut", () => {
    expect(unwrap(procedureEffect("GSV_HARVEST", "both")).cutCollectors).toEqual([
      "vmCalf_L",
      "vmCalf_R",
      "vmThigh_L",
      "vmThigh_R",
    ]);
  });

  it.each([
    ["a missing side", procedureEffect("ALND_I_II"), "field/missing"],
    ["an unknown procedure", procedureEffect("ALND_II", "L"), "reference/unknown"],
    ["a side for an unpaired vessel", procedureEffect("TD_LIGATION", "L"), "field/invalid"],
    ["radiotherapy of an operation without it", procedureEffect("ALND_I_II", "L", "radiotherapy"), "field/invalid"],
    ["a side that does not exist", procedureEffect("ALND_I_II", "X" as "L"), "field/invalid"],
  ])("refuses %s and says what is allowed", (_name, result, code) => {
    expect(result).toMatchObject({ ok: false, code, expected: expect.stringMatching(/.{5}/) });
  });

  it("adds up procedures in any order", () => {
    const [a, b] = [unwrap(procedureEffect("SLNB_AX", "L")), unwrap(procedureEffect("AXRT", "L"))];
    expect(combinedEffect([a, b]).removed["AXANT_L"]).toBeCloseTo(1 - 0.7 * 0.7);
    const { removed, fibrosis } = combinedEffect([b, a]);
    expect(combinedEffect([a, b])).toMatchObject({ removed, fibrosis });
  });
});

describe("neighboursAcross", () => {
  it("finds the other half of the chest across the midline, bridged by the axillo-axillary link", () => {
    const across = unwrap(neighboursAcross("chestUpper_L"));
    const other = across.find(({ territory }) => territory.id === "chestUpper_R");
    expect(other?.watershed.id).toBe("sagittalAnterior");
    expect(other?.bridges.map(({ id }) => id)).toContain("AAA");
    for (const { watershed } of across) expect(watershed.resistanceFactorGuess).toBeGreaterThan(1);
  });

  it("refuses an unknown territory, and finds none around deep tissue", () => {
    expect(neighboursAcross("chestUpper")).toMatchObject({ code: "reference/unknown" });
    expect(unwrap(neighboursAcross("deepArm_L"))).toEqual([]);
  });
});

describe("nextNode", () => {
  it("points from the hand up and inward to the axilla", () => {
    const next = unwrap(nextNode("handDorsum_L"));
    expect(next.node.id).toBe("AXLAT_L");
    expect(next.words).toMatch(/^up/);
    expect(next.distanceCm).toBeGreaterThan(35);
    expect(next.distanceCm).toBeLessThan(80);
    expect(Math.hypot(next.direction.x, next.direction.y)).toBeCloseTo(1);
    expect(next.estimated.map(({ field }) => field)).toContain("distanceCm");
  });

  it("goes to the next open group", () => {
    expect(unwrap(nextNode("handDorsum_L", { closed: { AXLAT_L: 0 } })).node.id).toBe("CUB_L");
    expect(nextNode("kidney_L", { closed: { LUMB_L: 0 } })).toMatchObject({ code: "graph/disconnected" });
  });

  it("is the mirror image on the other side", () => {
    for (const { id, side } of anatomy.territories) {
      if (side === "M") continue;
      const [left, right] = [unwrap(nextNode(id)), unwrap(nextNode(mirrored(id)))];
      expect(right.node.id).toBe(mirrored(left.node.id));
      expect(right.distanceCm).toBeCloseTo(left.distanceCm, 6);
      expect(right.direction.x).toBeCloseTo(-left.direction.x, 6);
    }
  });
});

describe("the map", () => {
  it("has the person's left on the right of the front and on the left of the back", () => {
    expect(mapDistance({ view: "front", x: 0.6, y: 0.3 }, { view: "back", x: 0.4, y: 0.3 })).toBeCloseTo(0);
    expect(mapDistance({ view: "front", x: 0.6, y: 0.3 }, { view: "front", x: 0.4, y: 0.3 }, 2)).toBeCloseTo(0.2);
    expect(mapDirection({ view: "back", x: 0.4, y: 0.3 }, { view: "front", x: 0.7, y: 0.3 }).x).toBeCloseTo(-1);
  });
});

describe("limbs", () => {
  it("give the arm 3.58 litres and leave the gluteal region to the trunk", () => {
    expect(limbVolume("arm_L")).toBeCloseTo(3.58e-3, 5);
    expect(limbTerritories("leg_R")).not.toContain("deepGluteal_R");
    expect(limbOf("glutealLateral_L")).toBeUndefined();
    expect(limbOf("deepArm_R")).toBe("arm_R");
    expect(limbVolume("leg_L")).toBe(limbVolume("leg_R"));
    expect(limbs.flatMap(limbTerritories)).toHaveLength(new Set(limbs.flatMap(limbTerritories)).size);
  });
});

describe("estimates", () => {
  it("mark every share, and keep the sources", () => {
    const edge = anatomy.byId.edges.get("OCC_L>ACC_L");
    const hand = anatomy.byId.territories.get("handDorsum_L");
    expect(edge && estimates(edge)).toEqual([{ field: "share", basis: expect.stringContaining("own estimate") }]);
    expect(hand && estimates(hand)[0]).toEqual({ field: "drainage", basis: hand?.fractionBasis });
    expect(hand && sourcesOf(hand).every(({ citation }) => citation.length > 0)).toBe(true);
    const vessel = anatomy.byId.nodeGroups.get("TD_UP");
    expect(vessel && isEstimate(vessel)).toBe(false);
  });
});
