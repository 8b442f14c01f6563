import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { examples } from "./program-parts.ts";

interface EffectOptions {
  readonly of?: string;
  readonly method?: string;
  readonly worth?: string;
  readonly json?: boolean;
  readonly figure?: string;
  readonly share?: string;
}

interface ScheduleOptions {
  readonly from?: string;
  readonly days?: string;
  readonly seed?: string;
  readonly hours?: string;
  readonly effect?: string;
  readonly halfLife?: string;
  readonly error?: string;
  readonly json?: boolean;
  readonly out?: string;
}

const evenings = "examples/measurements/arm-evenings.yaml";

function addEffect(measure: Command, perform: Perform): void {
  measure
    .command("effect")
    .summary("how long the effect of a session lasts in one person")
    .description(
      "Fits a fading effect to readings around sessions, holds it against no effect and against one that stays, and says how many more days it would take where the readings are not enough.",
    )
    .argument("<file>", "measurements file with sessions (YAML, openlymph/measurements@1), or a folder of them")
    .option("--of <quantity>", "volume (default), left, right, excess or a symptom")
    .option("--method <method>", "tape (default), water or perometer")
    .option("--worth <effect>", 'smallest effect worth telling, such as "50 mL", "3 %" or 1 of a rating')
    .option("--json", "print JSON instead of tables")
    .option("--figure <file>", "draw it (.svg or .png)")
    .option("--share <file>", "also write a record without name and dates; needs consentToPooling: true in the file")
    .addHelpText(
      "after",
      examples([`measure effect ${evenings} --figure effect.svg`, `measure effect ${evenings} --of heaviness`]),
    )
    .action((place: string, options: EffectOptions) =>
      perform(async (surroundings) => {
        const { measureEffectCommand } = await import("./commands/measure-effect.ts");
        return measureEffectCommand({ place, ...options }, surroundings);
      }),
    );
}

function addSchedule(measure: Command, perform: Perform): void {
  measure
    .command("schedule")
    .summary("days with and without a session, drawn by lot, and how many it takes")
    .description(
      "Draws in each pair of days one with a session and one without, and says how likely these days tell an effect from the error.",
    )
    .requiredOption("--from <moment>", "hour of the session on the first day, such as 2026-12-01T18:00+01:00")
    .option("--days <number>", "even number of days (default 14)")
    .option("--seed <number>", "number the lot is drawn with (default 1); the same number draws the same days")
    .option("--hours <list>", 'when you would measure, hours from the end of a session (default "-0.5, 0.3, 2, 4")')
    .option("--effect <share>", 'effect at the first reading, of the limb (default "2 %", assumed)')
    .option("--half-life <time>", 'when half of it is gone (default "6 h", assumed)')
    .option("--error <share>", 'scatter of a reading, of the limb (default "1.8 %", a person with a tape)')
    .option("--json", "print JSON instead of a table")
    .option("--out <file>", "also write the sessions as lines for a measurements file")
    .addHelpText(
      "after",
      examples(['measure schedule --from 2026-12-01T18:00+01:00 --days 16 --effect "4 %" --error "1 %"']),
    )
    .action((options: ScheduleOptions) =>
      perform(async (surroundings) => {
        const { measureScheduleCommand } = await import("./commands/measure-schedule.ts");
        return measureScheduleCommand(options, surroundings);
      }),
    );
}

function addPool(measure: Command, perform: Perform): void {
  measure
    .command("pool")
    .summary("the effect over people who agreed to it")
    .description(
      "Pools records that people wrote with measure effect --share: a mixed model with one duration and an effect for each person.",
    )
    .argument("<files...>", "records (JSON, openlymph/shared-effect@1), five or more")
    .option("--json", "print JSON instead of sentences")
    .addHelpText("after", examples(["measure pool examples/measurements/shared/*.json"]))
    .action((files: readonly string[], options: { readonly json?: boolean }) =>
      perform(async (surroundings) => {
        const { measurePoolCommand } = await import("./commands/measure-pool.ts");
        return measurePoolCommand({ files, ...options }, surroundings);
      }),
    );
}

/** The commands about how long an effect lasts. */
export function addEffects(measure: Command, perform: Perform): void {
  addEffect(measure, perform);
  addSchedule(measure, perform);
  addPool(measure, perform);
}
