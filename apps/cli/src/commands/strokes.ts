import { fail, ok, type Result, runRecord } from "@openlymph/base";
import { strokeMoving, strokeStill } from "@openlymph/figure";
import { pressureDebate, type Stroke, strokeNamed, strokes } from "@openlymph/therapy";
import { strokeJson } from "../json/stroke-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { figureFile } from "../output/figure.ts";
import { pageText } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { strokeBlocks, strokeListBlocks, strokeMarks } from "../present/strokes.ts";
import { strokePicture } from "../words/stroke-words.ts";

export interface StrokesInput {
  /** Id or name; every stroke when left out. */
  readonly stroke?: string | undefined;
  /** The moving picture. */
  readonly svg?: string | undefined;
  /** The storyboard. */
  readonly still?: string | undefined;
  readonly json?: boolean | undefined;
}

export const strokesFormat = "openlymph/strokes@1";

const drawing = { theme: "light" } as const;

async function pictures(stroke: Stroke, { svg, still }: StrokesInput): Promise<Result<readonly OutputFile[]>> {
  const picture = strokePicture(stroke);
  const files: OutputFile[] = [];
  if (svg !== undefined) files.push({ path: svg, content: [`${strokeMoving(picture, drawing)}\n`] });
  if (still === undefined) return ok(files);
  const file = await figureFile(still, strokeStill(picture, drawing));
  return file.ok ? ok([...files, file.value]) : file;
}

function wrongUse({ stroke, svg, still }: StrokesInput) {
  if (stroke === undefined && (svg ?? still) !== undefined) {
    return fail("usage/invalid", { path: "strokes", expected: "the stroke to draw, such as: openlymph strokes pump" });
  }
  if (svg !== undefined && !svg.toLowerCase().endsWith(".svg")) {
    return fail("usage/invalid", { file: svg, expected: "a name that ends in .svg: a PNG does not move" });
  }
  return checkTargets({ figures: [svg, still] }, []);
}

/** Lists the strokes, or shows one in words, numbers and pictures. */
export async function strokesCommand(input: StrokesInput, { style }: Surroundings): Promise<Result<CommandOutput>> {
  const wrong = wrongUse(input);
  if (wrong !== undefined) return wrong;
  const found = input.stroke === undefined ? undefined : strokeNamed(input.stroke);
  if (found?.ok === false) return found;
  const files = found === undefined ? ok([]) : await pictures(found.value, input);
  if (!files.ok) return files;
  const shown = found === undefined ? strokes : [found.value];
  if (input.json) {
    const list = shown.map(strokeJson);
    return ok({
      files: files.value,
      text: jsonText({
        format: strokesFormat,
        marks: strokeMarks.map(({ word, text }) => `${word}: ${text}`),
        strokes: list,
        pressureDebate,
        record: runRecord(strokesFormat, list),
      }),
    });
  }
  const blocks = found === undefined ? strokeListBlocks() : strokeBlocks(found.value);
  return ok({ files: files.value, text: pageText(blocks, style) });
}
