import { globSync } from "node:fs";
import path from "node:path";
import { type SigmoidValve, sigmoidResistance } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { slug } from "../docs/.vitepress/slug.ts";
import { fillTables, findPageProblems, headTables } from "./docs-pages.ts";
import { root } from "./process.ts";

const head =
  "/**\n * Law.\n *\n *   y = a x\n *\n * | a | unit |\n * | - | ---- |\n * | 2 | m    |\n *\n * Source.\n */\nconst x = 1;\n";

describe("tables of the pages", () => {
  it("are those at the head of a source file", () => {
    expect(headTables(head)).toBe("| a | unit |\n| - | ---- |\n| 2 | m    |");
    expect(headTables("const x = 1;")).toBe("");
  });

  it("are written between their marks, and nothing else is", () => {
    const page = "before\n<!-- table law.ts -->\nold\n<!-- /table -->\nafter";
    const written = fillTables(page, () => head);
    expect(written).toBe(
      "before\n<!-- table law.ts -->\n\n| a | unit |\n| - | ---- |\n| 2 | m    |\n\n<!-- /table -->\nafter",
    );
    expect(fillTables(written, () => head)).toBe(written);
  });
});

describe("anchors", () => {
  it("are made as code hosts make them", () => {
    expect(slug("15. Lateral systolic pressure, with `free` flow")).toBe("15-lateral-systolic-pressure-with-free-flow");
  });
});

describe("every page of docs", () => {
  it.each(
    globSync("docs/{*,theory/*}.md", { cwd: root })
      .map((file) => file.split(path.sep).join("/"))
      .toSorted(),
  )("%s holds what it promises: tables, cited tests, links", (file) => {
    expect(findPageProblems(root, file)).toEqual([]);
  });
});

describe("numbers of the theory", () => {
  it("the published sigmoid opens at 17.8 Pa, and not at −7 Pa", () => {
    const law: SigmoidValve = { law: "sigmoid", open: 6e7, closed: 1.2e12, slope: 0.4, opening: -7, fold: "allow" };
    const { resistance } = sigmoidResistance(law);
    expect(resistance(-7) / law.closed).toBeCloseTo(0.5, 3);
    expect(resistance(17.8) / law.open).toBeCloseTo(2, 1);
  });
});
