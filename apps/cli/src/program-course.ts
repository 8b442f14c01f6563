/** The command that runs a course of care. */
import type { Command } from "commander";
import type { BodyCourseInput } from "./commands/body-course.ts";
import type { Perform } from "./program.ts";
import { collect, examples, reportHelp } from "./program-parts.ts";

type Options = Omit<BodyCourseInput, "history">;

export function addCourse(body: Command, perform: Perform): void {
  body
    .command("course")
    .summary("weeks of care: sessions, garment, exercise, and the time after")
    .description(
      "Runs a course of care on a typical body with a history, from the start of its asOf day on: sessions of a plan, a compression garment, exercise. Beside it the same body without any of it, each part alone and each left out, and what nobody has measured as a range. A teaching model: it promises nothing.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .option("--plan <file>", "plan of each session (YAML, openlymph/plan@1); without it there are none")
    .option("--per-week <n>", "sessions a week, 1 to 7 (default: 5)")
    .option("--session-at <time>", "when a session begins (default: when the garment comes off, else 20:00)")
    .option("--garment <pressure>", 'pressure of a compression garment, such as "30 mmHg"')
    .option("--hours <n>", "hours a day it is worn (default: 12)")
    .option("--garment-at <time>", "when it is put on (default: 08:00)")
    .option("--exercise <time>", 'exercise of the limb every day, such as "20 min"')
    .option("--exercise-at <time>", "when it begins (default: when the garment is put on)")
    .option("--exercise-garment <on|off>", "whether the garment is on during exercise (default: on)")
    .option("--limb <limbs>", "arm_L, arm_R, leg_L, leg_R, divided by commas (default: those the history puts at risk)")
    .option("--upright <times>", 'upright time of every day, with the course and without it, such as "07:00-23:00"')
    .option("--adherence <share>", "share of the days on which all of it is done (default: 100 %)")
    .option("--seed <n>", "decides which days are left out (default: 1)")
    .option("--for <time>", "length of the course, such as 12weeks or 90d (default: 12weeks)")
    .option("--after <time>", "time to follow after it (default: 4weeks)")
    .option(
      "--set <id=value>",
      'a setting of the model with its unit, such as "nodeDrop=2 mmHg"; repeatable',
      collect,
      [],
    )
    .option("--json", "print JSON instead of tables")
    .option("--csv <file>", "also write every limb in every run, twice a day (CSV)")
    .option("--figure <file>", "also draw the weeks (.svg or .png)")
    .option("--report <file>", reportHelp)
    .addHelpText(
      "after",
      examples([
        "body course arm.yaml --garment 30mmHg --for 12weeks",
        "body course arm.yaml --plan plan.yaml --per-week 5 --garment 30mmHg --hours 12 --exercise 20min --for 12weeks --figure weeks.svg",
        "body course arm.yaml --garment 30mmHg --adherence 60% --seed 3 --report course.html",
      ]),
    )
    .action((history: string, options: Options) =>
      perform(async (surroundings) => {
        const { bodyCourseCommand } = await import("./commands/body-course.ts");
        return bodyCourseCommand({ history, ...options }, surroundings);
      }),
    );
}
