import { day, fail, ok, type Result } from "@openlymph/base";
import {
  contraindicationLibrary,
  dailyCheck,
  parseScreening,
  parseScreeningSettings,
  type Screening,
  type ScreeningOutcome,
  screen,
  screeningOf,
  screeningSettings,
  serializeScreening,
  type WrittenScreeningSettings,
} from "@openlymph/therapy";
import { askScreening } from "../input/ask-screening.ts";
import { clock, momentOf } from "../input/moment.ts";
import { readDate } from "../input/read-date.ts";
import { readParsed } from "../input/read-parsed.ts";
import { openTerminal, type Terminal } from "../input/terminal.ts";
import { screeningJson } from "../json/screening-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { screeningBlocks } from "../present/screening.ts";

export interface ScreenInput {
  /** Answers file; none with `ask`. */
  readonly answers?: string | undefined;
  readonly ask?: boolean | undefined;
  readonly daily?: boolean | undefined;
  readonly country?: string | undefined;
  readonly clinic?: string | undefined;
  readonly on?: string | undefined;
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
}

/** The moment of judgement: as asked, else now. */
function judgedAt(screening: Screening, on: number | undefined): number {
  if (on === undefined) return momentOf(screening, clock());
  const { answeredAt, dayOnly } = screening;
  return answeredAt !== undefined && dayOnly !== true ? Math.max(on, sameDay(answeredAt, on)) : on;
}

/** The moment of the answers where it lies on the day of `on`, else `on`. */
function sameDay(answeredAt: number, on: number): number {
  return Math.floor(answeredAt / day) === Math.floor(on / day) ? answeredAt : on;
}

function settingsOf({ country, clinic }: ScreenInput): Result<WrittenScreeningSettings> {
  const read: Result<WrittenScreeningSettings> =
    clinic === undefined ? ok({}) : readParsed(clinic, parseScreeningSettings);
  if (!read.ok || country === undefined) return read;
  const { emergencyNumber, ...rest } = read.value;
  const same = rest.country?.toUpperCase() === country.toUpperCase();
  const settings = { ...rest, ...(same ? { emergencyNumber } : {}), country };
  const complete = screeningSettings(settings);
  return complete.ok ? ok(settings) : fail(complete.code, { ...complete, path: "--country" });
}

function misused({ answers, ask, out, on }: ScreenInput): Result<never> | undefined {
  const path = "screen";
  if (ask === true && answers !== undefined)
    return fail("usage/invalid", { path, expected: "an answers file or --ask, not both" });
  if (ask !== true && answers === undefined)
    return fail("usage/invalid", { path, expected: "an answers file, or --ask on a terminal" });
  if (ask !== true && out !== undefined)
    return fail("usage/invalid", { path: "--out", expected: "--out only with --ask" });
  if (ask === true && on !== undefined)
    return fail("usage/invalid", { path: "--on", expected: "--on only with an answers file" });
  return checkTargets({ files: [out] }, []);
}

type Judge = (screening: Screening, at: number, settings: WrittenScreeningSettings) => Result<ScreeningOutcome>;

async function asked(
  input: ScreenInput,
  judge: Judge,
  settings: WrittenScreeningSettings,
  terminal: Terminal | undefined,
): Promise<Result<Screening>> {
  if (terminal === undefined) {
    return fail("usage/invalid", {
      path: "screen --ask",
      value: "no terminal",
      expected: "a terminal to ask on",
      hint: "Write the answers into a file: openlymph screen ANSWERS.yaml.",
    });
  }
  const { title, intro } = contraindicationLibrary.dailyCheck;
  terminal.say(
    input.daily === true ? `${title}. ${intro}` : "Screening before drainage: the gravest questions come first.",
  );
  terminal.say("DRAFT: no named professional has reviewed or approved all of these rules.\n");
  const at = clock();
  const answers = await askScreening(terminal, input.daily === true, (so) => judge(so, at, settings));
  terminal.close();
  return answers.ok ? ok({ ...screeningOf(answers.value), answeredAt: at }) : answers;
}

/** Screens a file of answers, or asks the questions: may this person have drainage, where not, who must be asked. */
export async function screenCommand(
  input: ScreenInput,
  { style }: Pick<Surroundings, "style">,
  terminal: () => Terminal | undefined = openTerminal,
): Promise<Result<CommandOutput>> {
  const wrong = misused(input);
  if (wrong !== undefined) return wrong;
  const on = input.on === undefined ? ok(undefined) : readDate(input.on, "--on");
  if (!on.ok) return on;
  const settings = settingsOf(input);
  if (!settings.ok) return settings;
  const judge: Judge = input.daily === true ? dailyCheck : screen;
  const screening =
    input.answers === undefined
      ? await asked(input, judge, settings.value, terminal())
      : readParsed(input.answers, parseScreening);
  if (!screening.ok) return screening;
  const at = judgedAt(screening.value, on.value);
  const outcome = judge(screening.value, at, settings.value);
  if (!outcome.ok)
    return fail(outcome.code, { ...outcome, ...(input.answers === undefined ? {} : { file: input.answers }) });
  const inputs = { screening: screening.value, at, settings: settings.value, daily: input.daily === true };
  const rules = contraindicationLibrary.version;
  const text = input.json
    ? jsonText(screeningJson(outcome.value, { ...inputs, rules }))
    : pageText(screeningBlocks(outcome.value), style);
  if (input.out === undefined) return ok({ text });
  return ok({ text, files: [{ path: input.out, content: [serializeScreening(screening.value)] }] });
}
