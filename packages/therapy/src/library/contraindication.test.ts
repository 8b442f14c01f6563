import { describe, expect, it } from "vitest";
import contraindicationsJson from "../../data/contraindications.json" with { type: "json" };
import dailyJson from "../../data/daily-check.json" with { type: "json" };
import {
  actions,
  contraindicationById,
  contraindicationLibrarySchema,
  contraindications,
  contraindicationsById,
  decisionOf,
  contraindicationLibrary as library,
  mostSevere,
} from "./contraindication.ts";
import { dailyLibrarySchema } from "./daily-check.ts";
import { regionsById } from "./region.ts";

const ruleIds = contraindications.map(({ id }) => id);
const followUps = contraindications.flatMap(({ followUp }) => followUp ?? []);
const dailyIds = library.dailyCheck.items.map(({ id }) => id);

describe("the screening rules", () => {
  it("meet their schema", () => {
    const { _about, ...daily } = dailyJson;
    const all = { ...contraindicationsJson, ...daily };
    expect(dailyLibrarySchema.safeParse(dailyJson).error?.issues ?? []).toEqual([]);
    expect(contraindicationLibrarySchema.safeParse(all).error?.issues ?? []).toEqual([]);
    expect(library).toEqual(all);
    const [first, ...rest] = all.items;
    for (const field of ["sources", "evidence", "reviewStatus", "question", "action"] as const) {
      const { [field]: _left, ...without } = first!;
      const items = [without, ...rest];
      expect(contraindicationLibrarySchema.safeParse({ ...all, items }).success, field).toBe(false);
    }
  });

  it("are 57 with ids of their own, all drafts", () => {
    expect(contraindications).toHaveLength(57);
    const all = [...ruleIds, ...followUps.map(({ id }) => id), ...dailyIds];
    expect(new Set(all).size).toBe(all.length);
    expect(contraindications.every(({ reviewStatus }) => reviewStatus === "draft")).toBe(true);
  });

  it("name only sources, places, regions and rules that exist", () => {
    const cited = [
      ...contraindications,
      ...followUps,
      ...library.engineRules.escalations,
      ...library.restart,
      library.dailyCheck,
      library.screenAgain,
    ].flatMap(({ sources }) => sources);
    for (const key of cited) expect(library.sources, key).toHaveProperty(key);
    for (const { avoidRegions = [], modify } of contraindications) {
      for (const place of [...avoidRegions, ...(modify?.avoidRegions ?? [])])
        expect(library.places).toHaveProperty(place);
    }
    for (const [id, { regions, ofThePerson }] of Object.entries(library.places)) {
      for (const region of regions) expect(regionsById.has(region), region).toBe(true);
      expect(regions.length > 0, id).toBe(ofThePerson !== true);
    }
    for (const { yes } of library.dailyCheck.items) {
      for (const rule of yes) expect([...ruleIds, library.screenAgain.id]).toContain(rule);
    }
    for (const escalation of library.engineRules.escalations) {
      for (const id of escalation.if.flat()) expect([...ruleIds, ...dailyIds]).toContain(id);
    }
    for (const { rule, needs } of library.restart) {
      expect(ruleIds).toContain(rule);
      for (const sign of needs) expect(library.restartSigns).toHaveProperty(sign);
    }
  });

  it("are compared with lists that were read, each row with its rule, each rule in one row at most", () => {
    const { rows, verdicts } = library.comparison;
    expect(rows).toHaveLength(14);
    const compared = rows.flatMap(({ rules }) => rules);
    for (const rule of compared) expect(ruleIds).toContain(rule);
    expect(new Set(compared).size).toBe(compared.length);
    for (const { lists } of rows) {
      for (const [source, { says, verdict }] of Object.entries(lists)) {
        expect(library.sources).toHaveProperty(source);
        expect(verdicts).toHaveProperty(verdict);
        expect(verdict === "absolute", says).toBe(/^(absolute|abdomen absolute)/.test(says));
      }
    }
  });

  it("name regions wherever a region is what they ask to avoid", () => {
    for (const { id, action, avoidRegions } of contraindications) {
      if (action === "AVOID_REGION") expect(avoidRegions, id).toBeDefined();
    }
  });

  it("never block by age, poor circulation, removed nodes or a second leg at risk", () => {
    for (const id of library.engineRules.neverBlockAlone)
      expect(contraindicationsById.get(id)?.action, id).toBe("INFO");
  });

  it("have words for every action, which lock the session from a hold upward", () => {
    for (const action of actions) {
      const wording = library.wording.find(({ id }) => id === action);
      expect(wording?.locks, action).toBe(["EMERGENCY", "STOP_SAME_DAY", "HOLD_CLEARANCE"].includes(action));
    }
    expect(library.actions.map(({ id, decision }) => [id, decision])).toEqual(
      actions.map((action) => [action, decisionOf(action)]),
    );
  });

  it("name no drug", () => {
    const drugs =
      /cillin|mycin|cycline|floxacin|cephal|cefal|heparin|warfarin|xaban|gatran|aspirin|furosemid|predni|dexameth|paracetamol|ibuprofen|metformin|tamoxifen/i;
    expect(JSON.stringify(library)).not.toMatch(drugs);
  });
});

describe("lookups", () => {
  it("suggest the closest rule", () => {
    expect(contraindicationById("celulitis")).toMatchObject({ hint: "Did you mean cellulitis?" });
    expect(contraindicationById("dvt")).toMatchObject({ ok: true, value: { label: "Acute deep vein thrombosis" } });
  });

  it("rank actions", () => {
    expect(mostSevere([])).toBe("INFO");
    expect(mostSevere(["MODIFY", "AVOID_REGION"])).toBe("AVOID_REGION");
  });
});
