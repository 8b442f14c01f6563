import { describe, expect, it } from "vitest";
import { editDocumentText } from "./document-edit.ts";
import { unwrap } from "./failure.ts";

const text = `title: mine # kept
# above the list
list:
  - { a: 1 } # first
  - { a: 2 }
`;

describe("editing a person's own file", () => {
  it("adds, sets and takes out, and keeps the comments elsewhere", () => {
    const more = unwrap(editDocumentText(text, { kind: "append", path: ["list"], value: { a: 3 } }));
    expect(more).toContain("# kept");
    expect(more).toContain("- { a: 1 } # first");
    expect(more).toMatch(/- \{ a: 2 \}\n {2}- \{ a: 3 \}/);
    expect(unwrap(editDocumentText(more, { kind: "remove", path: ["list", 2] }))).toBe(text);
    expect(unwrap(editDocumentText(text, { kind: "set", path: ["body", "build"], value: "female" }))).toMatch(
      /body:\n {2}build: female/,
    );
  });

  it("makes a list where there is none, and takes an empty one away", () => {
    const made = unwrap(editDocumentText("title: mine\n", { kind: "append", path: ["list"], value: { a: 1 } }));
    expect(made).toMatch(/list:\n {2}- a: 1/);
    expect(unwrap(editDocumentText(made, { kind: "remove", path: ["list", 0] }))).toBe("title: mine\n");
  });

  it("refuses what is no YAML and a place that is not there", () => {
    expect(editDocumentText("a: [1", { kind: "remove", path: ["a"] })).toMatchObject({ code: "document/unreadable" });
    expect(editDocumentText(text, { kind: "remove", path: ["list", 7] })).toMatchObject({
      code: "field/missing",
      path: "list.7",
    });
  });
});
