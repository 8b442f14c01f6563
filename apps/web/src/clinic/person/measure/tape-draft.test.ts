import { expect, test } from "vitest";
import { confirmedIn, firstTape } from "./tape-draft.ts";

test("a reading is confirmed as long as it stands there: another number at its mark is not", () => {
  const draft = { ...firstTape({ measurements: [] }), left: ["20", "21", "31"], confirmed: { "left 3": "31" } };
  expect(confirmedIn(draft)).toEqual(["left 3"]);
  expect(confirmedIn({ ...draft, left: ["20", "21", "32"] })).toEqual([]);
  expect(confirmedIn({ ...draft, left: ["20", "21"] })).toEqual([]);
  expect(confirmedIn({ ...draft, left: ["20", "21", ""], confirmed: { "left 3": "" } })).toEqual([]);
});
