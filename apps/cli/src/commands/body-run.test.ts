import { readFileSync } from "node:fs";
import path from "node:path";
import { day, unwrap } from "@openlymph/base";
import { limbExcessShare, runBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { bodyRunFigure } from "../figures/body-run-figure.ts";
import { bodyRunPage } from "../report/body-run-page.ts";
import { armHistory, healthy } from "../testing/examples.ts";
import { readPage } from "../testing/read-page.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const text = readFileSync(path.join(root, armHistory), "utf8");
const asked = ["body", "run", armHistory, "--for", "90d", "--at", "3d,7d"];

describe("openlymph body run", () => {
  const folder = freshFolder();
  const [csv, figure, page] = ["run.csv", "run.svg", "run.html"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const first = openlymph(...asked, "--json", "--csv", csv, "--figure", figure, "--report", page);

  it("gives the numbers of the library at the times asked for, the end included", () => {
    expect(first.code).toBe(0);
    const report = JSON.parse(first.out);
    expect(report.time).toEqual({ unit: "d", values: [3, 7, 90] });
    const times = [3, 7, 90].map((days) => days * day);
    const run = unwrap(runBody(unwrap(parseHistory(text, armHistory)), { times }));
    const shares = run.series.states.map((state) => 100 * limbExcessShare(run.index, run.healthy, state, "arm_L"));
    const left = report.limbs.find(({ limb }: { limb: string }) => limb === "arm_L");
    expect(left.excessShare.unit).toBe("%");
    left.excessShare.values.forEach((value: number, n: number) => {
      expect(value).toBeCloseTo(shares[n] ?? Number.NaN, 9);
    });
    expect(report.record.parameterHash).toBe(run.record.parameterHash);
    expect(report.territories).toHaveLength(127);
  });

  it("keeps the shape of its JSON and its bytes", () => {
    expect(shapeOf(JSON.parse(first.out))).toMatchSnapshot();
    expect(openlymph(...asked, "--json").out).toBe(first.out);
  });

  it("writes the same numbers as rows", () => {
    const rows = readFileSync(csv, "utf8").trimEnd().split("\n");
    expect(rows[0]).toBe("time_d,kind,id,quantity,value,unit");
    const report = JSON.parse(first.out);
    const left = report.limbs.find(({ limb }: { limb: string }) => limb === "arm_L");
    expect(rows).toContain(`7,limb,arm_L,excess,${left.excess.values[1]},mL`);
    expect(new Set(rows.slice(1).map((row) => row.split(",")[1]))).toEqual(
      new Set(["limb", "territory", "node", "plasma", "route"]),
    );
  });

  it("draws bodies and curves, the same bytes again", () => {
    const history = unwrap(parseHistory(text, armHistory));
    const run = unwrap(runBody(history, { times: [3, 7, 90].map((days) => days * day) }));
    const svg = readFileSync(figure, "utf8");
    expect(svg).toBe(`${bodyRunFigure(history, run)}\n`);
    expect(readFileSync(page, "utf8")).toBe(bodyRunPage(history, run, []));
    for (const words of ["After 3 d", "After 90 d", "excess (% of the healthy volume)", "lymph flow (% of healthy)"]) {
      expect(svg).toContain(words);
    }
    expect(svg.match(/data-layer="veil"/g)).toHaveLength(3);
    const left = JSON.parse(first.out).limbs.find(({ limb }: { limb: string }) => limb === "arm_L");
    expect(svg).toContain(`>left arm ${left.excessShare.values[2].toFixed(1)} %</text>`);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("writes a page with bodies, curves, tables, sources and run record", () => {
    const document = readPage(readFileSync(page, "utf8"));
    const words = document.body.textContent;
    for (const one of [
      "Teaching model: a typical body with this history, not you",
      "DRAFT",
      "Excess fluid over time",
      "Lymph flow over time",
      "Excess of each limb",
      "Fluid per territory at 90 d",
      "Sources and assumptions",
      JSON.parse(first.out).record.parameterHash,
    ]) {
      expect(words).toContain(one);
    }
    expect(document.querySelectorAll(".bodies svg[role='img']")).toHaveLength(3);
  });

  it("draws a body to which nothing happens, and says so", () => {
    const still = unwrap(parseHistory(readFileSync(path.join(root, healthy), "utf8"), healthy));
    const svg = bodyRunFigure(still, unwrap(runBody(still, { times: [3600] })));
    expect(svg).toContain("No limb holds noticeably more fluid than in health");
  });

  it("says that it is a teaching model, what is assumed and what time counts from", () => {
    const { out } = openlymph("body", "run", armHistory, "--for", "30d");
    expect(out).toContain("TEACHING MODEL: a typical body with this history, not you");
    expect(out).toContain("DRAFT: history");
    expect(out).toContain("Assumed in this history");
    expect(out).toContain("Time counts from the first procedure: axillary dissection levels I-III, left (2024-11-22).");
    expect(out).toMatch(/^ *30 d {2}/m);
    expect(openlymph("body", "run", healthy, "--for", "6h").out).toContain(
      "Nothing happened before 2026-11-22 (asOf): time counts from the start of that day.",
    );
  });

  it("takes settings with their units and shows that they are not the default", () => {
    const report = JSON.parse(openlymph(...asked, "--json", "--set", "nodeDrop=2 mmHg").out);
    const standard = JSON.parse(first.out);
    expect(report.limbs[0].excess.values[2]).not.toBeCloseTo(standard.limbs[0].excess.values[2], 1);
    expect(openlymph(...asked, "--set", "nodeDrop=266.644 Pa").out).toContain("nodeDrop=266.644 Pa");
  });

  it("runs with the tabulated pump law, says so, and gives it a record of its own", () => {
    const table = openlymph(...asked, "--json", "--pump-law", "table");
    expect(table.code).toBe(0);
    const [report, standard] = [JSON.parse(table.out), JSON.parse(first.out)];
    expect(report.record.parameterHash).not.toBe(standard.record.parameterHash);
    expect(report.limbs[0].excess.values[2]).not.toBeCloseTo(standard.limbs[0].excess.values[2], 1);
    expect(openlymph(...asked, "--json", "--pump-law", "fit").out).toBe(first.out);
    expect(openlymph(...asked, "--pump-law", "table").out).toContain(
      "Settings other than the default: pump law table.",
    );
  });

  it("refuses settings and times that cannot be", () => {
    for (const [args, words] of [
      [["--pump-law", "tabel"], "Did you mean table?"],
      [["--set", "nodeDrp=2 mmHg"], "Did you mean nodeDrop?"],
      [["--figure", path.join(folder, "run.gif")], "ends in .svg or .png"],
      [["--report", page, "--csv", page], "a file of its own for each output"],
      [["--for", "60 d", "--at", "90d"], "up to the end of the run"],
    ] as const) {
      const { code, out, err } = openlymph("body", "run", healthy, ...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(words);
    }
  });

  it("refuses a wrong history in one line with file and line", () => {
    const cases = [
      [text.replace("side: left, date", "date"), "side: left, right or both"],
      [text.replace("ALND_I_III", "ALND_I_IIII"), "Did you mean ALND_I_III?"],
      [text.replace("bypass: 0.01", "bypass: .nan"), "not a finite number"],
      [text.replace("bypass: 0.01", "bypass: 3 mmHg"), "3 mmHg"],
      [text.replace("2024-11-22 }", "2029-11-22 }"), "on or before asOf"],
      [text.replace("limb: arm, side: left, stage", "region: armm, side: left, stage"), "armm"],
      [`${text}\n  bad: [`, "valid YAML"],
    ] as const;
    for (const [broken, words] of cases) {
      const file = fileOf(broken);
      const { code, out, err } = openlymph("body", "run", file);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).toMatch(new RegExp(`^openlymph: ${file}:\\d+: `));
      expect(err).toContain(words);
    }
  });
});
