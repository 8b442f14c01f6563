import { readFileSync } from "node:fs";
import path from "node:path";
import { type Failure, mmHg, type Result, unwrap } from "@openlymph/base";
import { parseNetwork, simulate } from "@openlymph/physiology";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOf, root } from "../testing/run-cli.ts";
import { inWrittenUnit, parseAnyQuantity, siText } from "./any-quantity.ts";
import { openJournal } from "./journal.ts";
import { readWorkers } from "./pool.ts";
import { readStudy } from "./read-study.ts";
import { findOutputFailure, outputNamed, studyOutputs } from "./study-outputs.ts";

const networkFile = path.join(root, "examples/networks/human-collector.yaml");
const network = unwrap(parseNetwork(readFileSync(networkFile, "utf8"), networkFile));

function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error("expected a failure");
  return result;
}

/** A study beside nothing: its network is named by its full path. */
const study = (lines: string) =>
  fileOf(`format: openlymph/study@1\ntitle: A test\nnetwork: ${networkFile}\n${lines}\n`, "study.yaml");

describe("a quantity of any dimension", () => {
  it("is told by its unit and goes back into it", () => {
    expect(unwrap(parseAnyQuantity("4 mmHg"))).toEqual({ si: 4 * mmHg, dimension: "pressure", unit: "mmHg" });
    expect(unwrap(parseAnyQuantity("1e-3 N/m"))).toEqual({ si: 1e-3, dimension: "tension", unit: "N/m" });
    expect(unwrap(parseAnyQuantity("72 %"))).toMatchObject({ si: 0.72, dimension: "fraction" });
    expect(unwrap(parseAnyQuantity(12))).toEqual({ si: 12, dimension: "fraction", unit: "1" });
    expect(inWrittenUnit(4 * mmHg, { dimension: "pressure", unit: "mmHg" })).toBe(4);
  });

  it("keeps all its digits on the way to a setting", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
        expect(unwrap(parseAnyQuantity(siText(value, "pressure"))).si).toBe(value);
        expect(Number(siText(value, "fraction"))).toBe(value);
      }),
      { seed: 1 },
    );
  });

  it.each([
    ["12 psi", "quantity/unit"],
    ["much", "quantity/unreadable"],
    [null, "quantity/unreadable"],
    ["1e999 mmHg", "param/not-finite"],
  ])("is refused for %s", (text, code) => {
    expect(failureOf(parseAnyQuantity(text)).code).toBe(code);
  });
});

describe("outputs of a study", () => {
  const run = unwrap(simulate(network, { cycles: 2 }));
  const read = (name: string) => {
    const output = outputNamed(name);
    return output?.kind.read(run, output.id);
  };

  it("are the numbers of the simulation, of all of it or of a part", () => {
    expect(read("outflow")).toBe(run.outflow);
    expect(read("outflow proximal")).toBe(run.outlets[0]?.mean);
    expect(read("ejectionFraction collector.3")).toBe(run.lymphangions[2]?.ejectionFraction);
    expect(read("highestPressure")).toBe(Math.max(...run.lymphangions.map(({ pressure }) => pressure.max)));
    expect(read("frequency")).toBeCloseTo(1 / 60, 12);
    for (const { name } of studyOutputs) expect(Number.isFinite(read(name)), name).toBe(true);
  });

  it("are refused by name, with the nearest one", () => {
    expect(findOutputFailure(network, "outflw")).toMatchObject({
      code: "reference/unknown",
      hint: "Did you mean outflow?",
    });
    expect(findOutputFailure(network, "outflow distal")).toMatchObject({
      value: "distal",
      expected: "one of proximal",
    });
    expect(findOutputFailure(network, "ejectionFraction collector")).toMatchObject({
      expected: "one of collector.1, …",
    });
    expect(findOutputFailure(network, "ejectionFraction collector.2")).toBeUndefined();
    expect(findOutputFailure(network, "drift collector.1")?.expected).toBe("drift without a name behind it");
  });
});

