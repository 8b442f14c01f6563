import { mL } from "@openlymph/base";
import { expect, test } from "vitest";
import { exampleRun } from "../run/example-run.ts";
import { buildUpCourse, differenceCourse, limbExcessAt, swollenLimbs } from "./limb-course.ts";

const arm = exampleRun("arm-after-axillary-clearance", "draft-arm");
const healthy = exampleRun("healthy", "lnni-arm");

test("the operated arm swells, the healthy body has no swollen limb", () => {
  expect(swollenLimbs(arm).map(({ limb }) => limb)).toEqual(["arm_L"]);
  expect(swollenLimbs(healthy)).toEqual([]);
});

test("the difference the page draws is the one of the findings, and stays within the bound", () => {
  const { ys, xs } = differenceCourse(arm, "arm_L");
  const finding = arm.findings.limbs.find(({ limb }) => limb === "arm_L");
  expect(xs.at(-1)).toBe(24);
  expect(ys.at(-1)).toBeCloseTo(finding?.difference.at(-1) ?? Number.NaN, 15);
  expect(Math.max(...ys.map(Math.abs))).toBeLessThan(arm.findings.bound.total);
});

test("the weeks before end where the session begins", () => {
  const course = buildUpCourse(arm, "arm_L");
  expect(course?.xs[0]).toBeLessThan(-50);
  expect(course?.ys[0]).toBeLessThan(mL);
  expect(course?.ys.at(-1)).toBeCloseTo(limbExcessAt(arm, "arm_L", "with", 0), 12);
  expect(buildUpCourse(healthy, "arm_L")).toBeUndefined();
});
