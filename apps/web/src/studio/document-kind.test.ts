import { expect, test } from "vitest";
import { historyTexts, planTexts } from "../run/examples.ts";
import { documentKind } from "./document-kind.ts";

test("a file is told apart by the format it names, wherever that line stands", () => {
  for (const text of historyTexts.values()) expect(documentKind(text)).toBe("history");
  for (const text of planTexts.values()) expect(documentKind(text)).toBe("plan");
  expect(documentKind('{ "format": "openlymph/plan@1", "title": "Mine" }')).toBe("plan");
  expect(documentKind("# mine\ntitle: Mine\nformat: 'openlymph/history@2'\n")).toBe("history");
});

test("what names no format of ours is neither", () => {
  for (const text of ["", "title: openlymph/plan@1", "format: other/plan@1", "about: the format: openlymph/plan@1"]) {
    expect(documentKind(text)).toBeUndefined();
  }
});
