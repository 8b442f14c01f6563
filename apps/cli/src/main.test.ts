import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { reportBug } from "./main.ts";
import { armPlan, bertram } from "./testing/examples.ts";
import { fileOf, freshFolder, openlymph, root } from "./testing/run-cli.ts";

/** One line for a person, exit code 2, nothing on stdout. */
function expectRefusal(args: readonly string[], ...parts: readonly string[]): void {
  const { code, out, err } = openlymph(...args);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  for (const part of parts) expect(err).toContain(part);
  expect(err).not.toMatch(/\n\s+at /);
  expect({ code, out }).toEqual({ code: 2, out: "" });
}

describe("openlymph", () => {
  it("says its version and its help, with examples", () => {
    const version = (JSON.parse(readFileSync(path.join(root, "apps/cli/package.json"), "utf8")) as { version: string })
      .version;
    expect(openlymph("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
    const help = openlymph("--help");
    expect(help.code).toBe(0);
    for (const word of ["rehearse", "body", "simulate", "anatomy", "plan", "Examples:"])
      expect(help.out).toContain(word);
    expect(openlymph().out).toBe(help.out);
    expect(openlymph("body", "run", "--help").out).toMatch(/--at <times>[\s\S]*Examples:/);
  });

  it("refuses unknown commands and options with a hint and exit code 2", () => {
    expectRefusal(["rehears"], "unknown command 'rehears'", "Did you mean rehearse?", "openlymph --help");
    expectRefusal(["body", "walk"], "unknown command 'walk'", "openlymph body --help");
    expectRefusal(
      ["simulate", bertram, "--cycle", "3"],
      "--cycle",
      "Did you mean --cycles?",
      "openlymph simulate --help",
    );
    expectRefusal(["rehearse", "a.yaml"], "missing required argument 'plan'");
    expectRefusal(["anatomy", "list", "nods"], "territories, nodes, procedures", "Did you mean nodes?");
  });

  it("names a file that is missing, a folder, too large or no text", () => {
    expectRefusal(["plan", "show", "no/such.yaml"], "no/such.yaml", "no such file");
    expectRefusal(["plan", "show", "examples"], "examples", "a folder");
    expectRefusal(["plan", "show", fileOf("#".repeat(5_000_001))], "5000001 bytes", "at most 5000000");
    expectRefusal(["plan", "show", "/dev/zero"], "more than 5000000 bytes");
    expectRefusal(["plan", "show", fileOf(new Uint8Array([0xff, 0xfe, 0x41]))], "UTF-8");
  });

  it("names line and field of a torn or a wrong file", () => {
    const torn = fileOf("format: openlymph/plan@1\ntitle: [open\nsteps: []\n", "torn.yaml");
    expectRefusal(["plan", "show", torn], `${torn}:3`, "valid YAML");
    const other = fileOf("format: openlymph/history@1\n", "other.yaml");
    expectRefusal(["plan", "show", other], `${other}:1`, "expected openlymph/plan@1");
    const text = readFileSync(path.join(root, armPlan), "utf8");
    const stray = fileOf(text.replace("region: axilla", "region: axila"), "stray.yaml");
    expectRefusal(["plan", "show", stray], `${stray}:`, '"axila"', "axilla");
  });

  it("does not let a file steer the terminal", () => {
    const text = readFileSync(path.join(root, armPlan), "utf8");
    const file = fileOf(text.replace(/^title: .*$/m, 'title: "calm \\e[31mred\\a"'));
    const { code, out } = openlymph("plan", "show", file);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe("calm  [31mred");
  });

  it("calls a mistake of its own by its name, in one line and with exit code 70", () => {
    const written: string[] = [];
    const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const code = reportBug(new TypeError("x is not\na function"));
    stderr.mockRestore();
    expect(code).toBe(70);
    expect(written.join("")).toMatch(
      /^openlymph: internal error: x is not a function\. This is a mistake in the program; .*\n$/,
    );
  });

  it("ends quietly when nobody reads on", () => {
    const command = `"${process.execPath}" apps/cli/bin/openlymph.js anatomy list territories --json | head -c 100`;
    const done = spawnSync("sh", ["-c", command], { cwd: root, encoding: "utf8" });
    expect(done.stdout).toHaveLength(100);
    expect(done.stderr).toBe("");
  });

  it("refuses a place to write that is not one, before any work", () => {
    const folder = freshFolder();
    expectRefusal(["simulate", bertram, "--csv", path.join(folder, "none", "a.csv")], "a folder that exists");
    const copy = fileOf(readFileSync(path.join(root, bertram)));
    expectRefusal(["simulate", copy, "--csv", copy], "another file than the one that is read");
    expect(readFileSync(copy, "utf8")).toContain("openlymph/network@1");
  });
});
