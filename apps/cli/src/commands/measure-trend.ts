import { fail, ok, type Result } from "@openlymph/base";
import { type Trend, trendOf, usualQuantity } from "@openlymph/measurement";
import { readFollowed } from "../input/read-followed.ts";
import { trendJson } from "../json/trend-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { csvText } from "../output/csv.ts";
import { figureFile } from "../output/figure.ts";
import { pageText } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { trendBlocks } from "../present/trend.ts";

export interface MeasureTrendInput {
  /** A measurements file or a folder of them. */
  readonly place: string;
  readonly of?: string | undefined;
  readonly method?: string | undefined;
  readonly json?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly figure?: string | undefined;
}

const csvHead = ["time", "value", "low", "high", "unit", "left_out"];

function* csvRows(printed: ReturnType<typeof trendJson>): Generator<readonly (string | number)[]> {
  for (const { at, value, interval, unit, leftOut } of printed.values) {
    yield [at ?? "", value, ...interval, unit, leftOut ? "yes" : "no"];
  }
}

/** A quantity over time: its course with a band, the rate of the last months, flares. */
export async function measureTrendCommand(
  input: MeasureTrendInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const wrong = checkTargets({ figures: [input.figure], files: [input.csv] }, [input.place]);
  if (wrong !== undefined) return wrong;
  const followed = readFollowed(input, usualQuantity);
  if (!followed.ok) return followed;
  const { series, of, method } = followed.value;
  const trend: Result<Trend> = trendOf(series, of, method);
  if (!trend.ok) return fail(trend.code, { ...trend, file: input.place });
  const printed = trendJson(series, trend.value);
  const files: OutputFile[] = [];
  if (input.csv !== undefined) files.push({ path: input.csv, content: csvText(csvHead, csvRows(printed)) });
  if (input.figure !== undefined) {
    const { trendFigure } = await import("../figures/trend-figure.ts");
    const drawn = await figureFile(input.figure, trendFigure(series, trend.value));
    if (!drawn.ok) return drawn;
    files.push(drawn.value);
  }
  const text = input.json ? jsonText(printed) : pageText(trendBlocks(series, trend.value), style);
  return ok({ text, files });
}
