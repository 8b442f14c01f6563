import { readFileSync } from "node:fs";
import path from "node:path";
import { hour, unwrap } from "@openlymph/base";
import { examineBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { examinationFigure } from "../figures/examination-figure.ts";
import { shownShares } from "../present/examination.ts";
import { examinationPage } from "../report/examination-page.ts";
import { armHistory, healthy } from "../testing/examples.ts";
import { readPage } from "../testing/read-page.ts";
import { freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const asked = ["body", "examine", healthy, "--inject", "handDorsum_L", "--for", "1h"];

describe("openlymph body examine", () => {
  const folder = freshFolder();
  const [figure, page] = ["hand.svg", "hand.html"].map((name) => path.join(folder, name)) as [string, string];
  const first = openlymph(...asked, "--json", "--figure", figure, "--report", page);
  const history = unwrap(parseHistory(readFileSync(path.join(root, healthy), "utf8"), healthy));
  const times = shownShares.map((share) => share * hour);
  const found = unwrap(examineBody(history, { inject: ["handDorsum_L"], for: hour, times }));

  it("gives the numbers of the library, with their units", () => {
    expect(first.code).toBe(0);
    const report = JSON.parse(first.out);
    expect(report.depot.clearance).toEqual({
      value: expect.closeTo(6000 * found.findings.depot.clearance, 6),
      unit: "%/min",
    });
    expect(report.nodes[0]).toMatchObject({ node: "AXLAT_L", kind: "nodeGroup", arrival: { unit: "min" } });
    expect(report.nodes[0].arrival.value).toBeCloseTo(found.findings.nodes[0]!.arrival! / 60, 6);
    expect(report.time.unit).toBe("min");
    expect(report.depot.share.values).toHaveLength(report.time.values.length);
    expect(report.balance.soluteError).toBeLessThan(1e-9);
  });

  it("keeps the shape of its JSON and its bytes", () => {
    expect(shapeOf(JSON.parse(first.out))).toMatchSnapshot();
    expect(openlymph(...asked, "--json").out).toBe(first.out);
  });

  it("says what it is, what is assumed and where the dose went", () => {
    const { out } = openlymph(...asked);
    expect(out).toContain("TEACHING MODEL: a typical body with this history, not you");
    expect(out).toContain("what nodes hold back is assumed");
    expect(out).toContain("left lateral axillary nodes");
    expect(out).toContain("No detour carried tracer.");
    expect(out).toContain("No tracer turned up in skin elsewhere.");
    const operated = openlymph(
      "body",
      "examine",
      armHistory,
      "--inject",
      "handDorsum_L",
      "--for",
      "6h",
      "--tracer",
      "icg",
    ).out;
    expect(operated).toContain("Tracer in skin elsewhere (dermal backflow)");
    expect(operated).toContain("Detours that carried tracer");
    expect(operated).toMatch(/dye beside the breastbone +of swollen arms +11\.3 % +not seen +Koelmeyer/);
    expect(out).not.toContain("Beside what was measured in people");
  });

  it("draws the body and the curves, the same bytes again", () => {
    const svg = readFileSync(figure, "utf8");
    expect(svg).toBe(`${examinationFigure(history, found)}\n`);
    expect(svg.match(/data-layer="tracer"/g)).toHaveLength(6);
    expect(svg).toContain("held by node groups, % of the dose");
    expect(svg).toContain("first seen after");
  });

  it("writes a page with bodies, curves, tables, sources and run record, the same bytes again", () => {
    const html = readFileSync(page, "utf8");
    expect(html).toBe(examinationPage(history, found, []));
    const document = readPage(html);
    expect(document.querySelectorAll(".bodies svg[role='img']")).toHaveLength(6);
    for (const words of [
      "DRAFT",
      "Seen means",
      "First seen in a node",
      "Where the dose is (% of it)",
      "No tracer turned up in skin elsewhere.",
      "Tracer not accounted for",
      JSON.parse(first.out).record.parameterHash,
    ]) {
      expect(document.body.textContent).toContain(words);
    }
  });

  it("takes several places, a tracer, a time and settings", () => {
    const report = JSON.parse(
      openlymph(
        ...["body", "examine", healthy, "--inject", "handDorsum_L,handDorsum_R", "--at", "2h", "--for", "30min"],
        ...["--tracer", "albumin", "--set", "nodeDrop=2 mmHg", "--json"],
      ).out,
    );
    expect(report.injected).toEqual(["handDorsum_L", "handDorsum_R"]);
    expect(report.tracer.id).toBe("albumin");
    expect(report.depot.share.values[0]).toBeCloseTo(100, 9);
    expect(report.time.values.at(-1)).toBe(30);
  });

  it.each([
    [["--inject", "handDorsun_L"], /--inject.*handDorsun_L.*Did you mean handDorsum_L/],
    [["--inject", "handDorsum_L", "--tracer", "gold"], /--tracer.*gold.*icg, nanocolloid/],
    [["--inject", "handDorsum_L", "--for", "90d"], /--for.*30 days/],
    [["--inject", "handDorsum_L", "--for", "2"], /--for.*time with a unit/],
    [["--inject", "handDorsum_L", "--figure", "x.gif"], /x\.gif.*\.svg or \.png/],
    [[], /--inject/],
  ])("refuses %s in one line", (options, message) => {
    const { code, out, err } = openlymph("body", "examine", healthy, ...options);
    expect(code).not.toBe(0);
    expect(out).toBe("");
    expect(err.trim()).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
