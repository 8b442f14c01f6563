import { fail, hour, ok, parseQuantity, quantity, type Result, runRecord } from "@openlymph/base";
import {
  daysNeeded,
  dayWords,
  type EffectChance,
  type EffectPlan,
  effectChance,
  effectSettings,
  errorLibrary,
  momentWords,
  readMoment,
  type Session,
  scheduleByLot,
} from "@openlymph/measurement";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { percent } from "../output/numbers.ts";
import { type Block, pageText, tableBlock, text, title } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { scheduleTable } from "../present/session-effect.ts";
import { spanWords } from "../words/effect-words.ts";

export interface MeasureScheduleInput {
  readonly from?: string | undefined;
  readonly days?: string | undefined;
  readonly seed?: string | undefined;
  readonly hours?: string | undefined;
  readonly effect?: string | undefined;
  readonly halfLife?: string | undefined;
  readonly error?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out?: string | undefined;
}

export const scheduleFormat = "openlymph/session-schedule@1";

const usualHours = "-0.5, 0.3, 2, 4";
/** What a person who measures themselves with a tape is taken for. */
const selfError = errorLibrary.items.find(({ id }) => id === "tape_arm_self")!.within_percent / 100;

function readWhole(written: string, option: string, expected: string): Result<number> {
  const value = Number(written);
  return Number.isInteger(value) && value >= 0 && written.trim() !== ""
    ? ok(value)
    : fail("usage/invalid", { path: option, value: written, expected });
}

function readHours(written: string): Result<readonly number[]> {
  const expected = `hours from the end of a session, at least one before it and one after: ${usualHours}`;
  const hours = written.split(",").map((one) => (one.trim() === "" ? Number.NaN : Number(one)));
  const inside = hours.every((one) => one >= -effectSettings.before_h && one <= 23);
  const whole = hours.some((one) => one < 0) && hours.some((one) => one > 0);
  return inside && whole
    ? ok([...hours].sort((a, b) => a - b).map((one) => one * hour))
    : fail("usage/invalid", { path: "--hours", value: written, expected });
}

function readPositive(written: string, dimension: "fraction" | "time", option: string): Result<number> {
  const read = parseQuantity(written, dimension);
  if (!read.ok) return fail(read.code, { ...read, path: option });
  return read.value > 0
    ? read
    : fail("param/out-of-range", { path: option, value: written, expected: "a value larger than 0" });
}

/** What would be measured, and what there would be to see. */
function readPlan(input: MeasureScheduleInput): Result<EffectPlan> {
  const offsets = readHours(input.hours ?? usualHours);
  if (!offsets.ok) return offsets;
  const effect = readPositive(input.effect ?? `${effectSettings.worth_percent} %`, "fraction", "--effect");
  if (!effect.ok) return effect;
  const halfLife = readPositive(input.halfLife ?? `${effectSettings.worthHalfLife_h} h`, "time", "--half-life");
  if (!halfLife.ok) return halfLife;
  const scatter = readPositive(input.error ?? `${100 * selfError} %`, "fraction", "--error");
  if (!scatter.ok) return scatter;
  return ok({
    offsets: offsets.value,
    alternating: true,
    effect: effect.value,
    halfLife: halfLife.value,
    scatter: scatter.value,
  });
}

/** Sessions as a measurements file has them. */
function yamlOf(sessions: readonly Session[]): string {
  const lines = sessions.map(({ at, leftOut, block }) => {
    const clock = new Date((at.seconds + at.offset) * 1000).toISOString().slice(0, 16);
    const [sign, minutes] = [at.offset < 0 ? "-" : "+", Math.abs(at.offset) / 60];
    const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
    const zone = `${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
    return `  - { at: ${clock}${zone}, ${leftOut ? "leftOut: true, " : ""}block: ${block} }`;
  });
  return ["sessions:", ...lines, ""].join("\n");
}

function chanceWords({ found, ended }: EffectChance): string {
  return `found in ${Math.round(100 * found)} of 100 cases, its end told in ${Math.round(100 * ended)}`;
}

function planWords({ effect, halfLife, scatter, offsets }: EffectPlan): string {
  const hours = offsets.map((offset) => Number((offset / hour).toFixed(2))).join(", ");
  return `Planned with an effect of ${percent(effect, 1)} % of the limb at the first reading, half of it gone after ${spanWords(halfLife)}, a scatter of ${percent(scatter, 1)} % from reading to reading, and readings ${hours} h from the end of each session. These are assumptions for planning: nobody has published how long the effect of one session lasts.`;
}

function blocksOf(
  sessions: readonly Session[],
  plan: EffectPlan,
  chance: EffectChance,
  needed: EffectChance | undefined,
): readonly Block[] {
  const rows = sessions.map(({ at, leftOut, block }) => [
    dayWords(at),
    momentWords(at).slice(11),
    leftOut ? "leave out" : "hold",
    String(block),
  ]);
  const enough =
    needed === undefined
      ? `Even ${effectSettings.mostDays} days would find it in fewer than 80 of 100 cases: measure more often in a day, or with less error.`
      : `${needed.days} days are the fewest that would find it in 80 of 100 cases.`;
  return [
    title(`Days with and without a session, drawn by lot: ${sessions.length} days`),
    text(
      "Agree with your therapist before you leave out a session. Keep everything else the same on all days: garment, exercise, hours of measuring, posture. Read the same number of times on days without one, at the same hours.",
    ),
    tableBlock(scheduleTable(rows)),
    text(planWords(plan)),
    text(`An effect like this would be ${chanceWords(chance)}. ${enough}`),
  ];
}

/** Days with and without a session drawn by lot, and how many it takes to see an effect. */
export async function measureScheduleCommand(
  input: MeasureScheduleInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const wrong = checkTargets({ files: [input.out] }, []);
  if (wrong !== undefined) return wrong;
  const from = readMoment(input.from);
  if (!from.ok)
    return fail("usage/invalid", {
      ...from,
      path: "--from",
      ...(input.from === undefined ? {} : { value: input.from }),
    });
  const days = readWhole(input.days ?? "14", "--days", `an even number from 2 to ${effectSettings.mostDays}`);
  if (!days.ok) return days;
  const seed = readWhole(input.seed ?? "1", "--seed", "a whole number");
  if (!seed.ok) return seed;
  const plan = readPlan(input);
  if (!plan.ok) return plan;
  const drawn = scheduleByLot({ from: from.value, days: days.value, seed: seed.value });
  if (!drawn.ok) return fail(drawn.code, { ...drawn, path: "--days" });
  const sessions = drawn.value;
  const chance = effectChance(plan.value, days.value);
  const needed = daysNeeded(plan.value);
  const files = input.out === undefined ? [] : [{ path: input.out, content: [yamlOf(sessions)] }];
  if (!input.json) return ok({ text: pageText(blocksOf(sessions, plan.value, chance, needed), style), files });
  const text = jsonText({
    format: scheduleFormat,
    sessions: sessions.map(({ at, leftOut, block }) => ({ at: momentWords(at), leftOut, block })),
    planning: {
      effect: quantity(plan.value.effect, "fraction", "%"),
      halfLife: quantity(plan.value.halfLife, "time", "h"),
      scatter: quantity(plan.value.scatter, "fraction", "%"),
      hours: plan.value.offsets.map((offset) => offset / hour),
      found: chance.found,
      ended: chance.ended,
      days: needed?.days ?? null,
    },
    record: runRecord(scheduleFormat, { plan: plan.value, days: days.value, from: from.value }, seed.value),
  });
  return ok({ text, files });
}
