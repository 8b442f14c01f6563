import { expect, it } from "vitest";
import type { Figure } from "./figure.ts";
import { validationPage } from "./page.ts";
import { publishedText, shown } from "./page-words.ts";
import type { ValidationRecord } from "./publish.ts";

const figure: Figure = {
  caption: "A curve.",
  x: { label: "x" },
  y: { label: "y" },
  series: [
    {
      name: "ours",
      style: "line",
      points: [
        [0, 0],
        [1, 1],
      ],
    },
  ],
};

const records: readonly ValidationRecord[] = [
  {
    kind: "reference",
    group: "chain",
    number: { name: "flow", source: "by hand", unit: "mL/h", expected: 2, ours: 2.01, tolerance: 0.02 },
  },
  {
    kind: "published",
    result: {
      id: 17,
      title: "Pump pressure, arms",
      studied: "people",
      source: { citation: "Someone 2007", doi: "10.1/x" },
      provenance: { tag: "source", source: "abstract" },
      protocol: "A cuff.",
      assumed: "",
      numbers: [
        {
          quantity: "pressure",
          condition: "healthy",
          published: { kind: "mean ± sd", value: 39, spread: 14, unit: "mmHg" },
          verdict: "reproduced",
        },
        {
          quantity: "pressure",
          condition: "swollen",
          published: { kind: "mean ± sd", value: 24, spread: 19, unit: "mmHg" },
          verdict: "not yet",
          why: "Needs weakness.",
        },
      ],
    },
    outcome: { ours: [{ value: 40, sd: 9.96 }, undefined], figure },
  },
];

it("shows published and ours with spread and ratio, and counts a result by its weakest number", () => {
  const { markdown } = validationPage(records);
  expect(markdown).toContain(
    "| [17](#17-pump-pressure-arms) | pressure; healthy | 39 ± 14 mmHg | 40 ± 9.96 mmHg | 1.03 | ● reproduced |",
  );
  expect(markdown).toContain("|  | pressure; swollen | 24 ± 19 mmHg | – |  | ○ not yet |");
  expect(markdown).toContain("| ● reproduced | 0 (1) | 0 (0) | 0 (0) | 0 (1) |");
  expect(markdown).toContain("| ○ not yet | 1 (1) | 0 (0) | 0 (0) | 1 (1) |");
  expect(markdown).toContain("**In 0 every such number is reproduced, wholly or partly; in 1 at least one is.**");
  expect(markdown).toContain("- **[17](#17-pump-pressure-arms)** pressure, swollen: Needs weakness.");
  expect(markdown).toContain("| chain | 1 of 1 | 0.5 % | flow: 50 % of what is accepted |");
});

it("is the same whatever order the records come in, and after a round trip through JSON", () => {
  const page = validationPage(records);
  const other = validationPage(JSON.parse(JSON.stringify(records.toReversed())) as ValidationRecord[]);
  expect(other.markdown).toBe(page.markdown);
  expect([...other.figures.keys()]).toEqual(["17.svg"]);
});

it("shows three digits, and no sign before nothing", () => {
  expect([39.2344, 1234.5, -0.00123456, -1e-20].map(shown)).toEqual(["39.2", "1235", "−0.00123", "−1e-20"]);
  expect(shown(-0)).toBe("0");
});

it("tells the ends of a narrow range apart", () => {
  expect(publishedText({ kind: "range", low: 11.965, high: 11.975, unit: "L" })).toBe("11.965 to 11.975 L");
  expect(publishedText({ kind: "range", low: -3.05, high: -2.95, unit: "mmHg" })).toBe("−3.05 to −2.95 mmHg");
});
