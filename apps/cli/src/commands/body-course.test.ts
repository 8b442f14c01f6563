import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { day, hour, mmHg, unwrap } from "@openlymph/base";
import { runCourse } from "@openlymph/rehearsal";
import { parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { armPlan, healthy, mildArm } from "../testing/examples.ts";
import { readPage } from "../testing/read-page.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const folder = freshFolder();
const [csv, figure, report] = ["course.csv", "course.svg", "course.html"].map((name) => path.join(folder, name));
const written = ["--garment", "30mmHg", "--hours", "10", "--per-week", "7", "--for", "4d", "--after", "2d"];
const asked = ["body", "course", mildArm, "--plan", armPlan, ...written];
const files = ["--csv", csv!, "--figure", figure!, "--report", report!];
const first = openlymph(...asked, "--json", ...files);
const run = unwrap(
  runCourse(unwrap(parseHistory(read(mildArm), mildArm)), unwrap(parsePlan(read(armPlan), armPlan)), {
    duration: 4 * day,
    after: 2 * day,
    limbs: ["arm_L"],
    garment: { pressure: 30 * mmHg, from: 8 * hour, duration: 10 * hour },
    sessions: { perWeek: 7, at: 18 * hour },
  }),
);

describe("openlymph body course", () => {
  it("gives the numbers of the library as JSON", () => {
    expect(first.err).not.toMatch(/error/);
    expect(first.code).toBe(0);
    const json = JSON.parse(first.out);
    expect(json.record).toEqual(run.record);
    expect(json.limb).toBe("arm_L");
    expect(json.course.sessions.held.values).toHaveLength(4);
    const places = run.reported.map((n) => run.rest[n]!);
    run.lines.forEach(({ parts, series }, n) => {
      expect(json.runs[n].parts).toEqual(parts);
      const arm = json.runs[n].limbs[0];
      expect(arm.excess).toEqual({ unit: "mL", values: places.map((place) => series.arm_L.excess[place]! / 1e-6) });
    });
    expect(json.unknowns.map(({ id }: { id: string }) => id)).toEqual(run.unknowns.map(({ unknown }) => unknown.id));
    expect(json.notes).toEqual(run.notes);
    expect(json.label).toBe("Teaching model: a typical body with this history, not you");
  });

  it("keeps the shape of its JSON", () => {
    expect(shapeOf(JSON.parse(first.out))).toMatchSnapshot();
  });

  it("writes the same bytes each time: JSON, table, figure and page", () => {
    const again = freshFolder();
    const names = ["course.csv", "course.svg", "course.html"];
    const others = names.map((name) => path.join(again, name));
    const flags = ["--csv", others[0]!, "--figure", others[1]!, "--report", others[2]!];
    expect(openlymph(...asked, "--json", ...flags).out).toBe(first.out);
    names.forEach((name, n) => {
      expect(readFileSync(others[n]!, "utf8"), name).toBe(readFileSync(path.join(folder, name), "utf8"));
    });
  });

  it("writes every limb in every run at every moment", () => {
    const [head, ...rows] = readFileSync(csv!, "utf8").trim().split("\n");
    expect(head).toBe("time_d,run,limb,excess_mL,drained_mL,tissuePressure_mmHg,protein_g/L");
    const runs = new Set(rows.map((row) => row.split(",")[1]));
    expect([...runs]).toEqual([
      "course",
      "none",
      "garment",
      "sessions",
      "handDisplacement=10",
      "handDisplacement=100",
      "handDisplacement=1000",
      "garmentTissueShare=0.2",
      "garmentTissueShare=0.5",
      "garmentFiltrationShare=0",
      "garmentFiltrationShare=0.2",
    ]);
    expect(rows).toHaveLength(runs.size * 4 * run.times.length);
  });

  it("prints label, marks, the course, its parts, ranges, the hours after a session and notes", () => {
    const { code, out } = openlymph(...asked);
    expect(code).toBe(0);
    for (const words of [
      "TEACHING MODEL: a typical body with this history, not you",
      "DRAFT: history",
      "DRAFT: plan",
      "30 mmHg on the left arm",
      "every day from 08:00 to 18:00",
      "7 a week at 18:00, 4 in all",
      "What each part does",
      "only the garment",
      "What nobody has measured, and what hangs on it",
      "One session: fluid of the left arm with it minus without it",
      "After the course: how it goes back",
    ]) {
      expect(out).toContain(words);
    }
    const flowing = out.replaceAll(/\s+/g, " ");
    for (const note of run.notes) expect(flowing).toContain(note);
    expect(flowing).toContain("not what is to be expected of a person");
    expect(out).not.toMatch(/reduces swelling|optimi[sz]e|treats|guarantee|will lose/i);
  });

  it("stands beside the trial where it lasts as long, and nowhere else", () => {
    expect(openlymph(...asked).out).not.toContain("Beside a trial");
    const long = openlymph("body", "course", mildArm, "--plan", armPlan, "--for", "3weeks", "--after", "0d");
    expect(long.out).toContain("EFforT-BCRL, placebo drainage");
    expect(long.out.replaceAll(/\s+/g, " ")).toMatch(
      /in the trial 20\.9 to 24\.8 % went: the model takes less than was/,
    );
  });

  it("says to stop where an infection runs during the course", () => {
    const ill = fileOf(
      `${read(mildArm)}events:\n  - infection: { limb: arm, side: left }\n    at: 1 d\n    for: 1 d\n`,
    );
    const { out } = openlymph("body", "course", ill, "--plan", armPlan, "--for", "3d", "--after", "0d");
    expect(out).toContain("STOP: An infection runs during this course");
  });

  it("refuses what cannot be with one line and exit code 2, and writes nothing", () => {
    const target = path.join(folder, "none.html");
    const refused: readonly (readonly [readonly string[], string])[] = [
      [[], "at least one of --plan, --garment and --exercise"],
      [["--garment", "30mmHg", "--for", "10h"], "--for: .* whole days, 1 d to 366 d"],
      [["--garment", "30mmHg", "--figure", path.join(folder, "figure.gif")], "ends in .svg or .png"],
      [["--garment", "30mmHg", "--set", "nodeDrop=9 mmHg"], "--set nodeDrop"],
    ];
    for (const [options, words] of refused) {
      const { code, out, err } = openlymph("body", "course", mildArm, ...options, "--report", target);
      expect({ code, out }, words).toEqual({ code: 2, out: "" });
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(err).toMatch(new RegExp(words));
    }
    expect(openlymph("body", "course", healthy, "--garment", "30mmHg").err).toContain("no limb at risk");
    expect(existsSync(target)).toBe(false);
  });
});

describe("the figure and the page of a course", () => {
  it("draws a range for everything that nobody has measured", () => {
    const svg = readFileSync(figure!, "utf8");
    expect(svg).toContain("what nobody has measured, not what people differ by");
    for (const { unknown } of run.unknowns) expect(svg).toContain(unknown.label.replaceAll("'", "&#39;").split("&")[0]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("is one page that asks for nothing from outside and can be read by everyone", () => {
    const document = readPage(readFileSync(report!, "utf8"));
    const text = document.body.textContent;
    for (const words of [run.label, "DRAFT", ...run.notes, run.record.parameterHash]) expect(text).toContain(words);
  });
});
