import { expect, test } from "vitest";
import { exampleRun } from "../run/example-run.ts";
import { mainPart } from "./body-part.ts";
import { buildUpCourse, differenceCourse, excessAt, runCourse } from "./part-course.ts";

const runs = [
  exampleRun("arm-after-axillary-clearance", "draft-arm"),
  exampleRun("head-and-neck", "draft-head-neck"),
] as const;
const healthy = exampleRun("healthy", "lnni-arm");

test.each(runs)("$historyTitle: what the page draws is what the findings say", (run) => {
  const part = mainPart(run)!;
  const { xs, ys } = differenceCourse(run, part);
  expect(xs.at(-1)).toBe(24);
  expect(ys.at(-1)).toBeCloseTo(part.finding.difference.at(-1)!, 15);
  expect(runCourse(run, part, "with").ys.at(-1)).toBeCloseTo(part.finding.withSession.at(-1)!, 15);
  expect(excessAt(run, part, "with", 0)).toBeCloseTo(part.finding.excess, 15);
});

test("the change in a limb stays within its bound", () => {
  const [arm] = runs;
  const { ys } = differenceCourse(arm, mainPart(arm)!);
  expect(Math.max(...ys.map(Math.abs))).toBeLessThan(arm.findings.bound.total);
});

test.each(runs)("$historyTitle: the weeks before end where the session begins", (run) => {
  const part = mainPart(run)!;
  const course = buildUpCourse(run, part)!;
  expect(course.xs[0]).toBeLessThan(-50);
  expect(course.ys[0]! / part.volume).toBeLessThan(1e-3);
  expect(course.ys.at(-1)).toBeCloseTo(part.finding.excess, 12);
});

test("a body to which nothing happened has no weeks before", () => {
  expect(buildUpCourse(healthy, mainPart(healthy)!)).toBeUndefined();
});
