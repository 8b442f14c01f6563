import { expect, test } from "vitest";
import { exitCodeOf, noTests, type RunnerReport, sum, summaryLine, tallyOf } from "./results.ts";

const clean: RunnerReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
};

test("passed, failed and skipped tests are taken from the report", () => {
  const failing = { ...clean, numFailedTests: 2 };
  expect(tallyOf(failing, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("a file that could not be loaded is a failure, a file with failing tests is not counted twice", () => {
  const unloaded = { name: "a.test.ts", status: "failed", assertionResults: [] };
  const failing = { name: "b.test.ts", status: "failed", assertionResults: [{ status: "failed" }] };
  expect(tallyOf({ ...clean, numFailedTests: 1, testResults: [unloaded, failing] }, 1).failed).toBe(2);
});

test("a run that ends badly without a failing test is a failure", () => {
  expect(tallyOf(clean, 1).failed).toBe(1);
  expect(tallyOf(undefined, 0).failed).toBe(1);
  expect(tallyOf(clean, 0).failed).toBe(0);
});

test("runs add up, and only passing tests without a failing one are a success", () => {
  const total = sum([tallyOf(clean, 0), tallyOf({ ...clean, numFailedTests: 1 }, 1), noTests]);
  expect(summaryLine(total)).toBe("6 passed, 1 failed, 4 skipped");
  expect(exitCodeOf(total)).toBe(1);
  expect(exitCodeOf({ passed: 6, failed: 0, skipped: 4 })).toBe(0);
  expect(summaryLine({ passed: 6, failed: 0, skipped: 0 })).toBe("6 passed, 0 failed");
  expect(exitCodeOf(noTests)).toBe(1);
});
