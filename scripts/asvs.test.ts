/** The table of the OWASP ASVS: whole, without doubles, and every row leads to a test, a file or a heading that is there. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { slug } from "../docs/.vitepress/slug.ts";
import { root } from "./process.ts";

const said = z.string().min(3);
const about = { id: z.string().regex(/^V\d+\.\d+\.\d+$/), level: z.literal([1, 2]), asks: said, note: said.optional() };
const schema = z.strictObject({
  format: z.literal("openlymph/asvs@1"),
  standard: said,
  requirements: z.array(
    z.discriminatedUnion("state", [
      z.strictObject({
        ...about,
        state: z.literal("met"),
        by: z.array(z.strictObject({ file: said, test: said.optional() })).min(1),
      }),
      z.strictObject({ ...about, state: z.literal("not applicable"), why: said }),
      z.strictObject({ ...about, state: z.literal("deployment"), where: said }),
      z.strictObject({ ...about, state: z.literal("open"), why: said }),
    ]),
  ),
});

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const { requirements } = schema.parse(JSON.parse(read("docs/security/asvs.json")));

/** Requirements of level 1 and of level 2 in each chapter of ASVS 5.0.0. */
const chapters: readonly (readonly [first: number, second: number])[] = [
  ...([
    [8, 19],
    [4, 7],
    [8, 11],
    [2, 8],
    [4, 5],
    [13, 22],
    [6, 12],
    [4, 3],
    [4, 3],
  ] as const),
  ...([
    [5, 24],
    [3, 11],
    [3, 6],
    [1, 12],
    [2, 7],
    [3, 10],
    [0, 16],
    [0, 7],
  ] as const),
];

/** A title stands in its file as the first thing that is handed to a call. */
function hasTest(text: string, title: string): boolean {
  const quoted = ['"', "'", "`"].map((mark) => `${mark}${title}${mark}`);
  return quoted.some((each) => {
    const at = text.indexOf(each);
    return at > 0 && text.slice(0, at).trimEnd().endsWith("(");
  });
}

describe("the table of the ASVS", () => {
  it("holds every requirement of levels 1 and 2 once", () => {
    const ids = requirements.map(({ id }) => id);
    expect(ids.length - new Set(ids).size).toBe(0);
    const found = chapters.map((_, n) =>
      [1, 2].map(
        (level) => requirements.filter((each) => each.id.startsWith(`V${n + 1}.`) && each.level === level).length,
      ),
    );
    expect(found).toEqual(chapters);
  });

  it("leads to tests and files that are there", () => {
    const missing = requirements.flatMap((each) => {
      const by = each.state === "met" ? each.by : [];
      return by.flatMap(({ file, test }) => {
        if (!existsSync(path.join(root, file))) return [`${each.id}: no file ${file}`];
        if (test === undefined || hasTest(read(file), test)) return [];
        return [`${each.id}: ${file} has no test “${test}”`];
      });
    });
    expect(missing).toEqual([]);
  });

  it("names for each duty of the operator a heading that tells it", () => {
    const missing = requirements.flatMap((each) => {
      const [file = "", anchor] = each.state === "deployment" ? each.where.split("#") : [];
      if (each.state !== "deployment") return [];
      const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
      return headings.includes(anchor ?? "") ? [] : [`${each.id}: ${each.where}`];
    });
    expect(missing).toEqual([]);
  });

  it("is counted on the page as it is", () => {
    const words = { met: "met", "not applicable": "not applicable", deployment: "duty of the operator", open: "open" };
    const lines = Object.entries(words).map(
      ([state, word]) => `| ${word} | ${requirements.filter((each) => each.state === state).length} |`,
    );
    expect(read("docs/security.md")).toContain(lines.join("\n"));
  });
});
