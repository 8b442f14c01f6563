import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { day, unwrap } from "@openlymph/base";
import { bandOf, evaluateMember, type SwellingTask, swellingPlace } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { armPlan, excerpt, infection, openArm } from "../testing/examples.ts";
import { readPage } from "../testing/read-page.ts";
import { freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const history = unwrap(parseHistory(readFileSync(path.join(root, openArm), "utf8"), openArm));
const draw = { seed: 5, population: "assumed", parameters: {} };
const few = ["--ensemble", "4", "--seed", "5"];
const promises = /reduces swelling|optimi[sz]e|treats|guarantee|you will/i;

describe("openlymph body run --ensemble", () => {
  const folder = freshFolder();
  const csv = path.join(folder, "bodies.csv");
  const figure = path.join(folder, "bands.svg");
  const page = path.join(folder, "bands.html");
  const asked = ["body", "run", openArm, "--for", "30d", "--at", "3d", ...few];
  const first = openlymph(...asked, "--json", "--csv", csv, "--figure", figure, "--report", page, "--workers", "1");
  const json = JSON.parse(first.out);

  it("gives the bands of the library's bodies at the times asked for", () => {
    expect(first.code).toBe(0);
    const task: SwellingTask = {
      kind: "swelling",
      history,
      draw,
      times: json.time.values.map((days: number) => days * day),
    };
    const last = task.times.length - 1;
    expect(task.times).toContain(3 * day);
    expect(task.times[last]).toBe(30 * day);
    const place = swellingPlace(task, "arm_L", "excess", last);
    const found = bandOf([0, 1, 2, 3].map((member) => unwrap(evaluateMember(task, { member }))[place]!));
    const arm = json.parts.find(({ part }: { part: string }) => part === "arm_L");
    expect(arm.excess.unit).toBe("mL");
    expect(arm.excess.median[last]).toBeCloseTo(found.median * 1e6, 6);
    expect(arm.excess.p95[last]).toBeCloseTo(found.p95 * 1e6, 6);
    expect(arm.excess.bodies[last]).toBe(4);
    expect(json.failed).toEqual([]);
    expect(json.influence).toBeNull();
  });

  it("prints the same bytes whatever the number of workers, and keeps the shape of its JSON", () => {
    expect(openlymph(...asked, "--json", "--workers", "3").out).toBe(first.out);
    expect(shapeOf(json)).toMatchSnapshot();
  });

  it("writes one row per body with what was drawn, and a figure that can be read aloud", () => {
    const [head = "", ...rows] = readFileSync(csv, "utf8").trimEnd().split("\n");
    expect(rows).toHaveLength(4);
    expect(head).toMatch(/^member,lymphProtein \(g\/L\),.*excess arm_L 30 d \(mL\)/);
    const svg = readFileSync(figure, "utf8");
    expect(svg).toContain("4 virtual bodies: Arm after axillary dissection, nothing else known");
    expect(svg).toMatch(/<desc id="description">After 30 d, excess in per cent of the healthy volume/);
  });

  it("puts the bands beside the typical body on a page", () => {
    const text = readPage(readFileSync(page, "utf8")).body.textContent;
    for (const words of [
      "Excess fluid over time",
      "The same in 4 virtual bodies",
      "How many virtual bodies swell, left arm",
      "cannot be told from so few bodies",
      "What differs from body to body",
      json.record.parameterHash,
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says what a band is, what was drawn from where, and promises nothing", () => {
    const { out } = openlymph(...asked, "--set", "nodeDrop=2 mmHg");
    const flowing = out.replaceAll(/\s+/g, " ");
    for (const words of [
      "TEACHING MODEL: virtual bodies with this history, not you",
      "DRAFT: history",
      "A band is the spread of what is not known, not the spread of people.",
      "What differs from body to body",
      "All of it assumed, and reviewed by nobody.",
      "Settings other than the default: nodeDrop=2 mmHg",
    ]) {
      expect(flowing).toContain(words);
    }
    expect(out).not.toContain("pressure fall along one node group");
    expect(out).not.toMatch(promises);
  });

  it("draws from another population when it is asked to", () => {
    const other = JSON.parse(openlymph(...asked, "--json", "--population", "calibrated").out);
    expect(other.population).toBe("calibrated");
    const strength = other.priors.find(({ id }: { id: string }) => id === "acquiredStrength");
    expect(strength.distribution.median).toBe(0.54);
    expect(other.record.parameterHash).not.toBe(json.record.parameterHash);
  });

  it.each([
    [["--ensemble", "1"], "a whole number from 2 to 10000"],
    [["--ensemble", "4", "--population", "everyone"], "one of assumed, calibrated"],
    [["--seed", "3"], "only together with --ensemble"],
    [["--ensemble", "4", "--figure", "bands.pdf"], ".svg or .png"],
  ])("refuses %j", (args, words) => {
    const { code, out, err } = openlymph("body", "run", openArm, "--for", "3d", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });
});

describe("openlymph body ensemble, and rehearse --bodies", () => {
  const folder = freshFolder();
  const file = path.join(folder, "bodies.json");
  const asked = ["body", "ensemble", openArm, "--members", "4", "--seed", "5"];
  const first = openlymph(...asked, "--out", file, "--workers", "2");
  const text = readFileSync(file, "utf8");

  it("keeps the bodies with their run record, the same bytes whatever the number of workers", () => {
    expect(first.code).toBe(0);
    const again = path.join(folder, "again.json");
    const report = JSON.parse(openlymph(...asked, "--out", again, "--workers", "1", "--json").out);
    expect(readFileSync(again, "utf8")).toBe(text);
    const { format, record, seed, bodies } = JSON.parse(text);
    expect({ format, seed }).toEqual({ format: "openlymph/bodies@1", seed: 5 });
    expect(record.parameterHash).toMatch(/^[0-9a-f]{64}$/);
    expect(bodies.map(({ member }: { member: number }) => member)).toEqual([0, 1, 2, 3]);
    expect(report.parts[0].excess.bodies).toEqual([4]);
    expect(existsSync(`${again}.journal`)).toBe(false);
  });

  it("goes on from the journal of one that was stopped, and refuses to lose it or to take another's", () => {
    const target = path.join(folder, "resumed.json");
    const { setup } = JSON.parse(text);
    const head = JSON.stringify({ format: "openlymph/sweep-journal@1", parameterHash: setup });
    const failure = { ok: false, code: "solver/no-convergence", path: "made up" };
    const row = JSON.stringify({ index: 2, outputs: [], failure });
    writeFileSync(`${target}.journal`, `${head}\n${row}\n{"index":3,"outp`);
    expect(openlymph(...asked, "--out", target).err).toContain("--resume to go on from it");
    expect(openlymph(...asked, "--out", target, "--resume", "--seed", "6").err).toContain(
      "the journal of this very run",
    );
    const { code, out } = openlymph(...asked, "--out", target, "--resume");
    expect(code).toBe(0);
    expect(out).toMatch(/FAILED: 1 of 4 bodies could not be run .*number 2: made up/s);
    const [whole, resumed] = [text, readFileSync(target, "utf8")].map((one) => JSON.parse(one).bodies);
    expect(resumed[2].failure).toEqual(failure);
    for (const member of [0, 1, 3]) expect(resumed[member]).toEqual(whole[member]);
    expect(existsSync(`${target}.journal`)).toBe(false);
  });

  const session = ["rehearse", openArm, armPlan, "--compare", excerpt, "--hours", "2", ...few];
  const report = path.join(folder, "report.html");
  const figure = path.join(folder, "session.svg");
  const compared = openlymph(...session, "--bodies", file, "--json", "--report", report, "--figure", figure);
  const json = JSON.parse(compared.out);

  it("begins a rehearsal exactly where it would have been without the file", () => {
    expect(compared.code).toBe(0);
    expect(openlymph(...session, "--json").out).toBe(compared.out);
  });

  it("compares two plans body by body, without and with displacement, no difference included", () => {
    expect(json.main).toBe("arm_L");
    expect(json.plans).toHaveLength(2);
    expect(json.comparisons.map(({ manner }: { manner: string }) => manner)).toEqual(["vessels", "displacing"]);
    for (const { at } of json.comparisons) {
      for (const { firstMore, secondMore, noDifference, differences } of at) {
        expect(firstMore + secondMore + noDifference).toBe(4);
        expect(differences.values).toHaveLength(4);
      }
    }
    expect(shapeOf(json)).toMatchSnapshot();
    const same = openlymph("rehearse", openArm, armPlan, "--compare", armPlan, "--hours", "1", ...few).out;
    expect(same).toMatch(/no difference can be told in\s+4 of 4 bodies/);
  });

  it("tells computed, taught and measured apart, says why nobody knows, and promises nothing", () => {
    const { out } = openlymph(...session, "--bodies", file);
    const flowing = out.replaceAll(/\s+/g, " ");
    for (const words of [
      "TEACHING MODEL: virtual bodies with this history, not you",
      "EXCERPT: plan",
      "Nobody can say how much a session moves.",
      "Order, direction and pressure: computed, taught, measured",
      "No study found that measured what order does in people.",
      "Whether one plan does more than the other in a person is not known from it.",
      "No difference: less than 0.01 mL, or than 1 % of what the larger moves.",
    ]) {
      expect(flowing).toContain(words);
    }
    expect(out).not.toMatch(promises);
    expect(openlymph("rehearse", infection, excerpt, "--hours", "1", ...few).out).toContain("STOP: An infection runs");
  });

  it("puts bands and comparison into the report and the figure", () => {
    const document = readPage(readFileSync(report, "utf8"));
    expect(document.body.textContent).toContain("The same in 4 virtual bodies");
    expect(document.body.textContent).toContain("A against B, out of the left arm: hands that displace");
    expect(readFileSync(figure, "utf8")).toContain("nothing here promises an effect");
  });

  it("refuses bodies of something else, and options that mean nothing alone", () => {
    const cases = [
      [["rehearse", infection, armPlan, ...few, "--bodies", file], "bodies of this history, seed, population"],
      [["rehearse", openArm, armPlan, "--ensemble", "5", "--seed", "5", "--bodies", file], "at least 5"],
      [["rehearse", openArm, armPlan, ...few, "--bodies", armPlan], "a file that openlymph body ensemble wrote"],
      [["rehearse", openArm, armPlan, "--compare", excerpt], "only together with --ensemble"],
      [["rehearse", openArm, armPlan, ...few, "--compare", "none.yaml"], "none.yaml"],
    ] as const;
    for (const [args, words] of cases) {
      const { code, out, err } = openlymph(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).toContain(words);
    }
  });
});
