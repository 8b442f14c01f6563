/** What the benchmark says must be true whatever the clock says: errors, the comparison at equal error, the words of the page. */
import { expect, test } from "vitest";
import { secondsToReach } from "../bench/equal-error.ts";
import { chain, tree } from "../bench/network-family.ts";
import { performancePage } from "../bench/page.ts";
import { errorOf, placesOf, readReferences } from "../bench/reference.ts";
import type { CaseResult, Results } from "../bench/results.ts";
import { runOurs } from "../bench/run-ours.ts";

test("between two rungs, time and error are straight in logarithms", () => {
  const ladder = [
    { error: 1e-2, seconds: 1 },
    { error: 1e-4, seconds: 100 },
  ];
  expect(secondsToReach(ladder, 1e-3)?.seconds).toBeCloseTo(10, 10);
  expect(secondsToReach(ladder, 1e-4)?.seconds).toBeCloseTo(100, 10);
  expect(secondsToReach(ladder, 1e-1)).toEqual({ seconds: 1, atLoosest: true });
  expect(secondsToReach(ladder, 1e-5)).toBeUndefined();
});

test("a lucky loose run counts only as good as the tighter ones, a slow loose run not at all", () => {
  const lucky = [
    { error: 1e-9, seconds: 1 },
    { error: 1e-4, seconds: 10 },
    { error: 1e-6, seconds: 100 },
  ];
  expect(secondsToReach(lucky, 1e-6)?.seconds).toBeCloseTo(100, 10);
  const slow = [
    { error: 1e-2, seconds: 50 },
    { error: 1e-4, seconds: 10 },
  ];
  expect(secondsToReach(slow, 1e-2)?.seconds).toBe(10);
});

test("our engine and CVODE solve the same family: a chain and its kept reference", () => {
  const item = chain(10, "A");
  const reference = readReferences()[item.id];
  const run = runOurs(item, { method: "rodas4", tolerance: 1e-6, repeats: 1 });
  expect(reference?.outflowAgreement).toBeLessThan(1e-8);
  const error = errorOf(run, reference ?? { outflow: Number.NaN, volumes: [] });
  expect(error.outflow).toBeLessThan(1e-6);
  expect(error.volume).toBeLessThan(1e-6);
});

test("an error is seen wherever it lies", () => {
  const item = tree(5, "A");
  const reference = readReferences()[item.id];
  if (reference === undefined) throw new Error("tree-5 A has no reference");
  expect(reference.volumes).toHaveLength(100);
  const volumes = new Float64Array(item.lymphangions);
  for (const [i, j] of placesOf(item.lymphangions).entries()) volumes[j] = reference.volumes[i] ?? 0;
  const exact = { outflow: reference.outflow, volumes, steps: 0, refused: 0, evaluations: 0, seconds: 0 };
  expect(errorOf(exact, reference)).toEqual({ outflow: 0, volume: 0 });
  volumes[placesOf(item.lymphangions)[70] ?? 0]! *= 1.25;
  expect(errorOf(exact, reference).volume).toBeCloseTo(0.25, 12);
  volumes[placesOf(item.lymphangions)[70] ?? 0] = Number.NaN;
  expect(errorOf(exact, reference).volume).toBeNaN();
});

const side = (seconds: number) => ({ method: "auto", seconds, atLoosest: false });
const found = (kind: CaseResult["kind"], ours: number, cvode: number): CaseResult => ({
  id: `case ${ours}`,
  kind,
  lymphangions: 10,
  outflowAgreement: 1e-9,
  volumeAgreement: 1e-9,
  rungs: [],
  levels: [{ measure: "volume", level: 1e-4, ours: side(ours), cvode: side(cvode) }],
  left: [],
});
const results: Results = { date: "2025-01-02T03:04:05Z", machine: "a machine", node: "24", load: 0.1 };

test("the page says plainly what is met and what is not", () => {
  const cases = [found("mild", 1, 5), found("mild", 1, 1.5), found("stiff", 2, 1)];
  const memory = { lymphangions: 10, assembly: 1, integrator: 2, total: 1200 };
  const page = performancePage({
    ...results,
    memory,
    coldStart: { seconds: 0.1, runs: 5 },
    resolved: { built: "cc", cases },
  });
  expect(page).toContain("1.5 to 5 times");
  expect(page).toMatch(/mild chains.*TypeScript \*\*not met\*\* in the slowest case/);
  expect(page).toMatch(/memory per lymphangion.*1200 B.*\*\*not met\*\*/);
  expect(page).toMatch(/cold start.*100 ms.*met, and the aim/);
  expect(page).toMatch(/every lymphangion.*not measured in this run \| unknown/);
});

test("without CVODE the page names what is missing instead of a ratio", () => {
  const page = performancePage({
    ...results,
    resolved: { built: "cc", missing: "no SUNDIALS 6; install it", cases: [] },
  });
  expect(page).toContain("CVODE was skipped: no SUNDIALS 6; install it.");
  expect(page).toMatch(/mild chains.*no CVODE: no SUNDIALS 6; install it/);
});
