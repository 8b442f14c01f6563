import { type Build, figureScene, limbParts, swellingRange } from "@openlymph/figure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf, type Look, lookAt, moved, nearer, nearest, wholeBody, wholeLook, wholeOf } from "./frame.ts";

const looks = fc
  .record({
    factor: fc.double({ min: 0.1, max: 20, noNaN: true }),
    x: fc.double({ min: -400, max: 400, noNaN: true }),
    y: fc.double({ min: -200, max: 1200, noNaN: true }),
  })
  .map(({ factor, x, y }): Look => moved(nearer(wholeLook(wholeBody), factor, x, y), x, y));

test("whole means the whole figure, in both views", () => {
  expect(frameOf(wholeLook(wholeBody), "front")).toEqual(wholeBody);
  expect(frameOf(wholeLook(wholeBody), "back")).toEqual(wholeBody);
});

test("the window never leaves the figure, and never comes nearer than the nearest", () => {
  fc.assert(
    fc.property(looks, (look) => {
      for (const view of ["front", "back"] as const) {
        const [left, top, width, height] = frameOf(look, view);
        expect(left).toBeGreaterThanOrEqual(wholeBody[0] - 1e-9);
        expect(top).toBeGreaterThanOrEqual(wholeBody[1] - 1e-9);
        expect(left + width).toBeLessThanOrEqual(wholeBody[0] + wholeBody[2] + 1e-9);
        expect(top + height).toBeLessThanOrEqual(wholeBody[1] + wholeBody[3] + 1e-9);
        expect(width).toBeGreaterThanOrEqual(wholeBody[2] / nearest - 1e-9);
      }
    }),
  );
});

test("coming nearer leaves the point under the pointer where it is", () => {
  const look = nearer(wholeLook(wholeBody), 3, 75, 240);
  const again = nearer(look, 1.5, 80, 250);
  const shareOf = (frame: readonly number[]) => [(80 - frame[0]!) / frame[2]!, (250 - frame[1]!) / frame[3]!];
  const before = shareOf(frameOf(look, "front"));
  const after = shareOf(frameOf(again, "front"));
  expect(after[0]).toBeCloseTo(before[0]!, 9);
  expect(after[1]).toBeCloseTo(before[1]!, 9);
});

test("the back shows the same place from behind, and coming out again leads to the whole body", () => {
  const armpit = lookAt([28, 176, 122, 300], wholeBody);
  const [left, , width] = frameOf(armpit, "front");
  const [behind, , same] = frameOf(armpit, "back");
  expect(same).toBeCloseTo(width, 9);
  expect(behind + same / 2).toBeCloseTo(-(left + width / 2), 9);
  expect(left).toBeLessThan(28);
  expect(left + width).toBeGreaterThan(122);
  expect(nearer(armpit, 0.001)).toEqual(wholeLook(wholeBody));
});

test.each(["neutral", "male", "female"] satisfies Build[])("nothing of a swollen %s body is cut off", (build) => {
  const [left, top, width, height] = wholeOf[build];
  const most = swellingRange[1];
  for (const view of ["front", "back"] as const) {
    for (const side of ["L", "R"]) {
      for (const excess of [0, 0.2, 1, most]) {
        const swelling = Object.fromEntries(
          limbParts.filter((part) => part.endsWith(side)).map((part) => [part, excess]),
        );
        const { contour } = figureScene({ view, build, swelling, precision: "interactive" });
        const xs = contour.filter((_, at) => at % 2 === 0);
        const ys = contour.filter((_, at) => at % 2 === 1);
        const around = 1;
        expect(Math.min(...xs)).toBeGreaterThan(left + around);
        expect(Math.max(...xs)).toBeLessThan(left + width - around);
        expect(Math.min(...ys)).toBeGreaterThan(top + around);
        expect(Math.max(...ys)).toBeLessThan(top + height - around);
      }
    }
  }
});
