import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../testing/run-cli.ts";
import { figureFont, pngBytes, writeFigure } from "./figure.ts";

const drawing = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" font-family="'${figureFont}', sans-serif">` +
  `<rect width="200" height="60" fill="#ffffff"/><text x="10" y="40" font-size="24">${words}</text></svg>`;

/** Width and height of a PNG from its head. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe("PNG");
  return [view.getUint32(16), view.getUint32(20)];
}

describe("a figure file", () => {
  it("is the SVG itself, or a PNG with two pixels for each unit", async () => {
    const folder = freshFolder();
    const svg = drawing("lymph");
    expect(await writeFigure(path.join(folder, "a.svg"), svg)).toBeUndefined();
    expect(await writeFigure(path.join(folder, "a.PNG"), svg)).toBeUndefined();
    expect(readFileSync(path.join(folder, "a.svg"), "utf8")).toBe(`${svg}\n`);
    expect(sizeOf(readFileSync(path.join(folder, "a.PNG")))).toEqual([400, 120]);
    expect(readdirSync(folder).sort()).toEqual(["a.PNG", "a.svg"]);
  });

  it("has its words in PNG on a machine without fonts, the same bytes each time", async () => {
    const [words, again, none] = [drawing("lymph"), drawing("lymph"), drawing("")];
    expect(Buffer.from(await pngBytes(words)).equals(await pngBytes(again))).toBe(true);
    expect((await pngBytes(words)).length).toBeGreaterThan((await pngBytes(none)).length + 500);
  });

  it("refuses other endings and missing folders, and writes nothing then", async () => {
    const folder = freshFolder();
    for (const [name, code] of [
      ["a.pdf", "usage/invalid"],
      ["svg", "usage/invalid"],
      ["none/a.png", "file/unwritable"],
    ] as const) {
      expect(await writeFigure(path.join(folder, name), drawing("x"))).toMatchObject({ ok: false, code });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
