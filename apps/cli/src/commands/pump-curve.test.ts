import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { mLPerHour, mmHg, unwrap } from "@openlymph/base";
import { humanCollector, pumpPoint } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { bertram } from "../testing/examples.ts";
import { freshFolder, openlymph } from "../testing/run-cli.ts";

const human = "examples/networks/human-collector.yaml";
const short = ["--set", "vessel.lymphangions=1"];
const few = [human, ...short, "--to", "40 mmHg", "--points", "5"];

describe("openlymph pump-curve", () => {
  it("gives the flows of the library at evenly spaced rises, stall and law, as JSON", () => {
    const { code, out, err } = openlymph("pump-curve", ...few, "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out);
    expect(report).toMatchObject({ format: "openlymph/pump-curve@1", settings: ["vessel.lymphangions=1"] });
    const rises = report.points.map((point: { rise: { value: number } }) => point.rise.value);
    expect(rises.map((rise: number) => Math.round(1e9 * rise) / 1e9)).toEqual([0, 10, 20, 30, 40]);
    const settling = { tolerance: 1e-3, mostCycles: 96 };
    const collector = humanCollector({ lymphangions: 1 });
    for (const { rise, flow, cycles, periodic } of report.points) {
      const point = unwrap(pumpPoint(collector, rise.value * mmHg, { settling }));
      expect(flow.value * mLPerHour).toBeCloseTo(point.flow, 14);
      expect({ cycles, periodic }).toEqual({ cycles: point.cycles, periodic: true });
    }
    expect(report.stall.kind).toBe("found");
    const [before, after] = [report.points[2], report.points[3]];
    expect(before.flow.value).toBeGreaterThan(0);
    expect(after.flow.value).toBeLessThan(0);
    expect(report.stall.rise.value).toBeGreaterThan(before.rise.value);
    expect(report.stall.rise.value).toBeLessThan(after.rise.value);
    expect(report.law.points).toBe(3);
    expect(report.law.r2).toBeGreaterThan(0.9);
    expect(openlymph("pump-curve", ...few, "--json").out).toBe(out);
  });

  it("prints the table with its units, the stall pressure and the law with its r2", () => {
    const { out } = openlymph("pump-curve", ...few);
    expect(out).toMatch(/^rise \(mmHg\) {2}mean outflow \(mL\/h\)/m);
    expect(out).toMatch(/Stall pressure \(mean outflow zero\): \d+(\.\d+)? mmHg/);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/P_p = [\d.]+ mmHg, R_L = [\d.]+ mmHg h\/mL, r2 = 0\.9\d+/);
  });

  it("names the points that did not become periodic", () => {
    const args = [human, "--from", "50 mmHg", "--to", "60 mmHg", "--points", "2", "--most-cycles", "3"];
    const { code, out } = openlymph("pump-curve", ...args);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, " ")).toContain("Not yet periodic after 3 cycles, at 50, 60 mmHg");
    expect(out).toMatch(/60 .* 3 {2}not yet$/m);
  });

  it("writes table, record and figure, and nothing else", () => {
    const folder = freshFolder();
    const [table, figure] = [path.join(folder, "c.csv"), path.join(folder, "c.svg")];
    const ran = openlymph(
      "pump-curve",
      bertram,
      "--to",
      "0.4 mmHg",
      "--points",
      "3",
      "--out",
      table,
      "--figure",
      figure,
    );
    expect(ran.code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["c.csv", "c.csv.run.json", "c.svg"]);
    const lines = readFileSync(table, "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("rise_mmHg,flow_mL/h,drift,cycles,periodic");
    expect(lines).toHaveLength(4);
    const record = JSON.parse(readFileSync(`${table}.run.json`, "utf8"));
    expect(record).toMatchObject({
      format: "openlymph/pump-curve@1",
      seed: 0,
      solver: { cycles: 30, settling: { tolerance: 1e-3 } },
    });
    expect(readFileSync(figure, "utf8")).toMatch(/^<svg [\s\S]*mean outflow \(mL\/h\)/);
  });

  it("refuses ranges and numbers that cannot be", () => {
    const refusals = [
      [["--to", "60"], "pressure"],
      [["--from", "20 mmHg", "--to", "10 mmHg"], "more than --from"],
      [["--points", "1"], "a whole number from 2"],
      [["--most-cycles", "1.5"], "a whole number from 2"],
      [["--out", "curve.xlsx"], ".csv or .parquet"],
      [["--figure", "curve.gif"], ".svg or .png"],
      [["--set", "pacing.lg=1 s"], "pacing.lag"],
    ] as const;
    for (const [args, words] of refusals) {
      const { code, err, out } = openlymph("pump-curve", bertram, ...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(words);
    }
  });
});
