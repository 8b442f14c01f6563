import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { day, unwrap } from "@openlymph/base";
import { followNodes } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { nodeFigure } from "../figures/node-figure.ts";
import { nodePage } from "../report/node-page.ts";
import { healthy, infection } from "../testing/examples.ts";
import { readPage } from "../testing/read-page.ts";
import { freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

describe("openlymph body nodes", () => {
  const folder = freshFolder();
  const [figure, page] = ["nodes.svg", "nodes.html"].map((name) => path.join(folder, name)) as [string, string];
  const courseOf = (file: string, duration?: number) => {
    const history = unwrap(parseHistory(readFileSync(path.join(root, file), "utf8"), file));
    return [history, unwrap(followNodes(history, duration === undefined ? {} : { duration }))] as const;
  };
  const first = openlymph("body", "nodes", infection, "--json", "--figure", figure, "--report", page);

  it("gives sizes against their threshold and the books of the bacteria, with units", () => {
    expect(first.code).toBe(0);
    const report = JSON.parse(first.out);
    const lateral = report.nodes.find(({ node }: { node: string }) => node === "AXLAT_L");
    expect(lateral.largest.value).toBeGreaterThan(lateral.swollenFrom.value);
    expect(lateral.largest.unit).toBe("mm");
    expect(lateral.normalAgainAt.value).toBeGreaterThan(lateral.swollenAt.value);
    const { entered, born, killed, carriedOn, there } = report.bacteria;
    const rest = entered.value + born.value - killed.value - carriedOn.value - there.value;
    expect(Math.abs(rest) / (entered.value + born.value)).toBeLessThan(1e-9);
    expect(shapeOf(report)).toMatchSnapshot();
  });

  it("says what is assumed, and what it cannot tell", () => {
    const { out } = openlymph("body", "nodes", infection);
    expect(out).toContain("TEACHING MODEL");
    expect(out).toContain("Node groups that grew");
    expect(out).toContain("is assumed throughout");
    expect(openlymph("body", "nodes", healthy, "--for", "2d").out).toContain("No node group grows");
  });

  it("draws nodes against their thresholds, and bacteria on a logarithmic axis, the same bytes again", () => {
    const told = courseOf(infection);
    const svg = readFileSync(figure, "utf8");
    expect(svg).toBe(`${nodeFigure(...told)}\n`);
    expect(readFileSync(page, "utf8")).toBe(nodePage(...told));
    for (const words of [
      "Nodes in health",
      "when the left lateral axillary nodes are largest",
      "short axis (mm)",
      "1M",
    ]) {
      expect(svg).toContain(words);
    }
    expect(svg.match(/stroke-dasharray="6 4"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("writes a page with figure, tables, sources and run record", () => {
    const text = readPage(readFileSync(page, "utf8")).body.textContent;
    for (const words of [
      "DRAFT",
      "is assumed throughout",
      "Groups that count as swollen",
      "Node groups that grew",
      "Bacteria and debris in the body",
      "Sources and assumptions",
      JSON.parse(first.out).record.parameterHash,
    ]) {
      expect(text).toContain(words);
    }
  });

  it("draws a body in which no node grows", () => {
    expect(nodeFigure(...courseOf(healthy, day))).toContain("No node group grows");
  });

  it("refuses a figure it cannot draw before any work, and writes nothing", () => {
    const target = path.join(folder, "none.html");
    const { code, err } = openlymph(
      ...["body", "nodes", infection, "--for", "9999 d", "--figure", "nodes.gif", "--report", target],
    );
    expect({ code, written: existsSync(target) }).toEqual({ code: 2, written: false });
    expect(err).toContain("ends in .svg or .png");
  });

  it("refuses a time that cannot be", () => {
    const { code, err } = openlymph("body", "nodes", healthy, "--for", "0 d");
    expect(code).not.toBe(0);
    expect(err.trim()).toMatch(/--for/);
  });
});
