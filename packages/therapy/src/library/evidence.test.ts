import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { evidence, gradeWords, indicationSchema, indicationsFor } from "./evidence.ts";

describe("evidence", () => {
  it("says for every condition what is unknown, in words for everyone too, as a draft", () => {
    const ids = evidence.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { plain, say, unknown, reviewStatus } of evidence.items) {
      expect(plain).not.toBe(say);
      expect(unknown.length).toBeGreaterThan(0);
      expect(reviewStatus).toBe("draft");
    }
  });

  it("covers every indication the subject names", () => {
    const named = ["lymphedema", "fibromyalgia", "migraine", "sinusitis", "fatigue", "psoriasis", "dermatitis"];
    for (const word of [...named, "arthritis", "stress", "pain"])
      expect(unwrap(indicationsFor(word)), word).not.toEqual([]);
  });

  it("promises nothing: no wording says that an effect will come or how long it lasts", () => {
    for (const { plain, say } of evidence.items) {
      expect(`${plain} ${say}`).not.toMatch(/\b(will|guarante|cures?|lasts? (for )?\d)/i);
    }
  });

  it("states the placebo-controlled trial with its numbers", () => {
    const [arm] = unwrap(indicationsFor("arm_lymphedema"));
    expect(arm?.studies.join(" ")).toContain("23.3/20.9/24.8 %");
  });

  it("finds a condition by id, by its own words and by a common word that several share", () => {
    const found = (word: string) => unwrap(indicationsFor(word)).map(({ id }) => id);
    expect(found("migraine")).toEqual(["migraine"]);
    expect(found("Psoriasis, dermatitis")).toEqual(["psoriasis_dermatitis"]);
    expect(found(" Lymphedema ")).toEqual(["arm_lymphedema", "head_neck_lymphedema"]);
    expect(indicationsFor("fybromyalgia")).toMatchObject({ hint: "Did you mean fibromyalgia?" });
  });

  it("puts grades into words", () => {
    expect(gradeWords("N/B")).toBe("evidence against an added benefit; some trials, small or mixed");
    expect(gradeWords("B-")).toBe("weak: some trials, small or mixed");
    expect(gradeWords("contraindicated unless cleared")).toBe("contraindicated unless cleared");
  });

  it("takes a correction beside the record, with its date, both wordings and its source", () => {
    const [record] = evidence.items;
    const correction = { date: "2026-11-22", was: "n=83", now: "n=84", source: "the paper", by: "A. Example" };
    expect(indicationSchema.safeParse({ ...record, corrections: [correction] }).success).toBe(true);
    const { was: _was, ...rewritten } = correction;
    expect(indicationSchema.safeParse({ ...record, corrections: [rewritten] }).success).toBe(false);
    expect(indicationSchema.safeParse({ ...record, corrections: [{ ...correction, date: "22.11." }] }).success).toBe(
      false,
    );
  });
});
