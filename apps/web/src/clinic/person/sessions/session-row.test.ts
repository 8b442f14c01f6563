import { expect, test } from "vitest";
import { filledColumns } from "./session-row.ts";

test("a column in which nothing stands is left out, one with a single entry is not", () => {
  const rows = [
    ["a", "", "1"],
    ["b", "", ""],
  ];
  expect(filledColumns(["Begun", "Pauses", "Pain"], rows)).toEqual({
    heads: ["Begun", "Pain"],
    rows: [
      ["a", "1"],
      ["b", ""],
    ],
  });
});
