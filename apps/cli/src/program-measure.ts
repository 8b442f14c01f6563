import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { addEffects } from "./program-measure-effect.ts";
import { collect, examples } from "./program-parts.ts";

interface TableOptions {
  readonly model?: string;
  readonly affected?: string;
  readonly limb?: string;
  readonly unit?: string;
}

interface VolumeOptions extends TableOptions {
  readonly on?: string;
  readonly method?: string;
  readonly dominance?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly figure?: string;
  readonly report?: string;
}

interface CompareOptions extends TableOptions {
  readonly sameRater?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

interface TrendOptions {
  readonly of?: string;
  readonly method?: string;
  readonly json?: boolean;
  readonly csv?: string;
  readonly figure?: string;
}

interface AlarmOptions {
  readonly threshold?: readonly string[];
  readonly json?: boolean;
}

const fileHelp = "measurements file (YAML, openlymph/measurements@1)";
const placeHelp = `${fileHelp}, or a folder of them`;
const clinic = "examples/measurements/arm-clinic.yaml";

/** What a plain table does not say itself. */
function addTableOptions(command: Command): Command {
  return command
    .option("--model <model>", "for a table: frustum (default) or disk")
    .option("--affected <side>", "left or right; for a table, or instead of what the file says")
    .option("--limb <limb>", "for a table: arm (default) or leg; the error depends on it")
    .option("--unit <unit>", "for a table whose heads name none: cm or mm");
}

function addVolume(measure: Command, perform: Perform): void {
  addTableOptions(measure.command("volume"))
    .summary("limb volume from a tape, with its error")
    .description(
      "Volumes of both sides from readings of a tape, their difference and the excess, each with a 95 % interval; asks for readings again that do not fit. Reads a measurements file or a plain table: distance_cm,left_cm,right_cm.",
    )
    .argument("<file>", `${fileHelp} or a table (.csv)`)
    .option("--on <date>", "day of the series (default: the last)")
    .option("--method <method>", "tape (default), water or perometer")
    .option("--dominance <share>", 'share taken off the dominant side in the comparison, such as "2 %" (default: none)')
    .option("--explain", "show the formulas with these numbers put in")
    .option("--json", "print JSON instead of tables")
    .option("--figure <file>", "draw both limbs to scale (.svg or .png)")
    .option("--report <file>", "also write a page (HTML, one file)")
    .addHelpText(
      "after",
      examples([
        "measure volume examples/measurements/arm-readings.csv --affected left --explain",
        `measure volume ${clinic} --report arm.html`,
      ]),
    )
    .action((file: string, options: VolumeOptions) =>
      perform(async (surroundings) => {
        const { measureVolumeCommand } = await import("./commands/measure-volume.ts");
        return measureVolumeCommand({ file, ...options }, surroundings);
      }),
    );
}

function addCompare(measure: Command, perform: Perform): void {
  addTableOptions(measure.command("compare"))
    .summary("whether two measurements differ by more than their error")
    .description(
      "Compares two measurements: changed, not distinguishable, or repeat the measurement, with the smallest detectable change. Measurements of the same day are taken together.",
    )
    .argument("<before>", `${fileHelp} or a table (.csv)`)
    .argument("[after]", "second file; without it the baseline and the last day of the first are compared")
    .option("--from <date>", "day to compare (default: the baseline, or the first)")
    .option("--to <date>", "day to compare with (default: the last)")
    .option("--same-rater", "for tables: one person measured both")
    .option("--json", "print JSON instead of tables")
    .addHelpText(
      "after",
      examples([
        `measure compare ${clinic} --from 2026-04-20 --to 2026-10-26`,
        "measure compare march.csv may.csv --affected left --same-rater",
      ]),
    )
    .action((before: string, after: string | undefined, options: CompareOptions) =>
      perform(async (surroundings) => {
        const { measureCompareCommand } = await import("./commands/measure-compare.ts");
        return measureCompareCommand({ before, after, ...options }, surroundings);
      }),
    );
}

function addTrend(measure: Command, perform: Perform): void {
  measure
    .command("trend")
    .summary("a quantity over time: course, rate, flares")
    .description("Follows a quantity: a robust course with its band, the rate of the last months, flares.")
    .argument("<file>", placeHelp)
    .option("--of <quantity>", "excess (default), volume, left, right, difference, girth, rvc, wac, ldex or a symptom")
    .option("--method <method>", "tape (default), water or perometer")
    .option("--json", "print JSON instead of tables")
    .option("--csv <file>", "also write the values as a table (CSV)")
    .option("--figure <file>", "draw it (.svg or .png)")
    .addHelpText(
      "after",
      examples([`measure trend ${clinic} --figure trend.svg`, `measure trend ${clinic} --of heaviness`]),
    )
    .action((place: string, options: TrendOptions) =>
      perform(async (surroundings) => {
        const { measureTrendCommand } = await import("./commands/measure-trend.ts");
        return measureTrendCommand({ place, ...options }, surroundings);
      }),
    );
  measure
    .command("alarms")
    .summary("thresholds replayed on old measurements")
    .description(
      'Replays thresholds that a therapist set: when they would have been crossed, and whether that is certain. A threshold is a rule such as excess_10, or "quantity [rise] > amount [twice]".',
    )
    .argument("<file>", placeHelp)
    .option(
      "--threshold <threshold>",
      'such as "excess > 10 %", "volume rise > 5 % twice", "heaviness > 6"; may be repeated',
      collect,
    )
    .option("--json", "print JSON instead of tables")
    .addHelpText(
      "after",
      examples([`measure alarms ${clinic} --threshold "excess > 10 %" --threshold "rvc > 5 % twice"`]),
    )
    .action((place: string, options: AlarmOptions) =>
      perform(async (surroundings) => {
        const { measureAlarmsCommand } = await import("./commands/measure-alarms.ts");
        return measureAlarmsCommand({ place, ...options }, surroundings);
      }),
    );
}

function addPerson(measure: Command, perform: Perform): void {
  measure
    .command("symptoms")
    .summary("ratings from 0 to 10 and scores of free scales")
    .description("Shows what a person rated and answered, by day, with the scores of PHQ-4, GAD-2 and PHQ-2.")
    .argument("<file>", placeHelp)
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", examples([`measure symptoms ${clinic}`]))
    .action((place: string, options: { readonly json?: boolean }) =>
      perform(async (surroundings) => {
        const { measureSymptomsCommand } = await import("./commands/measure-symptoms.ts");
        return measureSymptomsCommand({ place, ...options }, surroundings);
      }),
    );
  measure
    .command("home")
    .summary("the short protocol for home, prefilled, and how far it agrees")
    .description(
      "The short form of a full protocol: every second mark with the last readings, and how far its volume agrees with the full one.",
    )
    .argument("<file>", placeHelp)
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", examples([`measure home ${clinic}`]))
    .action((place: string, options: { readonly json?: boolean }) =>
      perform(async (surroundings) => {
        const { measureHomeCommand } = await import("./commands/measure-home.ts");
        return measureHomeCommand({ place, ...options }, surroundings);
      }),
    );
}

/** The commands about measurements of a limb. */
export function addMeasuring(program: Command, perform: Perform): void {
  const measure = program
    .command("measure")
    .summary("limb volume, change that can be believed, trends, effect of sessions, symptoms")
    .description(
      "Measurements of a limb: volumes with their error, comparisons, trends, thresholds, how long an effect lasts, symptoms.",
    );
  addVolume(measure, perform);
  addCompare(measure, perform);
  addTrend(measure, perform);
  addEffects(measure, perform);
  addPerson(measure, perform);
}
