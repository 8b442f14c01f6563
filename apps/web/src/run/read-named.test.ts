import { expect, test } from "vitest";
import { firstHistory, firstPlan } from "./named.ts";
import { fileText, readExamples, readHistory, readPlan } from "./read-named.ts";

test("what a first visit opens on is among the examples and can be read", () => {
  const { histories, plans } = readExamples();
  expect(histories.map(({ file }) => file)).toContain(firstHistory.file);
  expect(plans.map(({ file }) => file)).toContain(firstPlan.file);
  expect(readHistory(firstHistory).ok && readPlan(firstPlan).ok).toBe(true);
  const titles = [
    ...histories.map(({ file }) => readHistory({ file })),
    ...plans.map(({ file }) => readPlan({ file })),
  ].map((read) => read.ok && read.value.title);
  expect([...histories, ...plans].map(({ title }) => title)).toEqual(titles);
});

test("a person's own text is read under its own name, and an unknown example is refused", () => {
  const own = { file: "mine.yaml", text: "format: openlymph/history@1\ntitle: [" };
  expect(readHistory(own)).toMatchObject({ ok: false, file: "mine.yaml" });
  expect(readPlan({ file: "nothing.yaml" })).toMatchObject({ ok: false, code: "file/unreadable" });
});

test("a file is handed on with its text; one that reads as an example does is that example", () => {
  const { text, example } = fileText("plan", firstPlan);
  expect([text?.startsWith("format: openlymph/plan@"), example]).toEqual([true, true]);
  expect(fileText("plan", { ...firstPlan, text: text! })).toEqual({ text, example: true });
  expect(fileText("plan", { ...firstPlan, text: `${text} ` })).toEqual({ text: `${text} `, example: false });
  expect(fileText("history", { file: "mine.yaml", text: "x" })).toEqual({ text: "x", example: false });
});

test("a plan comes with the names of what its steps work on", () => {
  const result = readPlan(firstPlan);
  const told = result.ok ? result.value : undefined;
  const [step] = told?.plan.steps ?? [];
  expect(step === undefined ? undefined : told?.names[step.region]).toContain(" ");
  for (const { region, toward, stroke } of told?.plan.steps ?? []) {
    expect(told?.strokes[stroke]?.steps.place).toBeDefined();
    expect([told?.names[region], told?.names[toward], told?.names[stroke]]).not.toContain(undefined);
  }
});
