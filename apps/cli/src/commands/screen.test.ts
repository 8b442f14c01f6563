import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@openlymph/base";
import { contraindicationLibrary, contraindications, parseScreening, screen } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import type { Terminal } from "../input/terminal.ts";
import { plainStyle } from "../output/style.ts";
import { breathless, chemotherapy, clinic } from "../testing/examples.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";
import { screenCommand } from "./screen.ts";

const on = ["--on", "2026-11-22"];

describe("openlymph screen", () => {
  const json = JSON.parse(openlymph("screen", chemotherapy, ...on, "--json").out);

  it("gives the outcome of the library as JSON", () => {
    const screening = unwrap(parseScreening(readFileSync(path.join(root, chemotherapy), "utf8"), chemotherapy));
    const outcome = unwrap(screen(screening, Date.UTC(2026, 10, 22) / 1000));
    expect(json.decision).toBe("restrict");
    expect(json.decision).toBe(outcome.decision);
    expect(json.reasons).toEqual(
      outcome.reasons.map(({ rule, action, because, sources }) => ({
        rule,
        action,
        because,
        sources: sources.map(({ key }) => key),
      })),
    );
    expect(json.avoidRegions).toEqual(["sternum", "neck_lateral", "neck_front", "device_site"]);
    expect(json.questionsMissing).toEqual([]);
    expect(json.marks).toEqual([expect.stringMatching(/^DRAFT: screening rules/)]);
    expect(shapeOf(json)).toMatchInlineSnapshot(`
      {
        "avoidRegions": [
          "string",
        ],
        "decision": "string",
        "format": "string",
        "marks": [
          "string",
        ],
        "questionsMissing": [],
        "reasons": [
          {
            "action": "string",
            "because": "string",
            "rule": "string",
            "sources": [
              "string",
            ],
          },
        ],
        "record": {
          "format": "string",
          "parameterHash": "string",
          "program": "string",
          "seed": "number",
        },
      }
    `);
  });

  it("says the decision first, then why, what to do and what is left out, as a draft", () => {
    const { code, out } = openlymph("screen", chemotherapy, ...on);
    expect(code).toBe(0);
    expect(out).toMatch(/^RESTRICT: We leave out/);
    expect(out).toMatch(/^DRAFT: screening rules/m);
    const flowing = out.replaceAll(/\s+/g, " ");
    for (const words of [
      'yes to "Do you have an irregular heartbeat or a pacemaker?"',
      "now INFO",
      "cleared by Dr A. Example, doctor, on 2026-11-10 until 2027-01-31",
      "1 of 3 lists says absolute",
      "At most 20 minutes.",
      "the sides of the neck (regions of plans: neck_lateral), for arrhythmia",
    ]) {
      expect(flowing).toContain(words);
    }
  });

  it("puts an emergency before everything, with the number of the country or the clinic", () => {
    const number = (...args: readonly string[]) => openlymph("screen", breathless, ...on, ...args).out;
    expect(number("--country", "US")).toMatch(/^EMERGENCY: Call the emergency number now\n[\s\S]*Call 911\./);
    expect(number("--clinic", clinic)).toContain("Call 999.");
    expect(number("--country", "AU", "--clinic", clinic)).toContain("Call 000.");
    expect(number()).not.toContain("Not answered");
  });

  it("lists what is missing, and judges the daily questions alone when asked", () => {
    const file = fileOf("answers: { d1: no, d2: no, d3: no, d4: no, d5: no, d6: no, d7: no, epilepsy: no }\n");
    const all = JSON.parse(openlymph("screen", file, "--json").out);
    expect(all.decision).toBe("hold");
    expect(all.questionsMissing).toContain("sepsis");
    expect(all.questionsMissing).not.toContain("epilepsy");
    expect(openlymph("screen", file).out).toContain("Not answered: these hold the session");
    expect(JSON.parse(openlymph("screen", file, "--daily", "--json").out).decision).toBe("go");
  });

  it("judges for another day: answers grow old", () => {
    const later = JSON.parse(openlymph("screen", chemotherapy, "--on", "2026-12-23", "--json").out);
    expect(later.decision).toBe("hold");
    expect(later.reasons[0].because).toContain("31 days ago");
  });

  it.each([
    [["screen"], "expected an answers file, or --ask on a terminal"],
    [["screen", chemotherapy, "--ask"], "not both"],
    [["screen", "--ask", "--on", "2026-11-22"], "--on only with an answers file"],
    [["screen", chemotherapy, "--out", "x.yaml"], "--out only with --ask"],
    [
      ["screen", chemotherapy, "--on", "tomorrow"],
      '--on: the command was used in a way that is not possible: found "tomorrow"',
    ],
    [["screen", chemotherapy, "--country", "XX"], "--country"],
    [["screen", chemotherapy, "--on", "2026-11-01"], `${chemotherapy}: date:`],
    [["screen", fileOf("answers: { dvt: perhaps }\n", "a.yaml")], "answers.dvt"],
  ])("refuses %j in one line", (args, words) => {
    const { code, out, err } = openlymph(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("gives the same bytes each time", () => {
    expect(JSON.parse(openlymph("screen", chemotherapy, ...on, "--json").out)).toEqual(json);
  });
});

/** Somebody who gives these answers, and what they saw. */
function person(reply: (question: string) => string | undefined) {
  const seen: string[] = [];
  const terminal: Terminal = {
    ask: async (question) => {
      seen.push(question);
      return reply(question);
    },
    say: (text) => seen.push(text),
    close: () => seen.push("closed"),
  };
  return { seen, terminal: () => terminal };
}

const run = (input: Parameters<typeof screenCommand>[0], reply: (question: string) => string | undefined) => {
  const { seen, terminal } = person(reply);
  return screenCommand(input, { style: plainStyle }, terminal).then((result) => ({ seen, result }));
};

describe("openlymph screen --ask", () => {
  it("says in one line where there is no terminal", () => {
    const { code, out, err } = openlymph("screen", "--ask");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("expected a terminal to ask on");
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("asks every question, the emergencies first, and stores the answers", async () => {
    const out = path.join(freshFolder(), "answers.yaml");
    const { seen, result } = await run({ ask: true, out, json: true }, () => "n");
    const { text, files } = unwrap(result);
    expect(JSON.parse(text).decision).toBe("go");
    const questions = seen.filter((line) => line.startsWith("("));
    expect(questions).toHaveLength(57);
    expect(questions[0]).toContain(contraindications[0]?.question);
    expect(seen.join("\n")).toContain("DRAFT");
    const written = unwrap(parseScreening(String([...(files?.[0]?.content ?? [])].join("")), "answers.yaml"));
    expect(Object.keys(written.answers)).toHaveLength(57);
    expect(existsSync(out)).toBe(false);
  });

  it("ends at once in an emergency, with the number", async () => {
    const { seen, result } = await run({ ask: true, country: "UK" }, (question) =>
      question.includes("coughing blood") ? "yes" : "no",
    );
    expect(unwrap(result).text).toMatch(/^EMERGENCY[\s\S]*Call 999\./);
    expect(seen.filter((line) => line.startsWith("("))).toHaveLength(2);
  });

  it("ends at once when two answers are an emergency together", async () => {
    const { seen, result } = await run({ ask: true }, (question) => (/38\.0 C|white cells/.test(question) ? "y" : "n"));
    expect(unwrap(result).text).toContain("Fever with a weak immune system");
    expect(seen.filter((line) => line.startsWith("(")).length).toBeLessThan(57);
  });

  it("lets no question be skipped", async () => {
    const replies = ["", "  ", "perhaps", "YES"];
    const { seen } = await run({ ask: true }, () => replies.shift());
    expect(seen.filter((line) => line.startsWith("(1/57)"))).toHaveLength(4);
    expect(seen.filter((line) => line.includes("No question can be skipped"))).toHaveLength(3);
  });

  it("asks second questions, and takes unknown for what it is", async () => {
    const { seen, result } = await run({ ask: true, json: true }, (question) => {
      if (question.includes("Do you have asthma?")) return "yes";
      return question.includes("tuberculosis") ? "?" : "no";
    });
    expect(seen.some((line) => line.includes("asthma attack"))).toBe(true);
    expect(JSON.parse(unwrap(result).text)).toMatchObject({ decision: "hold", questionsMissing: ["tb"] });
  });

  it("asks the seven daily questions alone", async () => {
    const { seen, result } = await run({ ask: true, daily: true, json: true }, () => "no");
    expect(seen.filter((line) => line.startsWith("("))).toHaveLength(contraindicationLibrary.dailyCheck.items.length);
    expect(JSON.parse(unwrap(result).text).decision).toBe("go");
  });

  it("decides nothing when the input ends before the last question", async () => {
    let left = 3;
    const { result } = await run({ ask: true }, () => (left-- > 0 ? "no" : undefined));
    expect(result).toMatchObject({
      ok: false,
      code: "usage/invalid",
      value: "the end of the input at question 4 of 57",
    });
  });
});
