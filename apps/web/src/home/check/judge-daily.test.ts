import { checkStanding, emptyHead, foldRecord, nextOperation } from "@openlymph/record";
import { libraryWords } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { type DailyAnswers, dailyHours, dailyQuestions } from "./daily.ts";
import { judgeDaily } from "./judge-daily.ts";
import { sayDaily } from "./say-daily.ts";

/** Every way to answer seven questions with yes, no or nothing. */
const everyWay: readonly DailyAnswers[] = Array.from({ length: 3 ** dailyQuestions.length }, (_, n) =>
  Object.fromEntries(
    dailyQuestions.flatMap((id, at) => {
      const answer = (["none", "no", "yes"] as const)[Math.floor(n / 3 ** at) % 3]!;
      return answer === "none" ? [] : [[id, answer]];
    }),
  ),
);
const allNo = (answers: DailyAnswers): boolean => dailyQuestions.every((id) => answers[id] === "no");
const uuid = (n: number) => `01940000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const at = "2026-11-26T21:00:00Z";

describe("the seven questions", () => {
  it("free a session when all are answered with no, and lock it for every other answer or none", () => {
    const free = everyWay.filter((answers) => {
      const { reasons, ...outcome } = judgeDaily(answers);
      const body = { answers, reasons: [...reasons], ...outcome };
      const happening = { id: uuid(1), person: uuid(2), device: uuid(3), at, kind: "check/answered", body } as const;
      const record = foldRecord([{ operation: nextOperation(happening, emptyHead) }]);
      return checkStanding(record, Date.parse(at), dailyHours).kind === "free";
    });
    expect(everyWay).toHaveLength(2187);
    expect(free).toHaveLength(1);
    expect(allNo(free[0]!)).toBe(true);
  });

  it.each(["en", "de"] as const)("%s: say why and whom to call, with nothing left to be filled in", (language) => {
    const library = libraryWords(language);
    for (const answers of everyWay.filter((each) => Object.keys(each).length === 7 && !allNo(each))) {
      const outcome = judgeDaily(answers);
      const said = sayDaily(outcome, library, { country: "GB", contact: "Clinic 0123" });
      expect(`${said.title} ${said.body}`).not.toMatch(/[{}]/);
      expect(said.reasons.length).toBeGreaterThan(0);
      expect(said.call).toBe(outcome.action === "EMERGENCY" ? "999" : undefined);
      if (outcome.action === "STOP_SAME_DAY") expect(said.body).toContain("Clinic 0123");
    }
  });
});
