import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../testing/run-cli.ts";
import { csvLine } from "./csv.ts";
import { fixed, timeWords } from "./numbers.ts";
import { mark, pageText, plain, tableBlock, wrapped } from "./page.ts";
import { progressLine } from "./progress.ts";
import { plainStyle, styleFor } from "./style.ts";
import { numbers, shortened, tableLines, words } from "./table.ts";
import { checkTarget, writeWhole } from "./write-file.ts";

const table = {
  title: "T",
  columns: [words("limb"), numbers("excess (mL)")],
  rows: [
    ["left arm", "950.1"],
    ["right arm", "-0.3"],
  ],
};

describe("tables", () => {
  it("line up words on the left and numbers on the right", () => {
    expect(tableLines(table)).toEqual({
      head: ["limb       excess (mL)"],
      rows: ["left arm         950.1", "right arm         -0.3"],
    });
  });

  it("fold words, never numbers, on a narrow terminal", () => {
    const long = { ...table, rows: [["a way over the shoulder blade to the neck", "1234567.125"]] };
    const { rows } = tableLines(long, 30);
    expect(rows.every((line) => line.length <= 30)).toBe(true);
    expect(rows.join(" ")).toContain("1234567.125");
    expect(rows.length).toBeGreaterThan(1);
  });

  it("say what they leave out", () => {
    expect(shortened(table, 1, "--json").about).toBe("The first 1 of 2; all of them: --json.");
    expect(shortened(table, 2, "--json")).toBe(table);
  });
});

describe("text", () => {
  it("has no control characters from files and no line that is too long", () => {
    expect(plain("a\u001b[31mb\nc")).toBe("a [31mb c");
    expect(wrapped("one two three four", 9, "  ").split("\n")).toEqual(["one two", "  three", "  four"]);
    expect(pageText([mark("DRAFT", "plan"), tableBlock(table)], plainStyle)).toMatch(/^DRAFT: plan\n\nT\nlimb/);
  });

  it("has colour on a terminal only, and not with NO_COLOR", () => {
    expect(styleFor({}, {}).bold("x")).toBe("x");
    expect(styleFor({ isTTY: true, columns: 120 }, {}).bold("x")).not.toBe("x");
    expect(styleFor({ isTTY: true }, { NO_COLOR: "1" }).bold("x")).toBe("x");
    expect(styleFor({ isTTY: true, columns: 60 }, {}).width).toBe(60);
  });

  it("shows numbers plainly", () => {
    expect(fixed(-0.0001, 2)).toBe("0.00");
    expect(fixed(Number.NaN, 2)).toBe("–");
    expect([90, 677, 5400, 86400, 30 * 86400].map(timeWords)).toEqual(["90 s", "11.3 min", "1.5 h", "24 h", "30 d"]);
    expect(csvLine(["a,b", 'say "x"', 1.5])).toBe('"a,b","say ""x""",1.5\n');
  });
});

describe("the progress line", () => {
  it("appears on a terminal after a moment and goes away", () => {
    let time = 0;
    const written: string[] = [];
    const line = progressLine({ isTTY: true, columns: 40, write: (text) => written.push(text) }, () => time);
    line.report({ task: "body", fraction: 0.1, message: "steps" });
    expect(written).toEqual([]);
    time = 500;
    line.report({ task: "body", fraction: 0.5, message: "steps" });
    line.clear();
    expect(written.join("")).toContain("50 %  body: steps");
    expect(written.at(-1)).toBe("\r\u001b[2K");
  });
});

describe("files", () => {
  it("are there whole or as they were before", () => {
    const folder = freshFolder();
    const file = path.join(folder, "a.csv");
    writeFileSync(file, "before");
    function* torn(): Generator<string> {
      yield "x".repeat(100_000);
      throw new Error("torn");
    }
    expect(() => writeWhole({ path: file, content: torn() })).toThrow("torn");
    expect(readFileSync(file, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
    expect(writeWhole({ path: file, content: ["after", "wards"] })).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe("afterwards");
  });

  it("follow a link to where it points, and never replace a device", () => {
    const folder = freshFolder();
    const real = path.join(folder, "real.csv");
    const link = path.join(folder, "link.csv");
    writeFileSync(real, "");
    symlinkSync(real, link);
    writeWhole({ path: link, content: ["x"] });
    expect(readFileSync(real, "utf8")).toBe("x");
    expect(existsSync("/dev/null") ? checkTarget("/dev/null", [])?.code : "usage/invalid").toBe("usage/invalid");
  });
});
