/** A drawn figure as a file: SVG as it is, PNG drawn by resvg, which needs neither a screen nor a browser. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Failure, fail, ok, type Result } from "@openlymph/base";
import type { OutputFile } from "./command-output.ts";
import { checkTarget, writeWhole } from "./write-file.ts";

/** Endings of a figure file. */
export const figureEndings = [".svg", ".png"] as const;

/** The typeface of figures. PNG is set in the copy that comes with the program, SVG in it where the reader has it. */
export const figureFont = "Atkinson Hyperlegible Next";

/** Pixels of a PNG for each unit of the SVG, so that thin lines stay sharp on dense screens. */
const density = 2;

/** Characters the typeface lacks; only for them fonts of the machine are looked through. */
const beyondFont = /[^\s!-~\u00a1-\u00b4\u00b6-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u2212\u2248\u2264\u2265]/;

/** Says early whether a figure can be written under this name: by its ending, and as `checkTarget` does. */
export function checkFigureTarget(target: string | undefined, inputs: readonly string[]): Failure | undefined {
  if (target === undefined) return undefined;
  if (!figureEndings.some((ending) => ending === path.extname(target).toLowerCase())) {
    return fail("usage/invalid", { file: target, expected: "a name that ends in .svg or .png" });
  }
  return checkTarget(target, inputs);
}

/** An SVG as PNG, twice as many pixels as the SVG has units each way. */
export async function pngBytes(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const fontFiles = [
    "400Regular/AtkinsonHyperlegibleNext_400Regular",
    "600SemiBold/AtkinsonHyperlegibleNext_600SemiBold",
  ].map((name) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${name}.ttf`)));
  const drawing = new Resvg(svg, {
    font: { fontFiles, defaultFontFamily: figureFont, loadSystemFonts: beyondFont.test(svg) },
    fitTo: { mode: "zoom", value: density },
  });
  return drawing.render().asPng();
}

/**
 * A figure as a file that is yet to be written.
 *
 * @param target ends in `.svg` or `.png`; anything else is `usage/invalid`.
 * @param svg a whole SVG document.
 */
export async function figureFile(target: string, svg: string): Promise<Result<OutputFile>> {
  const wrong = checkFigureTarget(target, []);
  if (wrong !== undefined) return wrong;
  if (path.extname(target).toLowerCase() === ".svg") return ok({ path: target, content: [`${svg}\n`] });
  return ok({ path: target, content: [await pngBytes(svg)] });
}

/** Writes a figure whole or not at all; gives what went wrong, if anything. */
export async function writeFigure(target: string, svg: string): Promise<Failure | undefined> {
  const file = await figureFile(target, svg);
  return file.ok ? writeWhole(file.value) : file;
}
