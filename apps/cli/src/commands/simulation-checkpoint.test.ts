import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { bertram } from "../testing/examples.ts";
import { freshFolder, openlymph, root } from "../testing/run-cli.ts";

const yTree = "examples/networks/y-tree.yaml";
const program = path.join(root, "apps/cli/bin/openlymph.js");

/** Starts a run, and ends it with a signal once its checkpoint is there. */
async function interrupted(args: readonly string[], checkpoint: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [program, "simulate", ...args], { cwd: root });
  let err = "";
  child.stderr.on("data", (piece: Buffer) => {
    err += piece.toString();
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  while (!existsSync(checkpoint) && child.exitCode === null) await setTimeout(5);
  child.kill(signal);
  return { code: await ended, err };
}

describe("openlymph simulate --checkpoint", () => {
  const run = [yTree, "--for", "20min", "--json"];
  const whole = openlymph("simulate", ...run);

  it("goes on to the very same result when it was killed", async () => {
    const file = path.join(freshFolder(), "run.ckpt");
    const killed = await interrupted([...run, "--checkpoint", file, "--every", "20s"], file, "SIGKILL");
    expect(killed.code).not.toBe(0);
    expect(readdirSync(path.dirname(file))).toContain("run.ckpt");
    expect(openlymph("simulate", ...run, "--resume", file)).toEqual(whole);
  });

  it("saves once more on Ctrl-C and says how to go on", async () => {
    const file = path.join(freshFolder(), "run.ckpt");
    const stopped = await interrupted([...run, "--checkpoint", file, "--every", "20s"], file, "SIGINT");
    expect(stopped.code).toBe(2);
    expect(stopped.err).toMatch(/^openlymph: the work was cancelled: .* Saved at .* of 20 min in .*--resume/);
    expect(stopped.err.trimEnd().split("\n")).toHaveLength(1);
    expect(openlymph("simulate", ...run, "--resume", file)).toEqual(whole);
  });

  it("stops where it is told and draws the same course afterwards", () => {
    const folder = freshFolder();
    const at = (name: string) => path.join(folder, name);
    const csv = (name: string) => ["--csv", at(name)];
    const first = openlymph("simulate", bertram, ...csv("b.csv"), "--checkpoint", at("c"), "--until", "59 s");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^Paused\. Saved at 59 s of 60 s/);
    expect(readdirSync(folder)).toEqual(["c"]);
    expect(openlymph("simulate", bertram, ...csv("b.csv"), "--resume", at("c")).code).toBe(0);
    expect(openlymph("simulate", bertram, ...csv("a.csv")).code).toBe(0);
    expect(readFileSync(at("b.csv"), "utf8")).toBe(readFileSync(at("a.csv"), "utf8"));
  });

  it("says as JSON where it stopped", () => {
    const file = path.join(freshFolder(), "c");
    const { out } = openlymph("simulate", bertram, "--checkpoint", file, "--until", "1 s", "--json");
    expect(JSON.parse(out)).toMatchObject({
      format: "openlymph/simulation-paused@1",
      end: { value: 60, unit: "s" },
      checkpoint: file,
    });
  });

  it("refuses what does not belong together in one line, and before any work", () => {
    const file = path.join(freshFolder(), "c");
    openlymph("simulate", bertram, "--checkpoint", file, "--until", "1 s");
    const refusals = [
      [["--resume", file, "--cycles", "3"], "this very network, length and settings"],
      [["--resume", file, "--set", "pacing.lag=135 deg"], "this very network, length and settings"],
      [["--resume", yTree], "openlymph/checkpoint@1"],
      [["--resume", "nowhere.ckpt"], "There is no such file"],
      [["--until", "3 s"], "--checkpoint FILE beside it"],
      [["--every", "3 s"], "--checkpoint FILE beside it"],
      [["--checkpoint", "no-such-folder/c"], "a folder that exists"],
      [["--checkpoint", bertram], "another file than the one that is read"],
    ] as const;
    for (const [args, words] of refusals) {
      const { code, err, out } = openlymph("simulate", bertram, ...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).toContain(words);
    }
  });
});
