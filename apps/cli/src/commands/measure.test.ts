import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { callOpenlymph } from "../testing/call-cli.ts";
import { clinicArm as clinic, evenings, sharedRecords } from "../testing/examples.ts";
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

describe("measure effect", () => {
  it("says when half was gone, how large it was, and what the lot says alone", async () => {
    const { out } = await measure("effect", evenings);
    expect(out).toContain("Half of the effect was gone after 6.2 h (95 %: 3.1 h to 12 h).");
    expect(out).toContain("18 min after a session: 80 mL lower (95 %: 56 to 105) than without a session.");
    expect(out).toMatch(/2 of 256 lots/);
    const found = await json("effect", evenings, "--of", "heaviness");
    expect(found).toMatchObject({ says: "decay", of: "symptom heaviness", ownCourse: true });
    expect(found.halfLife.interval[0]).toBeLessThan(found.halfLife.value);
  });

  it("says honestly that there is not enough, and how many more days would do", async () => {
    const text = textOf(evenings);
    const [head = "", measurements = ""] = text.split("measurements:\n");
    const few = measurements.split("  - at:").slice(0, 9).join("  - at:");
    const lines = head.split("\n").filter((line) => !/block: [2-8]/.test(line));
    const { out } = await measure("effect", fileOf(`${lines.join("\n")}measurements:\n${few}`, "few.yaml"));
    expect(out).toContain("Not enough data: 1 day with a session");
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/\d+ more days like these would do/);
    expect(out).not.toContain("Half of the effect was gone");
  });

  it("says the other way round where the days are exchanged, and prints no duration where nothing was found", async () => {
    const swapped = textOf(evenings).replace(/minutes: 20|leftOut: true/g, (found) =>
      found === "minutes: 20" ? "leftOut: true" : "minutes: 1",
    );
    const found = await json("effect", fileOf(swapped, "swapped.yaml"));
    expect(found.effect.value).toBeGreaterThan(0);
    const shuffled = textOf(evenings).replaceAll(
      /left: \[.*\]/g,
      (_, at: number) => `left: [18.${at % 3}, 23.5, 28.5, 30.5, 33.5, 35.2]`,
    );
    const none = await measure("effect", fileOf(shuffled, "none.yaml"));
    expect(none.out).toContain("No effect could be told from the scatter of the readings.");
    expect(none.out).not.toContain("Half of the effect");
  });

  it("takes an effect worth telling as an amount or a share", async () => {
    const [amount, share] = [
      await json("effect", evenings, "--worth", "53.1 mL"),
      await json("effect", evenings, "--worth", "2 %"),
    ];
    expect(share.planning.worth.value).toBeCloseTo(amount.planning.worth.value, 0);
    expect(await refused("effect", evenings, "--worth", "-2 %")).toContain("--worth");
    expect(await refused("effect", evenings, "--of", "heavyness")).toContain("heaviness");
  });

  it("refuses a file without sessions, a session out of order or with minutes where it was left out", async () => {
    expect(await refused("effect", clinic)).toContain("when sessions were held");
    const twice = textOf(evenings).replace("2026-09-08T18:00", "2026-09-07T18:10");
    expect(await refused("effect", fileOf(twice, "twice.yaml"))).toMatch(
      /sessions\[1\]\.at.*after the session before it/,
    );
    const both = textOf(evenings).replace("leftOut: true", "leftOut: true, minutes: 20");
    expect(await refused("effect", fileOf(both, "both.yaml"))).toContain("no minutes where a session was left out");
  });

  it("draws it, and hands on a record only of a person who agreed", async () => {
    const folder = freshFolder();
    const [svg, record] = [path.join(folder, "effect.svg"), path.join(folder, "record.json")];
    expect((await measure("effect", evenings, "--figure", svg, "--share", record)).code).toBe(0);
    expect(readFileSync(svg, "utf8")).toContain("session left out");
    const shared = readFileSync(record, "utf8");
    expect(shared).not.toMatch(/2026|18:00|sixteen|28\.2/);
    const refusing = fileOf(textOf(evenings).replace("consentToPooling: true", "consentToPooling: false"), "no.yaml");
    const other = path.join(folder, "other.json");
    expect(await refused("effect", refusing, "--share", other)).toContain("consentToPooling");
    expect(existsSync(other)).toBe(false);
  });
});

describe("measure schedule and pool", () => {
  it("draws days that a measurements file takes, and says how likely they tell the effect", async () => {
    const file = path.join(freshFolder(), "sessions.yaml");
    const from = ["--from", "2026-12-01T18:00+01:00"];
    const { out } = await measure(
      "schedule",
      ...from,
      "--days",
      "8",
      "--effect",
      "4 %",
      "--error",
      "1 %",
      "--out",
      file,
    );
    expect(out).toContain("Agree with your therapist before you leave out a session");
    const text = textOf(evenings).replace(/sessions:\n(?: {2}- .*\n)+/, readFileSync(file, "utf8"));
    expect(await refused("effect", fileOf(text, "drawn.yaml"))).toContain("readings of volume within");
    const few = await json("schedule", ...from, "--days", "4");
    const many = await json("schedule", ...from, "--days", "40");
    expect(many.planning.found).toBeGreaterThan(few.planning.found);
    expect(few.sessions).toEqual(many.sessions.slice(0, 4));
  });

  it("refuses what is no day, number or hour", async () => {
    expect(await refused("schedule", "--from", "tomorrow")).toContain("time zone");
    const from = ["--from", "2026-12-01T18:00+01:00"];
    for (const [option, value] of [
      ["--days", "7"],
      ["--days", "x"],
      ["--hours", "1,2"],
      ["--effect", "0 %"],
      ["--error", "1 kg"],
    ] as const) {
      expect(await refused("schedule", ...from, option, value)).toContain(option);
    }
  });

  it("pools people who agreed, and refuses few, others and torn records", async () => {
    const found = await json("pool", ...sharedRecords);
    expect(found).toMatchObject({ people: 6, unit: "% of the mean", found: true });
    expect(found.halfLife.interval[0]).toBeGreaterThan(0);
    expect(await refused("pool", ...sharedRecords.slice(0, 3))).toContain("5 or more");
    expect(await refused("pool", ...sharedRecords.slice(0, 5), clinic)).toContain("openlymph/shared-effect@1");
    const leg = fileOf(textOf(sharedRecords[5]!).replace('"limb": "arm"', '"limb": "leg"'), "leg.json");
    expect(await refused("pool", ...sharedRecords.slice(0, 5), leg)).toMatch(/leg\.json.*arm as in/);
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
