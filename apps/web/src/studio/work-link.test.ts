import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWork, writeWork } from "./work-kept.ts";
import { isWorkLink, linkOf, workOf } from "./work-link.ts";

const work = {
  history: { file: "arm.yaml" },
  plan: { file: "mine.yaml", text: "title: Ärmel – 30 mmHg\nsteps: []\n" },
};

describe("work as a link", () => {
  it("comes back as it was, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 400 }), async (text) => {
        const own = { ...work, plan: { file: "p.yaml", text } };
        const link = await linkOf(own);
        expect(link).toMatch(/^#work1=[\w-]*$/);
        expect(await workOf(link)).toEqual(own);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it("is nothing where it was cut, changed, or is no such link", async () => {
    const link = await linkOf(work);
    expect(isWorkLink(link)).toBe(true);
    expect(isWorkLink("#plan")).toBe(false);
    for (const broken of [link.slice(0, -9), link.replace("=", "=AAAA"), "#work1=", "#work1=%%%"]) {
      expect(await workOf(broken)).toBeUndefined();
    }
  });
});

describe("kept work", () => {
  it("is not read in another version or with something missing", () => {
    expect(readWork(writeWork(work))).toEqual(work);
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      '{"version":2}',
      '{"version":1,"history":{"file":3},"plan":{"file":"a"}}',
    ]) {
      expect(readWork(text)).toBeUndefined();
    }
  });
});
