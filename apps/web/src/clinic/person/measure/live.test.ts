import { expect, test } from "vitest";
import { live } from "./live.ts";
import type { Taken } from "./tape-series.ts";

const draft: Taken = {
  operation: "",
  at: "2026-11-26T10:00:00.000+01:00",
  limb: "arm",
  protocol: "arm_4cm",
  left: [],
  right: [],
  by: { account: "01940004-0000-7000-8000-000000000001", name: "A. Therapist", role: "therapist" },
};

test("a volume stands there after two readings, the difference when both sides have as many", () => {
  expect(live({ left: ["17.2"], right: [] }, draft, []).found).toBeUndefined();
  const one = live({ left: ["17.2", "19,0"], right: [] }, draft, []);
  expect(one.found?.volumes.left?.value).toBeCloseTo(
    (0.04 * (17.2 ** 2 + 17.2 * 19 + 19 ** 2) * 1e-4) / (12 * Math.PI),
    7,
  );
  expect(one.complete).toBe(true);
  const uneven = live({ left: ["17.2", "19", "21"], right: ["16.4", "18"] }, draft, []);
  expect(uneven.found?.compared).toBeUndefined();
  expect(Object.keys(uneven.found?.volumes ?? {})).toEqual(["left", "right"]);
  expect(uneven.complete).toBe(false);
  const both = live({ left: ["17.2", "19"], right: ["16.4", "18"] }, draft, [], "left");
  expect(both.found?.compared?.known).toBe(true);
  expect(both.complete).toBe(true);
});

test("a reading that lies off its neighbours is asked for again; one that no limb has cannot be kept", () => {
  const odd = live({ left: ["20", "21", "31", "23", "24"], right: [] }, draft, []);
  expect(odd.questions.map(({ site }) => site)).toEqual([3]);
  const stands = live({ left: ["20", "21", "31", "23", "24"], right: [] }, { ...draft, confirmed: ["left 3"] }, []);
  expect(stands.questions).toEqual([]);
  // A mark that is not there any more confirms nothing.
  expect(live({ left: ["20", "21"], right: [] }, { ...draft, confirmed: ["left 3"] }, []).complete).toBe(true);
  const wrong = live({ left: ["17.2", "190"], right: [] }, draft, []);
  expect(wrong.failure).toMatch(/left/);
  expect(wrong.complete).toBe(false);
});
