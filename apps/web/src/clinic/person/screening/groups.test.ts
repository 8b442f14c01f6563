import { unwrap } from "@openlymph/base";
import { contraindications, screen, screeningOf } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { askedIn, questionGroups, restNo } from "./groups.ts";

test("every rule is asked once, and answering all groups with no leaves nothing open", () => {
  expect(questionGroups.flatMap(({ rules }) => rules.map(({ id }) => id)).toSorted()).toEqual(
    contraindications.map(({ id }) => id).toSorted(),
  );
  const all = questionGroups.reduce((answers, { rules }) => restNo(rules, answers), {});
  expect(unwrap(screen(screeningOf(all), 0))).toMatchObject({
    decision: "go",
    questionsMissing: [],
    questionsOpen: [],
  });
});

test("the rest of a group is answered with no: what was answered stays, a second question comes after a yes", () => {
  const second = contraindications.find(({ followUp }) => followUp !== undefined);
  if (second?.followUp === undefined) throw new Error("No rule has a second question.");
  const { id, followUp } = second;
  expect(askedIn([second], {})).toEqual([id]);
  expect(restNo([second], { [id]: "yes" })).toEqual({ [id]: "yes", [followUp.id]: "no" });
  expect(restNo([second], { [id]: "unknown" })).toEqual({ [id]: "unknown" });
});
