import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  armHistory,
  armPlan,
  bertram,
  breastPlan,
  chemotherapy,
  clinicArm,
  evenings,
  healthy,
  mildArm,
  openArm,
  sharedRecords,
} from "./testing/examples.ts";
import { freshFolder, openlymph, root } from "./testing/run-cli.ts";

const documentOf = (name: string) => readFileSync(path.join(root, "docs", name), "utf8");

/**
 * A text without its digits, spaces and line ends: the words are checked, the last digit of a model's number and where a
 * line is folded because of it are not.
 */
function masked(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{16}\b/g, "#")
    .replaceAll(/-?\d[\d.]*(e-?\d+)?/g, "#")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** `$ openlymph ...` blocks: the arguments, and the printed lines in groups between `[...]`. */
function examplesIn(text: string): readonly { readonly args: readonly string[]; readonly groups: readonly string[] }[] {
  return [...text.matchAll(/```console\n\$ openlymph (.*)\n([\s\S]*?)\n```/g)].map(([, command = "", output = ""]) => ({
    args: [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
    groups: output
      .split(/^\[\.\.\.\]$/m)
      .map((group) => masked(group))
      .filter(Boolean),
  }));
}

describe("docs/cli.md", () => {
  for (const { args, groups } of examplesIn(documentOf("cli.md"))) {
    it(`prints what the page shows: openlymph ${args.join(" ")}`, () => {
      const { out, err } = openlymph(...args);
      const printed = masked(`${out}${err}`);
      for (const group of groups) expect(printed).toContain(group);
    });
  }

  it("has an example of every command", () => {
    const shown = examplesIn(documentOf("cli.md")).map(({ args }) => args.slice(0, 2).join(" "));
    for (const command of [
      "body run",
      "body course",
      "body ensemble",
      "body examine",
      "body nodes",
      "body settings",
      "anatomy route",
      "anatomy list",
      "plan show",
      "plan check",
      "plan propose",
      "plan lint",
      "plan new",
      "plan mirror",
      "plan version",
      "plan diff",
      "measure volume",
      "measure compare",
      "measure trend",
      "measure alarms",
      "measure effect",
      "measure schedule",
      "measure pool",
      "measure symptoms",
      "measure home",
    ]) {
      expect(shown).toContain(command);
    }
    expect(shown.some((command) => command.startsWith("screen "))).toBe(true);
    expect(shown.some((command) => command.startsWith("evidence "))).toBe(true);
    expect(shown.some((command) => command.startsWith("strokes "))).toBe(true);
    expect(shown.some((command) => command.startsWith("rehearse "))).toBe(true);
    expect(shown.some((command) => command.startsWith("simulate "))).toBe(true);
    expect(shown.some((command) => command.startsWith("pump-curve "))).toBe(true);
  });
});

describe("docs/json.md", () => {
  const text = documentOf("json.md");
  for (const args of [
    ["screen", chemotherapy, "--on", "2026-11-22"],
    ["evidence", "migraine"],
    ["strokes", "pump"],
    ["plan", "check", breastPlan],
    ["plan", "propose", armHistory],
    ["measure", "volume", clinicArm],
    ["measure", "compare", clinicArm],
    ["measure", "trend", clinicArm],
    ["measure", "alarms", clinicArm, "--threshold", "excess_10"],
    ["measure", "symptoms", clinicArm],
    ["measure", "home", clinicArm],
    ["measure", "effect", evenings],
    ["measure", "schedule", "--from", "2026-12-01T18:00+01:00"],
    ["measure", "pool", ...sharedRecords],
    ["rehearse", armHistory, armPlan, "--hours", "1"],
    ["body", "run", healthy, "--for", "1h"],
    ["body", "examine", healthy, "--inject", "handDorsum_L", "--for", "30min"],
    ["body", "nodes", healthy, "--for", "1d"],
    ["body", "run", openArm, "--for", "1d", "--ensemble", "2"],
    ["rehearse", openArm, armPlan, "--compare", armPlan, "--hours", "1", "--ensemble", "2"],
    ["body", "ensemble", healthy, "--members", "2", "--out", path.join(freshFolder(), "bodies.json")],
    ["body", "course", mildArm, "--plan", armPlan, "--for", "1d", "--after", "0d"],
    ["body", "settings"],
    ["simulate", bertram, "--cycles", "2"],
    ["pump-curve", bertram, "--to", "0.4 mmHg", "--points", "3"],
    ["anatomy", "route", "forearmVolar_L"],
    ["anatomy", "list", "procedures"],
    ["plan", "show", armPlan],
    ["plan", "lint", armPlan],
    ["plan", "diff", armPlan, armPlan],
  ]) {
    it(`describes every field of openlymph ${args.join(" ")} --json`, () => {
      const report = JSON.parse(openlymph(...args, "--json").out) as Readonly<Record<string, unknown>>;
      const [, part = ""] = text.split(`## \`${report["format"]}\``);
      const own = part.split("\n## ")[0] ?? "";
      for (const key of Object.keys(report)) {
        const general = ["format", "record", "label", "marks"].includes(key);
        expect(general ? text : own).toContain(`\`${key}\``);
      }
    });
  }
});
