import { programVersion } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWork, type Work, writeWork } from "./work-kept.ts";
import { isWorkLink, linkOf, workOf } from "./work-link.ts";
import type { WorkView } from "./work-view.ts";

const work = {
  history: { file: "arm.yaml" },
  plan: { file: "mine.yaml", text: "title: Ärmel – 30 mmHg\nsteps: []\n" },
};

const named = fc.record(
  { file: fc.string(), text: fc.string({ unit: "grapheme", maxLength: 400 }) },
  { requiredKeys: ["file"] },
);
const follow = fc.constantFrom("day", "week", "month");
const view = fc.record(
  {
    moment: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((time) => time + 0),
    run: fc.constantFrom("with", "without"),
    pairing: fc.constantFrom("runs", "plans"),
    follow,
    planA: fc.record({ plan: named, history: named, follow }),
    bodies: fc.record({ count: fc.integer({ min: 1, max: 400 }), seed: fc.nat() }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<WorkView>;
const anyWork: fc.Arbitrary<Work> = fc.record({ history: named, plan: named, view });

describe("work as a link", () => {
  it("comes back as it was, whatever is in it and whatever is looked at", async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, async (own) => {
        const link = await linkOf(own);
        expect(link).toMatch(/^#work1=[\w-]*$/);
        const { view: looked = {}, ...files } = own;
        const back = await workOf(link);
        expect(back).toEqual({
          ...files,
          program: programVersion,
          ...(Object.keys(looked).length === 0 ? {} : { view: looked }),
        });
      }),
      { seed: 5, numRuns: 100 },
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

  it("of the first version still opens", () => {
    const old = '{"version":1,"history":{"file":"arm.yaml"},"plan":{"file":"p.yaml","text":"x"}}';
    expect(readWork(old)).toEqual({ history: { file: "arm.yaml" }, plan: { file: "p.yaml", text: "x" } });
  });
});

describe("kept work", () => {
  it("is not read in another version or with something missing", () => {
    expect(readWork(writeWork(work))).toEqual({ ...work, program: programVersion });
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      '{"version":3,"program":"1","history":{"file":"b"},"plan":{"file":"a"}}',
      '{"version":2,"history":{"file":"b"},"plan":{"file":"a"}}',
      '{"version":1,"history":{"file":3},"plan":{"file":"a"}}',
    ]) {
      expect(readWork(text)).toBeUndefined();
    }
  });

  it("leaves out what it does not know of what was looked at, and never asks for endlessly many bodies", () => {
    const odd = { moment: "x", run: "both", follow: "toString", bodies: { count: 1e9, seed: 1 }, planA: { plan: {} } };
    const text = JSON.stringify({ version: 2, program: "9.9", ...work, view: { ...odd, pairing: "runs" } });
    expect(readWork(text)).toEqual({ ...work, program: "9.9", view: { pairing: "runs" } });
  });
});
