import { figureScene } from "@openlymph/figure";
import { expect, test } from "vitest";
import { neighbour, thingsOf } from "./things.ts";

const things = thingsOf(figureScene({ view: "front" }), false);

test("every region, vessel bundle and node group in sight has a name of its own words", () => {
  expect(things.filter(({ kind }) => kind === "territory")).toHaveLength(50);
  for (const { id, name } of things) expect(name.length, id).toBeGreaterThan(3);
  expect(things.filter(({ id, name }) => id === name)).toEqual([]);
});

test("with the arrow keys every thing can be reached", () => {
  const directions = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const;
  const reached = new Set(things.slice(0, 1));
  for (const thing of reached) {
    for (const direction of directions) {
      const next = neighbour(things, thing, direction);
      if (next !== undefined) reached.add(next);
    }
  }
  expect(reached.size / things.length).toBeGreaterThan(0.9);
});

test("up leads up", () => {
  const from = things.find(({ id }) => id === "INGD_L") ?? things[0];
  if (from === undefined) throw new Error("nothing there");
  expect(neighbour(things, from, [0, -1])?.y).toBeLessThan(from.y);
});
