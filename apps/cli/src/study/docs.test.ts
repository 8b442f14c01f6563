import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, openlymph, root } from "../testing/run-cli.ts";

const page = readFileSync(path.join(root, "docs/studies.md"), "utf8");

/** Words without digits, hashes and line ends: the last digit of a number is not what the page promises. */
function masked(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{16}\b/g, "#")
    .replaceAll(/-?\d[\d.]*(e-?\d+)?/g, "#")
    .replaceAll(/[\s–]+/g, " ")
    .trim();
}

describe("docs/studies.md", () => {
  const examples = [...page.matchAll(/```console\n\$ openlymph (.*)\n([\s\S]*?)\n```/g)];

  it("shows every command for studies", () => {
    expect(examples.map(([, command = ""]) => command.split(" ")[0])).toEqual(["sweep", "sensitivity", "calibrate"]);
  });

  for (const [, command = "", output = ""] of examples) {
    it(`prints what the page shows: openlymph ${command}`, () => {
      const table = path.join(freshFolder(), "load.csv");
      const placed = (text: string) => text.replaceAll("load.csv", table);
      const { code, out } = openlymph(...placed(command).split(" "));
      expect(code).toBe(0);
      for (const group of placed(output).split(/^\[\.\.\.\]$/m)) expect(masked(out)).toContain(masked(group));
    });
  }

  it("lists every output and every field of a study file", async () => {
    const { studyOutputs } = await import("./study-outputs.ts");
    const { studySchema } = await import("./study-format.ts");
    for (const { name } of studyOutputs) expect(page).toContain(`\`${name}\``);
    for (const field of Object.keys(studySchema.shape)) expect(page).toContain(`\`${field}\``);
  });
});
