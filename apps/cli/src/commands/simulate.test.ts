import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { mLPerHour, unwrap } from "@openlymph/base";
import { parseNetwork, setParameter, simulate } from "@openlymph/physiology";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { bertram } from "../testing/examples.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const text = readFileSync(path.join(root, bertram), "utf8");
const tree = readFileSync(path.join(root, "examples/networks/y-tree.yaml"), "utf8");
const lag = ["--set", "pacing.lag=135 deg"];

describe("openlymph simulate", () => {
  const first = openlymph("simulate", bertram, ...lag, "--json");

  it("gives the numbers of the library as JSON, the same bytes each time", () => {
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(openlymph("simulate", bertram, ...lag, "--json").out).toBe(first.out);
    const report = JSON.parse(first.out);
    const network = unwrap(setParameter(unwrap(parseNetwork(text, bertram)), "pacing.lag=135 deg"));
    const run = unwrap(simulate(network));
    expect(report.outflow.mean.unit).toBe("mL/h");
    expect(report.outflow.mean.value * mLPerHour).toBeCloseTo(run.outflow, 20);
    expect(report.inflow.mean.value).toBeCloseTo(report.outflow.mean.value, 6);
    expect(report.lymphangions).toHaveLength(4);
    expect(report.valves).toHaveLength(5);
    expect(report.massBalance.error).toBeLessThan(1e-12);
    expect(report.record.parameterHash).toBe(run.record.parameterHash);
  });

  it("keeps the shape of its JSON", () => {
    expect(shapeOf(JSON.parse(first.out))).toMatchSnapshot();
  });

  it("prints aligned tables without colour into a pipe", () => {
    const { code, out } = openlymph("simulate", bertram, "--cycles", "5");
    expect(code).toBe(0);
    expect(out).not.toContain("\u001b");
    expect(out).toMatch(/^lymphangion {2}narrowest \(mm\) {2}widest \(mm\) {2}ejected \(%\)/m);
    expect(out).toMatch(/^chain {2,}\d.* proximal {2,}100$/m);
    expect(out).toContain("5 cycles of 2 s");
  });

  it("writes the course of the last cycle whole, and nothing beside it", () => {
    const folder = freshFolder();
    const file = path.join(folder, "trace.csv");
    expect(openlymph("simulate", bertram, "--cycles", "3", "--csv", file)).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(["trace.csv"]);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const head = lines[0]?.split(",") ?? [];
    expect(head.slice(0, 2)).toEqual(["time_s", "diameter_mm chain.1"]);
    const rows = lines.slice(1).map((line) => line.split(",").map(Number));
    expect(rows.every((row) => row.length === head.length && row.every(Number.isFinite))).toBe(true);
    expect(rows[0]?.[0]).toBeCloseTo(4, 9);
    expect(rows.at(-1)?.[0]).toBeCloseTo(6, 9);
  });

  it("refuses a wrong network in one line with file and line", () => {
    const cases = [
      [tree.replace("to: vein", "to: elbow"), "a vessel that leads to it"],
      [text.replace("0.25 mm", "NaN mm"), "not a finite number"],
      [text.replace("0.25 mm", "0.25 mL"), "0.25 mL"],
      [text.replace("fold: allow", "fold: refuse"), "several answers"],
    ] as const;
    for (const [broken, words] of cases) {
      const file = fileOf(broken);
      const { code, err, out } = openlymph("simulate", file);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).toMatch(new RegExp(`^openlymph: ${file}:\\d+: `));
      expect(err).toContain(words);
    }
  });

  it("refuses unknown parameters, wrong units and two lengths", () => {
    const refusals = [
      [["--set", "pacing.lg=1 s"], "pacing.lag"],
      [["--set", "outlet.pressure=12 mL"], "pressure"],
      [["--cycles", "2.5"], "a whole number from 1"],
      [["--cycles", "2", "--for", "10 s"], "either --cycles or --for"],
    ] as const;
    for (const [args, words] of refusals) {
      const { code, err } = openlymph("simulate", bertram, ...args);
      expect(code).toBe(2);
      expect(err).toContain(words);
    }
  });

  it("writes the same course as a table of either kind with its record, and figures", async () => {
    const folder = freshFolder();
    const at = (name: string) => path.join(folder, name);
    const ran = openlymph(
      ...["simulate", bertram, "--cycles", "3", "--csv", at("a.csv"), "--out", at("b.csv"), "--figure", at("run.png")],
      ...["--loop", `chain.2=${at("loop.svg")}`, "--loop", `chain.3=${at("loop.png")}`],
    );
    expect(ran.code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["a.csv", "b.csv", "b.csv.run.json", "loop.png", "loop.svg", "run.png"]);
    expect(readFileSync(at("b.csv"), "utf8")).toBe(readFileSync(at("a.csv"), "utf8"));
    expect(JSON.parse(readFileSync(at("b.csv.run.json"), "utf8"))).toMatchObject({
      format: "openlymph/simulation@1",
      solver: { cycles: 30 },
      columns: expect.arrayContaining([{ name: "diameter chain.1", unit: "mm" }]),
    });
    expect(readFileSync(at("loop.svg"), "utf8")).toContain("Pressure and diameter of chain.2");
    expect(openlymph("simulate", bertram, "--cycles", "3", "--out", at("c.parquet")).code).toBe(0);
    const bytes = readFileSync(at("c.parquet"));
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    });
    const lines = readFileSync(at("a.csv"), "utf8").trimEnd().split("\n").slice(1);
    expect(rows.map((row) => Object.values(row).join(","))).toEqual(lines);
  });

  it("refuses loops of lymphangions it does not have, and files it cannot write, before any work", () => {
    const refusals = [
      [["--loop", "chain.9=loop.png"], "chain.1, chain.2, chain.3, chain.4"],
      [["--loop", "chain.2"], "lymphangion=file"],
      [["--loop", "chain.2=loop.bmp"], ".svg or .png"],
      [["--out", "trace.txt"], ".csv or .parquet"],
      [["--figure", "a.svg", "--loop", "chain.2=a.svg"], "a file of its own"],
    ] as const;
    for (const [args, words] of refusals) {
      const { code, err, out } = openlymph("simulate", bertram, ...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(words);
    }
  });

  it("loads what draws and packs only when it is asked for", () => {
    const watch =
      'data:text/javascript,import { registerHooks } from "node:module";' +
      "registerHooks({ resolve(name, from, next) { process.stderr.write(name + String.fromCharCode(10)); return next(name, from); } });";
    const loaded = (...args: readonly string[]) =>
      spawnSync(process.execPath, [`--import=${watch}`, "apps/cli/bin/openlymph.js", "simulate", bertram, ...args], {
        cwd: root,
        encoding: "utf8",
      }).stderr.split("\n");
    const heavy = ["@observablehq/plot", "happy-dom", "@resvg/resvg-js", "hyparquet-writer"];
    const folder = freshFolder();
    const plain = loaded("--csv", path.join(folder, "t.csv"));
    expect(plain).toContain("@openlymph/physiology");
    for (const name of heavy) expect(plain).not.toContain(name);
    const drawing = loaded("--figure", path.join(folder, "f.png"), "--out", path.join(folder, "t.parquet"));
    for (const name of heavy) expect(drawing).toContain(name);
  });
});
