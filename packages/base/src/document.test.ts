import { describe, expect, it } from "vitest";
import { z } from "zod";
import { quantityField, readAs } from "./document.ts";
import { parseDocumentText } from "./document-text.ts";
import { describeFailure, unwrap } from "./failure.ts";
import { mmHg } from "./units.ts";

const schema = z.strictObject({
  format: z.string(),
  title: z.string(),
  steps: z.array(
    z.strictObject({
      pressure: quantityField("pressure", { min: 0, max: 120 * mmHg, words: "0 to 120 mmHg" }),
      side: z.enum(["L", "R"]),
    }),
  ),
});

function read(text: string) {
  const document = parseDocumentText(text, "plan.yaml");
  return document.ok ? readAs(document.value, "openlymph/test@1", schema) : document;
}

const good = "format: openlymph/test@1\ntitle: a plan\nsteps:\n  - pressure: 30 mmHg\n    side: L\n";

describe("readAs", () => {
  it("gives the typed content in SI", () => {
    expect(unwrap(read(good)).steps[0]?.pressure).toBeCloseTo(30 * 133.322);
  });

  it.each([
    [
      "a unit of another dimension",
      good.replace("30 mmHg", "30 psi"),
      { code: "quantity/unit", line: 4, path: "steps[0].pressure", value: "30 psi" },
    ],
    [
      "a value out of range",
      good.replace("30 mmHg", "300 mmHg"),
      { code: "param/out-of-range", line: 4, expected: "0 to 120 mmHg" },
    ],
    ["not a number", good.replace("30 mmHg", ".nan"), { code: "param/not-finite", line: 4 }],
    ["a missing field", good.replace("    side: L\n", ""), { code: "field/missing", line: 4, path: "steps[0].side" }],
    [
      "a missing quantity",
      good.replace("- pressure: 30 mmHg\n    side", "- side"),
      { code: "field/missing", path: "steps[0].pressure" },
    ],
    [
      "an unknown field",
      `${good}colour: red\n`,
      { code: "field/unknown", line: 6, path: "colour", value: "red", expected: "one of format, title, steps" },
    ],
    [
      "a value outside the list",
      good.replace("side: L", "side: left"),
      { code: "field/invalid", line: 5, expected: "one of L, R" },
    ],
    [
      "another format",
      good.replace("test@1", "test@2"),
      { code: "document/format", line: 1, expected: "openlymph/test@1" },
    ],
    ["a torn file", "format: openlymph/test@1\ntitle: [a, b\n", { code: "document/unreadable" }],
    ["a file that contains itself", "format: openlymph/test@1\ntitle: &x [*x]\n", { code: "document/unreadable" }],
    ["a list instead of a map", "- 1\n- 2\n", { code: "document/format", line: 1 }],
    ["a field given twice", `${good}title: again\n`, { code: "document/unreadable", line: 6 }],
  ])("refuses %s, naming file and line", (_name, text, expected) => {
    const failure = read(text);
    expect(failure).toMatchObject({ ok: false, file: "plan.yaml", ...expected });
    if (!failure.ok) expect(describeFailure(failure)).toMatch(/^plan\.yaml:\d+/);
  });

  it("refuses a huge file without parsing it", () => {
    expect(parseDocumentText("x".repeat(5_000_001), "big.yaml")).toMatchObject({ code: "document/too-large" });
  });
});
