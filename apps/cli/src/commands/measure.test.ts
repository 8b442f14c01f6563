import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { callOpenlymph } from "../testing/call-cli.ts";
import { clinicArm as clinic } from "../testing/examples.ts";
import { fileOf, freshFolder, root, shapeOf } from "../testing/run-cli.ts";

const legs = "examples/measurements/legs-home.yaml";
const table = "examples/measurements/arm-readings.csv";
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const measure = (...args: readonly string[]) => callOpenlymph("measure", ...args);
const json = async (...args: readonly string[]) => JSON.parse((await measure(...args, "--json")).out);

/** One line, exit code 2, nothing printed. */
async function refused(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await measure(...args);
  expect({ code, out, lines: err.trimEnd().split("\n").length }).toEqual({ code: 2, out: "", lines: 1 });
  return err;
}

describe("measure volume", () => {
  it("gives volumes, difference and excess of a plain table with intervals", async () => {
    const found = await json("volume", table, "--model", "frustum", "--affected", "left");
    expect(found.left.volume.value).toBeCloseTo(2662.1, 1);
    expect(found.right.volume.value).toBeCloseTo(2113.8, 1);
    expect(found.difference.value).toBeCloseTo(548.3, 1);
    expect(found.excess).toMatchObject({ unit: "%" });
    expect(found.excess.value).toBeCloseTo(25.9, 1);
    expect(found.excess.interval[0]).toBeLessThan(found.excess.value);
    expect((await json("volume", table, "--affected", "right")).excess.value).toBeCloseTo(
      100 * (2113.8164 / 2662.0786 - 1),
      3,
    );
    expect((await json("volume", table, "--model", "disk")).left.volume.value).toBeGreaterThan(found.left.volume.value);
  });

  it("puts the numbers into the formulas", async () => {
    const { out } = await measure("volume", table, "--explain");
    expect(out).toContain("4 × (18² + 18 × 20.5 + 20.5²) / 12π = 118.1");
    expect(out).toContain("Which side is affected is not said");
  });

  it("reads what a spreadsheet saves, and says how", async () => {
    const { out } = await measure("volume", "examples/measurements/arm-spreadsheet.csv", "--affected", "left");
    expect(out.replaceAll(/\s+/g, " ")).toContain('"Links [mm]" is the left side, in mm');
    expect(out).toContain('Not used: "Bemerkung".');
  });

  it("takes the day asked for, keeps stage and severity apart, and shows what was recorded", async () => {
    const { out } = await measure("volume", clinic);
    expect(out).toMatch(/Severity by excess volume: minimal.*ISL stage as recorded: left II\./);
    expect(out).toMatch(/^L-Dex +7\.6$/m);
    expect((await json("volume", clinic, "--on", "2026-03-02")).excess.value).toBeCloseTo(14.5, 1);
    expect(await refused("volume", clinic, "--on", "2026-03-03")).toContain("2026-03-16");
  });

  it("asks for a reading again, with its mark and what to do", async () => {
    const far = fileOf(textOf(table).replace("20,29,", "20,39,"), "far.csv");
    expect((await measure("volume", far)).out.replaceAll(/\s+/g, " ")).toContain(
      "MEASURE AGAIN: left, reading 6 (20 cm from the first mark): 39.0 cm lies 9.5 cm off the line",
    );
    expect((await json("volume", far)).questions).toMatchObject([
      { code: "reading/off-line", side: "left", reading: 6 },
    ]);
  });

  it("refuses what no limb has, unequal sides, a missing file, and writes nothing then", async () => {
    const report = path.join(freshFolder(), "report.html");
    const wrong = fileOf(textOf(table).replace("20,29,", "20,300,"), "wrong.csv");
    expect(await refused("volume", wrong, "--report", report)).toMatch(/wrong.csv:7: left_cm: .*300 mm are 30 cm/);
    expect(existsSync(report)).toBe(false);
    expect(await refused("volume", fileOf(textOf(table).replace("20,29,25.5", "20,29,"), "cut.csv"))).toMatch(
      /cut.csv:7/,
    );
    expect(await refused("volume", "none.csv")).toContain("no such file");
    expect(await refused("volume", table, "--model", "cone")).toContain("frustum, disk");
    expect(await refused("volume", clinic, "--model", "disk")).toContain("expected frustum");
    expect(await refused("volume", clinic, "--method", "water")).toContain("a measurement of a volume");
    expect(await refused("volume", clinic, "--dominance", "9 %")).toContain("0 to 3 %");
  });

  it("draws both limbs and writes a page that needs nothing else", async () => {
    const folder = freshFolder();
    const [svg, page] = [path.join(folder, "limb.svg"), path.join(folder, "limb.html")];
    expect((await measure("volume", clinic, "--figure", svg, "--report", page)).code).toBe(0);
    expect(readFileSync(svg, "utf8")).toContain("left, affected");
    const html = readFileSync(page, "utf8");
    for (const words of ["DRAFT", "Over time", "How the numbers came about", "95 %"]) expect(html).toContain(words);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it("keeps the shape of its JSON", async () => {
    expect(shapeOf(await json("volume", clinic, "--explain"))).toMatchSnapshot();
  });
});

describe("measure compare", () => {
  it("says what can be told and what cannot, with both numbers of a reduction", async () => {
    const { out } = await measure("compare", clinic, "--from", "2026-04-20", "--to", "2026-10-26");
    expect(out).toMatch(/^volume left .* not distinguishable$/m);
    expect(out).toContain("the two numbers cannot be exchanged");
    expect((await json("compare", clinic, "--to", "2026-03-02")).left.verdict).toBe("changed");
  });

  it("compares two tables, and knows less where the raters are not named", async () => {
    const folder = freshFolder();
    const later = path.join(folder, "later.csv");
    writeFileSync(later, textOf(table).replace("20,29,", "20,29.5,"));
    const unknown = await json("compare", table, later, "--affected", "left");
    const same = await json("compare", table, later, "--affected", "left", "--same-rater");
    expect(unknown.rater).toBe("not known");
    expect(same.left.smallestDetectable.value).toBeLessThan(0.8 * unknown.left.smallestDetectable.value);
    expect(same.left.verdict).toBe("not distinguishable");
    expect(await refused("compare", table, clinic)).toContain("marks of the other file");
    expect(await refused("compare", clinic, "--from", "2026-10-26")).toContain("the second after the first");
  });

  it("keeps the shape of its JSON", async () => {
    expect(shapeOf(await json("compare", clinic))).toMatchSnapshot();
  });
});

describe("measure trend and alarms", () => {
  it("follow a quantity with its course, rate and flares", async () => {
    const { out } = await measure("trend", clinic);
    expect(out).toMatch(/^2026-03-02 +14\.5 .* flare$/m);
    expect(out).toMatch(/^Rate of the last \d values: .* a month/m);
    expect((await measure("trend", legs, "--of", "wac")).out).toContain("beside body weight");
    expect((await measure("trend", clinic, "--of", "heaviness")).out).toContain("heaviness, 0 to 10");
    expect(await refused("trend", clinic, "--of", "heavines")).toContain("Did you mean heaviness?");
  });

  it("write values as CSV and a figure, and join the files of a folder", async () => {
    const folder = freshFolder();
    const [csv, svg] = [path.join(folder, "t.csv"), path.join(folder, "t.svg")];
    expect((await measure("trend", clinic, "--csv", csv, "--figure", svg)).code).toBe(0);
    expect(readFileSync(csv, "utf8").split("\n")).toHaveLength(14);
    expect(readFileSync(svg, "utf8")).toContain("95 % band of the course");
    const parts = path.join(folder, "parts");
    mkdirSync(parts);
    const [head = "", ...visits] = textOf(clinic).split(/^(?= {2}- at)/m);
    writeFileSync(path.join(parts, "1.yaml"), [head, ...visits.slice(0, 5)].join(""));
    writeFileSync(path.join(parts, "2.yaml"), [head, ...visits.slice(5)].join(""));
    expect((await json("trend", parts)).values).toEqual((await json("trend", clinic)).values);
  });

  it("replay thresholds and say whether a crossing is certain", async () => {
    const { out } = await measure("alarms", clinic, "--threshold", "excess > 10 %", "--threshold", "rvc_10");
    expect(out).toContain("excess > 10 %: 2 of 12 measurements");
    expect(out).toMatch(/^2026-06-29 .* yes, within the error$/m);
    expect(await refused("alarms", clinic)).toContain("--threshold");
    expect(await refused("alarms", clinic, "--threshold", "excess > 10 mL")).toContain("--threshold");
    expect(await refused("alarms", legs, "--threshold", "excess > 10 %")).toContain("legs-home.yaml");
  });

  it("keep the shape of their JSON", async () => {
    expect(shapeOf(await json("trend", clinic))).toMatchSnapshot();
    expect(shapeOf(await json("alarms", clinic, "--threshold", "volume rise > 5 % twice"))).toMatchSnapshot();
  });
});

describe("measure symptoms and home", () => {
  it("show ratings and scores, and help where the last screen was positive", async () => {
    const { out } = await measure("symptoms", clinic);
    expect(out).toMatch(/^2026-03-02 +GAD-2 +4 +6 +screen positive$/m);
    expect(out).not.toContain("PLEASE READ");
    const worse = fileOf(textOf(clinic).replace("phq4: [1, 0, 0, 1]", "phq4: [0, 0, 2, 2]"));
    expect((await measure("symptoms", worse)).out).toMatch(/^PLEASE READ: .*no diagnosis/m);
    expect(await refused("symptoms", table)).toMatch(/symptoms or answers/);
    expect(shapeOf(await json("symptoms", clinic))).toMatchSnapshot();
  });

  it("give the short protocol prefilled, with its agreement", async () => {
    const found = await json("home", clinic);
    expect(found.protocol).toBe("arm_8cm");
    expect(found.readings).toHaveLength(6);
    expect(found.agreement.limbs).toBe(24);
    expect(await refused("home", legs)).toContain("arm_4cm or leg_4cm");
    expect(shapeOf(found)).toMatchSnapshot();
  });
});
