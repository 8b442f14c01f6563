import { fail, ok, parseQuantity, type Result } from "@openlymph/base";
import {
  type MeasuredOptions,
  measured,
  type Series,
  sides,
  thresholds,
  type VolumeMethod,
} from "@openlymph/measurement";
import { readMethod } from "../input/read-followed.ts";
import { measurementOn, readMeasurements, type WrittenTable } from "../input/read-measurements.ts";
import { limbVolumeJson } from "../json/limb-volume-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { figureFile } from "../output/figure.ts";
import { pageText } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { limbVolumeBlocks } from "../present/limb-volume.ts";
import { dayOf } from "../words/measure-words.ts";

export interface MeasureVolumeInput extends WrittenTable {
  readonly file: string;
  /** Day of a series; its last one when left out. */
  readonly on?: string | undefined;
  readonly method?: string | undefined;
  readonly dominance?: string | undefined;
  readonly explain?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly figure?: string | undefined;
  readonly report?: string | undefined;
}

function readDominance(written: string | undefined, series: Series): Result<number> {
  if (written === undefined) return ok(0);
  const [low, high] = thresholds.dominance.range_percent;
  const expected = `a share such as "2 %", 0 to ${high} % (${low} to ${high} % are in use)`;
  const share = parseQuantity(written, "fraction");
  if (!share.ok || share.value < 0 || share.value > high / 100) {
    return fail("usage/invalid", { path: "--dominance", value: written, expected });
  }
  if (series.dominant === undefined) {
    return fail("usage/invalid", { path: "--dominance", expected: "a file that says which side is dominant" });
  }
  return ok(share.value);
}

function hasVolume(series: Series, method: VolumeMethod): (index: number) => boolean {
  return (index) => {
    const one = series.measurements[index]!;
    const known = method === "tape" ? one.circumferences : one[method];
    return sides.some((side) => known[side] !== undefined);
  };
}

/** Volumes of one measurement, the difference of the sides and the excess, with their errors. */
export async function measureVolumeCommand(
  input: MeasureVolumeInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const wrong = checkTargets({ figures: [input.figure], files: [input.report] }, [input.file]);
  if (wrong !== undefined) return wrong;
  const method = readMethod(input.method);
  if (!method.ok) return method;
  const read = readMeasurements(input.file, input);
  if (!read.ok) return read;
  const { series, understood } = read.value;
  const index = measurementOn(series, input.on, (i) => dayOf(series, i), hasVolume(series, method.value));
  if (!index.ok) return fail(index.code, { ...index, file: input.file });
  const dominance = readDominance(input.dominance, series);
  if (!dominance.ok) return dominance;
  const options: MeasuredOptions = { method: method.value, dominance: dominance.value };
  const found = measured(series, index.value, options);
  const explain = input.explain === true;
  const text = input.json
    ? jsonText(limbVolumeJson(series, found, understood, explain))
    : pageText(limbVolumeBlocks(series, found, understood, explain), style);
  const files: OutputFile[] = [];
  if (input.figure !== undefined) {
    const { limbFigure } = await import("../figures/limb-figure.ts");
    const drawn = await figureFile(input.figure, limbFigure(series, found));
    if (!drawn.ok) return drawn;
    files.push(drawn.value);
  }
  if (input.report !== undefined) {
    const { measurePage } = await import("../report/measure-page.ts");
    files.push({ path: input.report, content: [measurePage(series, found, understood)] });
  }
  return ok({ text, files });
}
