import { expect, test } from "vitest";
import { readCell, readColumn, readPasted } from "./readings.ts";

test("a cell is read with a comma or a point, with or without its unit", () => {
  expect(["22,4", " 22.4 ", "22.4 cm", "22", ""].map(readCell)).toEqual([22.4, 22.4, 22.4, 22, undefined]);
  for (const text of ["abc", "1.2.3", "-4", "1e3"]) expect(readCell(text), text).toBeNaN();
});

test("a column counts up to its last filled mark, and above a gap or a cell that is no number", () => {
  expect(readColumn(["17.2", "22,4", "", ""])).toEqual({ readings: [0.172, 0.224], gap: false });
  expect(readColumn(["17.2", "", "26"])).toEqual({ readings: [0.172], gap: true });
  expect(readColumn(["17.2", "x", "26"])).toEqual({ readings: [0.172], unread: "x", gap: false });
  expect(readColumn(["", ""])).toEqual({ readings: [], gap: false });
});

test("a column, two columns and two with their marks are taken from a spreadsheet, heads left out", () => {
  expect(readPasted("17,2\r\n18,5\r\n")).toEqual([["17,2"], ["18,5"]]);
  expect(readPasted("left\tright\n17.2\t16.4\n18.5\t17.0")).toEqual([
    ["17.2", "16.4"],
    ["18.5", "17.0"],
  ]);
  expect(readPasted("mark;left;right\n2;17.2;16.4")).toEqual([["17.2", "16.4"]]);
});
