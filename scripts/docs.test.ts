import { globSync } from "node:fs";
import path from "node:path";
import { type SigmoidValve, sigmoidResistance } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { siteLink } from "../docs/.vitepress/site-link.ts";
import { slug } from "../docs/.vitepress/slug.ts";
import { headTables, withEquationBlocks } from "../docs/.vitepress/source-files.ts";
import { withSubscripts } from "../docs/.vitepress/symbols.ts";
import { fillTables, findPageProblems } from "./docs-pages.ts";
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

describe("links of a page", () => {
  const exists = (page: string) => page === "api/base/units.md";

  it("stay as they are within docs and outside the repository", () => {
    for (const href of ["valves.md#sigmoid", "../model.md", "#wall", "https://example.org", "/api/"]) {
      expect(siteLink("theory/index.md", href, exists)).toBe(href);
    }
  });

  it("lead from a source file to its page of the API reference, and nowhere from other files", () => {
    expect(siteLink("theory/index.md", "../../packages/base/src/units.ts#x", exists)).toBe("/api/base/units.md#x");
    expect(siteLink("theory/index.md", "../../packages/base/src/hidden.ts", exists)).toBeUndefined();
    expect(siteLink("cli.md", "../CONTRIBUTING.md", exists)).toBeUndefined();
  });
});

describe("heads of source files on a page", () => {
  it("have their equations in blocks", () => {
    expect(withEquationBlocks("Law.\n\n  y = a x\n  z = y²\n\nSource.")).toBe(
      "Law.\n\n```text\ny = a x\nz = y²\n```\n\nSource.",
    );
  });

  it("have subscripts where a symbol has one, and names left alone", () => {
    expect(withSubscripts("R_n and Δ_o, p_full; node_groups, a_b_c")).toBe(
      "R<sub>n</sub> and Δ<sub>o</sub>, p<sub>full</sub>; node_groups, a_b_c",
    );
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
