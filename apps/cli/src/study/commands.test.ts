import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileOf, freshFolder, openlymph, root } from "../testing/run-cli.ts";

const network = path.join(root, "examples/networks/human-collector.yaml");
const head = `format: openlymph/study@1
title: A single lymphangion
network: ${network}
set: [vessel.lymphangions=1]
cycles: 2
`;
const parameters = `parameters:
  outlet.pressure: { from: 4 mmHg, to: 12 mmHg, value: 7 mmHg }
  wall.activeTension: { from: 0.3 N/m, to: 1.5 N/m, scale: log, value: 0.8 N/m }
`;
const sweepStudy = fileOf(
  `${head}${parameters}design: { kind: sobol, points: 12, seed: 7 }\noutputs: [outflow, ejectionFraction collector.1]\n`,
  "sweep.yaml",
);

const bytes = (file: string) => readFileSync(file, "utf8");
const outIn = (folder: string) => path.join(folder, "results.csv");
const sweepInto = (folder: string, ...args: readonly string[]) =>
  openlymph("sweep", sweepStudy, "--out", outIn(folder), ...args);

describe("openlymph sweep", () => {
  const one = freshFolder();
  const first = sweepInto(one, "--workers", "1");

  it("writes a table sorted by index with its run record, and no journal", () => {
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(one).toSorted()).toEqual(["results.csv", "results.csv.run.json"]);
    const lines = bytes(outIn(one)).trimEnd().split("\n");
    expect(lines[0]).toBe(
      "index,outlet.pressure_mmHg,wall.activeTension_N/m,outflow_mL/h,ejectionFraction collector.1,drift,failure",
    );
    expect(lines.slice(1).map((line) => Number(line.split(",")[0]))).toEqual(Array.from({ length: 12 }, (_, i) => i));
    const record = JSON.parse(bytes(`${outIn(one)}.run.json`));
    expect(record).toMatchObject({
      format: "openlymph/sweep@1",
      seed: 7,
      solver: { method: expect.any(String), cycles: 2 },
    });
    expect(record.parameterHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives the numbers of a single run", () => {
    const [index, pressure, tension, outflow] = bytes(outIn(one)).split("\n")[3]?.split(",") ?? [];
    expect(index).toBe("2");
    const settings = ["vessel.lymphangions=1", `outlet.pressure=${pressure} mmHg`, `wall.activeTension=${tension} N/m`];
    const run = openlymph("simulate", network, "--cycles", "2", ...settings.flatMap((s) => ["--set", s]), "--json");
    expect(JSON.parse(run.out).outflow.mean.value).toBeCloseTo(Number(outflow), 9);
  });

  it("writes the same bytes with any number of workers", () => {
    const two = freshFolder();
    expect(sweepInto(two, "--workers", "3").code).toBe(0);
    for (const name of ["results.csv", "results.csv.run.json"]) {
      expect(bytes(path.join(two, name))).toBe(bytes(path.join(one, name)));
    }
  });

  it("goes on after it was killed, to the same bytes", async () => {
    const folder = freshFolder();
    const journal = `${outIn(folder)}.journal`;
    const program = path.join(root, "apps/cli/bin/openlymph.js");
    const running = spawn(process.execPath, [program, "sweep", sweepStudy, "--out", outIn(folder), "--workers", "1"]);
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      running.on("exit", (_code, signal) => resolve(signal)),
    );
    const rows = () => (existsSync(journal) ? bytes(journal).trimEnd().split("\n").length - 1 : 0);
    while (rows() < 2 && running.exitCode === null) await new Promise((go) => setTimeout(go, 2));
    running.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect(existsSync(outIn(folder))).toBe(false);
    const kept = rows();
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(sweepInto(folder)).toMatchObject({ code: 2, err: expect.stringContaining("--resume") });
    expect(rows()).toBe(kept);
    expect(sweepInto(folder, "--resume").code).toBe(0);
    expect(bytes(outIn(folder))).toBe(bytes(outIn(one)));
    expect(existsSync(journal)).toBe(false);
  });

  it("takes what the journal holds, and computes only the rest", () => {
    const folder = freshFolder();
    const { parameterHash } = JSON.parse(bytes(`${outIn(one)}.run.json`));
    const head = JSON.stringify({ format: "openlymph/sweep-journal@1", parameterHash });
    writeFileSync(`${outIn(folder)}.journal`, `${head}\n{"index":3,"outputs":[0,0.25,null]}\n{"index":4,"outp`);
    expect(sweepInto(folder, "--resume").code).toBe(0);
    const resumed = bytes(outIn(folder)).split("\n");
    const whole = bytes(outIn(one)).split("\n");
    expect(resumed[4]).toMatch(/^3,.*,0,0\.25,NaN,$/);
    expect(resumed.toSpliced(4, 1)).toEqual(whole.toSpliced(4, 1));
  });

  it("keeps points that fail as rows that say why", () => {
    const study = fileOf(
      `${head}parameters:\n  pacing.frequency: { values: [1 /min, 20 /min] }\ndesign: { kind: grid }\noutputs: [outflow]\n`,
    );
    const folder = freshFolder();
    const ran = openlymph("sweep", study, "--out", outIn(folder), "--json");
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({
      format: "openlymph/sweep@1",
      points: 2,
      failed: 1,
      failures: [{ index: 1 }],
    });
    const [, good, bad] = bytes(outIn(folder)).split("\n");
    expect(good).toMatch(/^0,1,[\d.]+,[\d.e-]+,$/);
    expect(bad).toMatch(/^1,20,NaN,NaN,.*12 \/min/);
  });

  it("is refused in one line", () => {
    const out = outIn(freshFolder());
    const cases = [
      [["sweep", sweepStudy], "--out"],
      [["sweep", sweepStudy, "--out", "results.txt"], ".csv or .parquet"],
      [["sweep", sweepStudy, "--out", out, "--workers", "none"], "a whole number from 1"],
      [["sweep", fileOf(`${head}${parameters}outputs: [outflow]\n`), "--out", out], "design"],
      [
        ["sweep", fileOf(`${head}${parameters}design: { kind: grid }\noutputs: [outflow]\n`), "--out", out],
        "outlet.pressure.steps",
      ],
      [["sensitivity", sweepStudy], "one or more of local, morris, sobol"],
      [["calibrate", sweepStudy], "measured values"],
    ] as const;
    for (const [args, words] of cases) {
      const { code, err, out: printed } = openlymph(...args);
      expect({ code, printed }).toEqual({ code: 2, printed: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).toContain(words);
    }
    expect(existsSync(`${out}.journal`)).toBe(false);
  });
});

