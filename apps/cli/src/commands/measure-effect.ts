import { fail, ok, parseQuantity, type Result } from "@openlymph/base";
import {
  type Quantity,
  type Series,
  sessionEffect,
  sharedEffect,
  usualEffectQuantity,
  type VolumeMethod,
} from "@openlymph/measurement";
import { readFollowed } from "../input/read-followed.ts";
import { sessionEffectJson } from "../json/session-effect-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { figureFile } from "../output/figure.ts";
import { pageText } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { effectBlocks } from "../present/session-effect.ts";
import { quantityShown } from "../present/trend.ts";

export interface MeasureEffectInput {
  /** A measurements file or a folder of them. */
  readonly place: string;
  readonly of?: string | undefined;
  readonly method?: string | undefined;
  /** Smallest effect worth telling, as it is written. */
  readonly worth?: string | undefined;
  readonly json?: boolean | undefined;
  readonly figure?: string | undefined;
  /** Where a record without name and dates is written. */
  readonly share?: string | undefined;
}

/** An effect as a person names it: `50 mL`, `2 %` (of a volume its share, of a percentage points), `1` of a rating. */
function readWorth(written: string | undefined, of: Quantity, mean: number): Result<number | undefined> {
  if (written === undefined) return ok(undefined);
  const { dimension } = quantityShown(of);
  const isShare = dimension === "volume" && written.trim().endsWith("%");
  const read = parseQuantity(written, isShare ? "fraction" : dimension);
  if (!read.ok) return fail(read.code, { ...read, path: "--worth" });
  if (read.value > 0) return ok(isShare ? read.value * mean : read.value);
  return fail("param/out-of-range", { path: "--worth", value: written, expected: "an effect larger than 0" });
}

/** The effect, once without a worth to know the mean that a share is taken of. */
function effectOf(series: Series, of: Quantity, method: VolumeMethod, worth: string | undefined) {
  const first = sessionEffect(series, of, { method });
  if (!first.ok || worth === undefined) return first;
  const named = readWorth(worth, of, first.value.mean);
  if (!named.ok) return named;
  return sessionEffect(series, of, { method, ...(named.value === undefined ? {} : { worth: named.value }) });
}

/** How long the effect of a session lasts in one person, as far as their readings tell. */
export async function measureEffectCommand(
  input: MeasureEffectInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const wrong = checkTargets({ figures: [input.figure], files: [input.share] }, [input.place]);
  if (wrong !== undefined) return wrong;
  const followed = readFollowed(input, usualEffectQuantity);
  if (!followed.ok) return followed;
  const { series, of, method } = followed.value;
  const effect = effectOf(series, of, method, input.worth);
  if (!effect.ok) return effect.path === "--worth" ? effect : fail(effect.code, { ...effect, file: input.place });
  const files: OutputFile[] = [];
  if (input.figure !== undefined) {
    const { effectFigure } = await import("../figures/effect-figure.ts");
    const drawn = await figureFile(input.figure, effectFigure(series, effect.value));
    if (!drawn.ok) return drawn;
    files.push(drawn.value);
  }
  if (input.share !== undefined) {
    const shared = sharedEffect(series, of, method);
    if (!shared.ok) return fail(shared.code, { ...shared, file: input.place });
    files.push({ path: input.share, content: [`${jsonText(shared.value)}\n`] });
  }
  const text = input.json
    ? jsonText(sessionEffectJson(series, effect.value))
    : pageText(effectBlocks(series, effect.value), style);
  return ok({ text, files });
}
