import { evidence } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { pageText } from "../output/page.ts";
import { plainStyle } from "../output/style.ts";
import { indicationBlocks } from "../present/evidence.ts";
import { openlymph, shapeOf } from "../testing/run-cli.ts";

describe("openlymph evidence", () => {
  it("lists the conditions with their grades", () => {
    const { code, out } = openlymph("evidence");
    expect(code).toBe(0);
    expect(out).toMatch(/^DRAFT: evidence/m);
    for (const { id } of evidence.items) expect(out).toMatch(new RegExp(`^${id} `, "m"));
  });

  it("shows grade, trials with numbers and what is unknown, for professionals and in plain words", () => {
    const { out } = openlymph("evidence", "migraine");
    for (const words of ["Grade C: one small trial", "-1.8 MLD, -1.3 massage, -0.4 wait", "What is not known"]) {
      expect(out).toContain(words);
    }
    const [migraine] = evidence.items.filter(({ id }) => id === "migraine");
    const plain = openlymph("evidence", "migraine", "--plain").out.replaceAll(/\s+/g, " ");
    expect(plain).toContain(migraine?.plain);
    expect(plain).not.toContain(migraine?.say);
  });

  it("takes words of several parts, and shows every condition that shares a word", () => {
    expect(openlymph("evidence", "head", "and", "neck").out).toMatch(/^Drainage for: head and neck/);
    expect(JSON.parse(openlymph("evidence", "pain", "--json").out).conditions.length).toBeGreaterThan(2);
  });

  it("keeps the shape of its JSON", () => {
    expect(shapeOf(JSON.parse(openlymph("evidence", "migraine", "--json").out))).toMatchInlineSnapshot(`
      {
        "conditions": [
          {
            "condition": "string",
            "corrections": [],
            "grade": "string",
            "gradeWords": "string",
            "id": "string",
            "plain": "string",
            "reviewStatus": "string",
            "say": "string",
            "studies": [
              "string",
            ],
            "unknown": [
              "string",
            ],
            "version": "number",
          },
        ],
        "durationOfEffect": [
          {
            "fact": "string",
            "source": "string",
          },
        ],
        "format": "string",
        "marks": [
          "string",
        ],
        "record": {
          "format": "string",
          "parameterHash": "string",
          "program": "string",
          "seed": "number",
        },
      }
    `);
  });

  it("shows corrections beside the record, which stays as it was", () => {
    const [record] = evidence.items;
    const correction = { date: "2026-11-22", was: "n=83", now: "n=84", source: "the paper", by: "A. Example" };
    const page = pageText(indicationBlocks({ ...record!, corrections: [correction] }, false), plainStyle);
    expect(page).toMatch(/^CORRECTED: arm_lymphedema/m);
    expect(page).toContain('2026-11-22, A. Example: "n=83" should read "n=84" (the paper).');
    expect(page.replaceAll(/\s+/g, " ")).toContain("2 RCT, n=83");
  });

  it("suggests the closest condition", () => {
    const { code, err } = openlymph("evidence", "migrane");
    expect(code).toBe(2);
    expect(err).toContain("Did you mean migraine?");
  });
});
