import { expect, test } from "vitest";
import { exampleRun } from "../run/example-run.ts";
import { mainPart, swollenParts } from "./body-part.ts";

const arm = exampleRun("arm-after-axillary-clearance", "draft-arm");
const head = exampleRun("head-and-neck", "draft-head-neck");
const healthy = exampleRun("healthy", "lnni-arm");

test("the operated arm is shown, not the trunk beside it that swells too", () => {
  expect(arm.findings.parts.some(({ excessShare }) => excessShare > 1e-3)).toBe(true);
  expect(swollenParts(arm).map(({ id }) => id)).toEqual(["arm_L"]);
});

test("where no limb is swollen, head and neck are shown", () => {
  expect(swollenParts(head).map(({ id }) => id)).toEqual(["headNeck"]);
  expect(mainPart(head)?.finding.excess).toBe(head.findings.parts[0]?.excess);
});

test("a limb that swells only later counts as swollen", () => {
  const infected = exampleRun("arm-infection", "draft-arm");
  expect(infected.findings.limbs[0]?.excess).toBe(0);
  expect(swollenParts(infected).map(({ id }) => id)).toEqual(["arm_L"]);
});

test("a healthy body has no swollen part; the session is about the limb it touches, else about what it changes most", () => {
  expect(swollenParts(healthy)).toEqual([]);
  expect(mainPart(exampleRun("healthy", "draft-arm"))?.id).toBe("arm_L");
  expect(mainPart(exampleRun("healthy", "draft-head-neck"))?.id).toBe("headNeck");
});

test("of several swollen limbs the one the bound is for comes first", () => {
  const legs = exampleRun("both-legs", "draft-both-legs");
  expect(swollenParts(legs)).toHaveLength(2);
  expect(mainPart(legs)?.id).toBe(legs.findings.bound.limb);
});
