import { ok, quantity, type Result, runRecord } from "@openlymph/base";
import {
  type PooledEffect,
  parseSharedEffect,
  poolEffects,
  type SharedEffect,
  type SharedFile,
} from "@openlymph/measurement";
import { readParsed } from "../input/read-parsed.ts";
import { spanJson } from "../json/session-effect-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { fixed } from "../output/numbers.ts";
import { type Block, pageText, text, title } from "../output/page.ts";
import { spanRange, spanWords } from "../words/effect-words.ts";

export interface MeasurePoolInput {
  readonly files: readonly string[];
  readonly json?: boolean | undefined;
}

export const pooledFormat = "openlymph/pooled-effect@1";

const unitWords: Readonly<Record<SharedEffect["unit"], string>> = {
  "% of the mean": "% of the limb",
  "% points": "points of excess",
  "points of 10": "points of 10",
};

/** What was pooled: `arm, by tape, measured by the person`. */
function kindWords({ kind, symptom, limb, method, measuredBy }: SharedEffect): string {
  if (kind === "symptom") return `${symptom}, ${limb}`;
  const by = { self: "by the person", trained: "by trained raters", both: "by the person and by trained raters" };
  return `${kind} of the ${limb}, by ${method}, measured ${by[measuredBy]}`;
}

/** In whom the effect is told from what the limb does by itself. */
function ownCourseWords({ people, ownCourse }: PooledEffect): string {
  if (ownCourse === people) return "Days without a session tell what the limb does by itself.";
  const others = ownCourse === 0 ? "Nobody" : `Only ${ownCourse} of ${people}`;
  return `${others} left out three sessions or more: what the limb does by itself at these hours is ${ownCourse === 0 ? "" : "in the others "}part of the effect.`;
}

function blocksOf(pooled: PooledEffect, shared: SharedEffect): readonly Block[] {
  const { people, sessions, leftOut, readings, firstAfter, effect, between, scatter, found, halfLife } = pooled;
  const unit = unitWords[shared.unit];
  const [low, high] = effect.interval.map((end) => fixed(end, 2));
  const duration =
    halfLife === undefined
      ? []
      : [
          text(
            `Half of it was gone after ${spanWords(halfLife.value)} (95 %: ${spanRange(halfLife.interval)}), taken to be the same for all.`,
          ),
        ];
  return [
    title(`Effect of a session over ${people} people: ${kindWords(shared)}`),
    text(`${sessions} sessions, ${leftOut} days without one, ${readings} readings. ${ownCourseWords(pooled)}`),
    text(
      `Change ${spanWords(firstAfter)} after a session: ${fixed(effect.value, 2)} ${unit} (95 %: ${low} to ${high})${found ? "" : ": not distinguishable from none"}. Spread between people: ${fixed(between, 2)} (one standard deviation). Scatter of a reading: ${fixed(scatter, 2)}.`,
    ),
    ...duration,
    text(
      "Only people who agreed to it, without names and dates. They measured themselves or were measured because they chose to: this is no trial, and no promise for anybody.",
    ),
  ];
}

/** The effect of a session over people who agreed to be pooled. */
export async function measurePoolCommand(
  { files, json }: MeasurePoolInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const records: SharedFile[] = [];
  for (const file of files) {
    const read = readParsed(file, parseSharedEffect);
    if (!read.ok) return read;
    records.push({ file, shared: read.value });
  }
  const pooled = poolEffects(records);
  if (!pooled.ok) return pooled;
  const first = records[0]!.shared;
  if (!json) return ok({ text: pageText(blocksOf(pooled.value, first), style) });
  const { firstAfter, halfLife, ...numbers } = pooled.value;
  const text = jsonText({
    format: pooledFormat,
    kind: kindWords(first),
    unit: first.unit,
    ...numbers,
    firstAfter: quantity(firstAfter, "time", "h"),
    halfLife: halfLife === undefined ? null : spanJson(halfLife),
    record: runRecord(
      pooledFormat,
      records.map(({ shared }) => shared),
    ),
  });
  return ok({ text });
}
