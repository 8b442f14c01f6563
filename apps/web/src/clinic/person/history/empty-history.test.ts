import { unwrap } from "@openlymph/base";
import { parseHistory } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { emptyHistory } from "./empty-history.ts";

test("a history that was just begun can be read, whatever the name of who began it", () => {
  const history = unwrap(parseHistory(emptyHistory('A. "Quote": Example', "2026-11-26"), "history.yaml"));
  expect(history).toMatchObject({ asOf: "2026-11-26", procedures: [], conditions: [], events: [], assume: [] });
});