describe("openlymph sensitivity", () => {
  it("gives every method that is asked for, the same with any number of workers", () => {
    const study = fileOf(
      `${head}${parameters}outputs: [outflow]\nsensitivity: { local: { levels: 3 }, morris: { trajectories: 3 }, sobol: { blocks: 4, resamples: 20 } }\n`,
    );
    const ran = openlymph("sensitivity", study, "--json", "--workers", "2");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(openlymph("sensitivity", study, "--json", "--workers", "1").out).toBe(ran.out);
    const report = JSON.parse(ran.out);
    expect(report.format).toBe("openlymph/sensitivity@1");
    const flow = (outlet: number) => {
      const settings = ["vessel.lymphangions=1", "wall.activeTension=0.8 N/m", `outlet.pressure=${outlet} mmHg`];
      const run = openlymph("simulate", network, "--cycles", "2", ...settings.flatMap((s) => ["--set", s]), "--json");
      return JSON.parse(run.out).outflow.mean.value as number;
    };
    const slope = ((flow(7.1) - flow(6.9)) / 0.2) * (7 / flow(7));
    const [local] = report.local.entries;
    expect(local).toMatchObject({ output: "outflow", parameter: "outlet.pressure" });
    expect(Math.abs(local.normalised / slope - 1)).toBeLessThan(0.01);
    expect(report.morris.entries.map(({ count }: { count: number }) => count)).toEqual([3, 3]);
    expect(report.sobol.outputs[0].indices).toHaveLength(2);
  });
});

describe("openlymph calibrate", () => {
  it("finds the parameters that made the targets", () => {
    const settings = ["vessel.lymphangions=1", "wall.activeTension=0.6 N/m"];
    const made = (outlet: number) => {
      const all = [...settings, `outlet.pressure=${outlet} mmHg`].flatMap((s) => ["--set", s]);
      return JSON.parse(openlymph("simulate", network, "--cycles", "2", ...all, "--json").out).outflow.mean
        .value as number;
    };
    const study = fileOf(`${head}parameters:
  wall.activeTension: { from: 0.3 N/m, to: 1.5 N/m, scale: log, value: 1 N/m }
  inlet.pressure: { from: 0.5 mmHg, to: 5 mmHg, value: 3 mmHg }
scenarios:
  heavy: { set: [outlet.pressure=10 mmHg] }
targets:
  - { output: outflow, value: ${made(7)} mL/h, sd: 0.01 mL/h }
  - { output: outflow, scenario: heavy, value: ${made(10)} mL/h, sd: 0.01 mL/h }
`);
    const ran = openlymph("calibrate", study, "--json");
    expect(ran).toMatchObject({ code: 0, err: "" });
    const report = JSON.parse(ran.out);
    expect(report).toMatchObject({ format: "openlymph/calibration@1", converged: true, degreesOfFreedom: 0 });
    const [tension, inlet] = report.estimates;
    expect(Math.abs(tension.value - 0.6)).toBeLessThan(0.05 * tension.standardError);
    expect(Math.abs(inlet.value - 2)).toBeLessThan(0.05 * inlet.standardError);
    expect(report.targets.map(({ scenario }: { scenario: string }) => scenario)).toEqual(["base", "heavy"]);
    expect(openlymph("calibrate", study, "--json", "--workers", "1").out).toBe(ran.out);
  });
});