describe("a study file", () => {
  it("is read into SI, with the middle of a range where no value is given", () => {
    const file = study(
      "parameters:\n  outlet.pressure: { from: 4 mmHg, to: 40 mmHg }\n  wall.activeTension: { from: 0.25 N/m, to: 1 N/m, scale: log }\n",
    );
    const [outlet, tension] = unwrap(readStudy(file)).parameters;
    expect(outlet?.axis).toMatchObject({ min: 4 * mmHg, max: 40 * mmHg, scale: "linear" });
    expect(outlet?.value).toBeCloseTo(22 * mmHg, 9);
    expect(tension?.value).toBeCloseTo(0.5, 12);
  });

  const range = "outlet.pressure: { from: 4 mmHg, to: 40 mmHg }";
  it.each([
    [
      "an unknown parameter",
      "parameters: { outlet.presure: { from: 4 mmHg, to: 9 mmHg } }",
      4,
      "parameters.outlet.presure",
      "outlet.pressure",
    ],
    [
      "another unit",
      "parameters: { outlet.pressure: { from: 4 mL, to: 9 mL } }",
      4,
      "parameters.outlet.pressure.from",
      "pressure",
    ],
    [
      "two dimensions",
      "parameters: { outlet.pressure: { from: 4 mmHg, to: 9 mL } }",
      4,
      "parameters.outlet.pressure.to",
      "a pressure like from",
    ],
    [
      "an empty range",
      "parameters: { outlet.pressure: { from: 9 mmHg, to: 4 mmHg } }",
      4,
      "parameters.outlet.pressure.to",
      "more than from",
    ],
    [
      "half a range",
      "parameters: { outlet.pressure: { from: 9 mmHg } }",
      4,
      "parameters.outlet.pressure.to",
      "from and to",
    ],
    [
      "a zero on a log scale",
      "parameters: { inlet.pressure: { from: 0 mmHg, to: 4 mmHg, scale: log } }",
      4,
      "parameters.inlet.pressure.from",
      "above zero",
    ],
    [
      "a value outside",
      "parameters: { outlet.pressure: { from: 4 mmHg, to: 9 mmHg, value: 12 mmHg } }",
      4,
      "parameters.outlet.pressure.value",
      "inside the range",
    ],
    ["an unknown output", `parameters: { ${range} }\noutputs: [outflow, pain]`, 5, "outputs[1]", "one of outflow"],
    ["a wrong setting", `parameters: { ${range} }\nset: [outlet.pressure=4 mL]`, 5, "set[0]", "pressure"],
    [
      "an unknown scenario",
      `parameters: { ${range} }\ntargets:\n  - { output: outflow, scenario: rest, value: 1 mL/h, sd: 1 mL/h }`,
      6,
      "targets[0].scenario",
      "one of base",
    ],
    [
      "a target in another unit",
      `parameters: { ${range} }\ntargets:\n  - { output: outflow, value: 1 mmHg, sd: 1 mL/h }`,
      6,
      "targets[0].value",
      "a flow",
    ],
    ["an unknown design", `parameters: { ${range} }\ndesign: { kind: random }`, 5, "design.kind", "grid"],
    ["a misspelt field", `parameters: { ${range} }\noutput: [outflow]`, 5, "output", "outputs"],
  ])("is refused for %s, with line and field", (_name, lines, line, field, words) => {
    const failure = failureOf(readStudy(study(lines)));
    expect(failure).toMatchObject({ path: field, line });
    expect(`${failure.expected} ${failure.hint ?? ""}`).toContain(words);
  });

  it("names the network it cannot find", () => {
    const file = fileOf(
      "format: openlymph/study@1\ntitle: A test\nnetwork: nowhere.yaml\nparameters: {}\n",
      "study.yaml",
    );
    expect(failureOf(readStudy(file))).toMatchObject({
      code: "file/unreadable",
      path: "network",
      line: 3,
      value: "nowhere.yaml",
    });
  });
});

describe("the journal of a sweep", () => {
  const rows = [
    { index: 2, point: [1], outputs: [0.1, Number.NaN] },
    { index: 0, point: [2], outputs: [], failure: failureOf(readStudy("nowhere.yaml")) },
  ];
  const written = () => {
    const table = fileOf("", "table.csv");
    const journal = unwrap(openJournal(table, "abc", 2, false));
    for (const row of rows) journal.add(row);
    return table;
  };
  const withoutPoint = rows.map(({ point: _point, ...row }) => row);

  it("gives back what was done, whatever was cut off at its end", () => {
    const table = written();
    const text = readFileSync(`${table}.journal`, "utf8");
    const cut = fileOf("", "cut.csv");
    const half = fileOf(`${text}{"index":5,"outp`, "cut.csv.journal").replace(/\.journal$/, "");
    expect(unwrap(openJournal(table, "abc", 2, true)).done).toEqual(withoutPoint);
    expect(unwrap(openJournal(half, "abc", 2, true)).done).toEqual(withoutPoint);
    expect(unwrap(openJournal(cut, "abc", 2, true)).done).toEqual([]);
  });

  it("is neither lost by a new sweep nor used for another one", () => {
    const table = written();
    expect(failureOf(openJournal(table, "abc", 2, false)).expected).toContain("--resume");
    expect(failureOf(openJournal(table, "abd", 2, true)).hint).toContain("changed since");
    expect(unwrap(openJournal(table, "abc", 2, true)).done).toHaveLength(2);
  });
});

describe("the number of workers", () => {
  it("is that of the cores, or as written", () => {
    expect(unwrap(readWorkers(undefined))).toBeGreaterThan(0);
    expect(unwrap(readWorkers("3"))).toBe(3);
    for (const text of ["0", "2.5", "many", "257"]) expect(failureOf(readWorkers(text)).path).toBe("--workers");
  });
});
