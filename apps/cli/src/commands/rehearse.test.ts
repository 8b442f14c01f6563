import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@openlymph/base";
import { rehearse } from "@openlymph/rehearsal";
import { parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { armHistory, armPlan, excerpt, healthy, infection } from "../testing/examples.ts";
import { readPage } from "../testing/read-page.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const report = path.join(freshFolder(), "report.html");
const first = openlymph("rehearse", armHistory, armPlan, "--json", "--report", report);
const rehearsal = unwrap(
  rehearse(unwrap(parseHistory(read(armHistory), armHistory)), unwrap(parsePlan(read(armPlan), armPlan))),
);

describe("openlymph rehearse", () => {
  it("gives the numbers of the library as JSON", () => {
    expect(first.code).toBe(0);
    const json = JSON.parse(first.out);
    const { findings, record } = rehearsal;
    expect(json.record).toEqual(record);
    expect(json.times).toEqual({ unit: "h", values: findings.times.map((time) => time / 3600) });
    findings.limbs.forEach(({ limb, excess, difference }, n) => {
      expect(json.limbs[n].limb).toBe(limb);
      expect(json.limbs[n].excess).toEqual({ value: excess / 1e-6, unit: "mL" });
      expect(json.limbs[n].difference.values).toEqual(difference.map((value) => value / 1e-6));
    });
    expect(json.bound.total.value).toBeCloseTo(findings.bound.total / 1e-6, 12);
    expect(json.notes).toEqual(findings.notes);
    expect(json.label).toBe("Teaching model: a typical body with this history, not you");
  });

  it("keeps the shape of its JSON", () => {
    expect(shapeOf(JSON.parse(first.out))).toMatchSnapshot();
  });

  it("writes the same bytes each time, page and JSON", () => {
    const again = path.join(freshFolder(), "again.html");
    expect(openlymph("rehearse", armHistory, armPlan, "--json", "--report", again).out).toBe(first.out);
    expect(readFileSync(again, "utf8")).toBe(readFileSync(report, "utf8"));
  });

  it("prints label, marks, assumptions, notes and the change beside the bound", () => {
    const { code, out } = openlymph("rehearse", armHistory, excerpt, "--hours", "2");
    expect(code).toBe(0);
    for (const words of [
      "TEACHING MODEL: a typical body with this history, not you",
      "DRAFT: history",
      "DRAFT: plan",
      "EXCERPT: plan",
      "Assumed in this history",
      "Millilitres within the bound",
      "A bound is not what is to be expected.",
    ]) {
      expect(out).toContain(words);
    }
    const flowing = out.replaceAll(/\s+/g, " ");
    for (const note of rehearsal.findings.notes) expect(flowing).toContain(note);
    expect(out).not.toMatch(/reduces swelling|optimi[sz]e|treats|guarantee/i);
  });

  it("says to stop where an infection runs during the session, and nowhere else", () => {
    expect(openlymph("rehearse", infection, excerpt, "--hours", "1").out).toContain("STOP: An infection runs");
    expect(openlymph("rehearse", healthy, excerpt, "--hours", "1").out).not.toContain("STOP");
  });

  it("refuses hours that cannot be and writes nothing", () => {
    const file = path.join(freshFolder(), "none.html");
    for (const hours of ["0", "NaN"]) {
      const { code, out, err } = openlymph("rehearse", armHistory, armPlan, `--hours=${hours}`, "--report", file);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain("at most 672");
    }
    expect(existsSync(file)).toBe(false);
  });
});

describe("the report of a rehearsal", () => {
  const html = readFileSync(report, "utf8");
  const document = readPage(html);

  it("has its tables and described pictures", () => {
    expect(document.querySelectorAll("table").length).toBeGreaterThan(10);
    expect(document.querySelectorAll("svg[role='img']")).toHaveLength(5);
  });

  it("holds label, marks, both bodies, every step, notes, bound and run record", () => {
    const text = document.body.textContent;
    for (const words of [
      rehearsal.label,
      "DRAFT",
      "The body when the session begins, from the front",
      "The body when the session begins, from the back",
      "A bound is not what is to be expected.",
      ...rehearsal.findings.notes,
      rehearsal.record.parameterHash,
    ]) {
      expect(text).toContain(words);
    }
    const steps = [...document.querySelectorAll("table")].find((table) =>
      table.querySelector("caption")?.textContent?.startsWith("Steps"),
    );
    expect(steps?.querySelectorAll("tbody tr")).toHaveLength(21);
  });

  it("shows what stands in a file as text, whatever it is", () => {
    const evil = '<img src=x onerror=alert(1)> & "quotes"';
    const history = fileOf(read(armHistory).replace(/^title: .*$/m, `title: '${evil}'`));
    const plan = fileOf(read(excerpt).replace(/^title: .*$/m, `title: '</title><script>alert(1)</script>'`));
    const file = path.join(freshFolder(), "evil.html");
    expect(openlymph("rehearse", history, plan, "--hours", "1", "--report", file).code).toBe(0);
    const page = readFileSync(file, "utf8");
    expect(page).not.toMatch(/<(script|img)\b/i);
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;");
  });
});
