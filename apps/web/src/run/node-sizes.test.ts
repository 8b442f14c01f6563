import { readFileSync } from "node:fs";
import { day, unwrap } from "@openlymph/base";
import { figureLayers, figureScene } from "@openlymph/figure";
import { type History, parseHistory } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { followedSizes } from "./follow-sizes.ts";
import { drawnSizes, nodeSizeAt, swellsNodes } from "./node-sizes.ts";

function example(name: string): History {
  const text = readFileSync(new URL(`../../../../examples/histories/${name}.yaml`, import.meta.url), "utf8");
  return unwrap(parseHistory(text, name));
}

const front = figureScene({ view: "front" });

/** Width of the first bead of the armpit's nodes as the body is drawn at a time. */
function drawnRadius(nodeSize: Record<string, number>): number {
  const { svg } = figureLayers(front, { theme: "light", nodeSize }).find(({ id }) => id === "nodes")!;
  return Number(/data-id="AXLAT_L".*?url\(#figure-bead\)"><ellipse[^>]* rx="([^"]*)"/.exec(svg)![1]);
}

test("after an infection the nodes of its arm are drawn larger than at rest, and go back within weeks", () => {
  const sizes = unwrap(followedSizes(example("arm-infection"), 84 * day));
  const radius = (time: number) => drawnRadius(drawnSizes(sizes, time));
  const rest = drawnRadius({});
  expect(radius(-day)).toBe(rest);
  expect(radius(0)).toBe(rest);
  expect(radius(3 * day)).toBeGreaterThan(1.5 * rest);
  expect(radius(3 * day)).toBeLessThan(2.5 * rest);
  expect(radius(40 * day)).toBeLessThan(radius(10 * day));
  expect(radius(83 * day)).toBe(rest);
  // The other armpit has nothing to do with it, and what cannot be seen is not drawn anew.
  expect(nodeSizeAt(sizes, "AXLAT_R", 3 * day)).toBeUndefined();
  expect(drawnSizes(sizes, 3 * day)).toEqual(drawnSizes(sizes, 3 * day + 60));
});

test("a history with neither infection nor injury swells no node here", () => {
  expect(
    ["healthy", "arm-after-axillary-clearance", "arm-infection"].map((name) => swellsNodes(example(name))),
  ).toEqual([false, false, true]);
});
