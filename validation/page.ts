/** The validation page, from the records of a run: plain Markdown, the same bytes as long as nothing visible changed. */
import type { ReferenceNumber, ValidationRecord } from "./publish.ts";
import {
  type Ours,
  type Outcome,
  type Published,
  type PublishedNumber,
  type PublishedResult,
  publishedCentre,
  resultVerdict,
  spreadWhenNonePublished,
  type Verdict,
} from "./result.ts";

type PublishedRecord = Extract<ValidationRecord, { kind: "published" }>;
type Result = Omit<PublishedResult, "run">;

const marks: Readonly<Record<Verdict, string>> = {
  reproduced: "● reproduced",
  partly: "◐ partly",
  "by construction": "□ by construction",
  "not yet": "○ not yet",
};
const verdicts = Object.keys(marks) as Verdict[];

/** Three significant digits, whole numbers from 100 on. */
export function shown(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return String(rounded === 0 ? 0 : rounded).replace("-", "−");
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

export function publishedText(published: Published): string {
  const { unit } = published;
  switch (published.kind) {
    case "mean ± sd":
      return withUnit(`${shown(published.value)} ± ${shown(published.spread)}`, unit);
    case "mean ± ci":
      return `${withUnit(`${shown(published.value)} ± ${shown(published.spread)}`, unit)} (95 % CI)`;
    case "range":
      return withUnit(`${shown(published.low)} to ${shown(published.high)}`, unit);
    case "share":
      return `${published.count} of ${published.of} (${shown((100 * published.count) / published.of)} %)`;
    case "sign":
      return published.says;
    case "median":
      return `${withUnit(shown(published.value), unit)} (median)`;
    case "value":
      return withUnit(shown(published.value), unit);
    default:
      return `${published.kind} ${withUnit(shown(published.value), unit)}`;
  }
}

function oursText(published: Published, ours: Ours | undefined): string {
  if (ours === undefined) return "–";
  const percent = published.kind === "share" ? 100 : 1;
  const unit = published.kind === "share" ? "%" : published.unit;
  const sd = ours.sd === undefined ? "" : ` ± ${shown(percent * ours.sd)}`;
  const value = withUnit(`${shown(percent * ours.value)}${sd}`, unit);
  if (ours.spread === undefined) return value;
  const { low, high, of } = ours.spread;
  return `${value} (${of} ${shown(percent * low)} to ${shown(percent * high)})`;
}

function ratioText(published: Published, ours: Ours | undefined): string {
  const centre = publishedCentre(published);
  if (ours === undefined || centre === undefined || centre === 0) return "";
  return shown(ours.value / centre);
}

function heading({ id, title }: Result): string {
  return `${id}. ${title}`;
}

/** The anchor that code hosts give a heading. */
function anchor(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** One line per published number. */
export function resultsTable(records: readonly PublishedRecord[]): string {
  const rows = records.flatMap(({ result, outcome }) =>
    result.numbers.map((number, at) => {
      const ours = outcome.ours[at] ?? undefined;
      return [
        at === 0 ? `[${result.id}](#${anchor(heading(result))})` : "",
        `${number.quantity}; ${number.condition}`,
        publishedText(number.published),
        oursText(number.published, ours),
        ratioText(number.published, ours),
        marks[number.verdict],
      ];
    }),
  );
  return table(["#", "quantity; condition", "published", "ours", "ratio", "verdict"], rows);
}

function summary(records: readonly PublishedRecord[]): string {
  const numbers = records.flatMap(({ result }) => result.numbers);
  const rows = verdicts.map((verdict) => [
    marks[verdict],
    String(records.filter(({ result }) => resultVerdict(result.numbers) === verdict).length),
    String(numbers.filter((number) => number.verdict === verdict).length),
  ]);
  const all = ["all", String(records.length), String(numbers.length)];
  return table(["verdict", "results", "single numbers"], [...rows, all]);
}

function citation({ source, provenance }: Result): string {
  const doi = source.doi === undefined ? "" : ` [doi:${source.doi}](https://doi.org/${source.doi})`;
  return `${source.citation}.${doi} *${provenance.tag}: ${provenance.source}*`;
}

function figureName({ id }: Result): string {
  return `${String(id).padStart(2, "0")}.svg`;
}

function remark(number: PublishedNumber): string {
  return number.why === undefined
    ? ""
    : `- ${number.quantity}, ${number.condition}: ${marks[number.verdict]}. ${number.why}`;
}

function section({ result, outcome }: PublishedRecord): string {
  const { figure } = outcome as Outcome;
  const parts = [
    `### ${heading(result)}`,
    citation(result),
    result.protocol,
    result.assumed === "" ? "" : `Assumed: ${result.assumed}`,
    result.numbers.map(remark).filter(Boolean).join("\n"),
    figure === undefined ? "" : `![${figure.caption}](validation/${figureName(result)})\n\n${figure.caption}`,
  ];
  return parts.filter(Boolean).join("\n\n");
}

interface Group {
  readonly name: string;
  readonly numbers: readonly ReferenceNumber[];
}

function groupsOf(records: readonly ValidationRecord[]): Group[] {
  const groups = new Map<string, ReferenceNumber[]>();
  for (const record of records) {
    if (record.kind !== "reference") continue;
    groups.set(record.group, [...(groups.get(record.group) ?? []), record.number]);
  }
  return [...groups]
    .map(([name, numbers]) => ({ name, numbers: numbers.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Share of the accepted difference that is used up. */
function used({ expected, ours, tolerance }: ReferenceNumber): number {
  return tolerance === undefined ? Number.POSITIVE_INFINITY : Math.abs(ours - expected) / tolerance;
}

function deviation({ expected, ours }: ReferenceNumber): number {
  return Math.abs(ours - expected) / Math.abs(expected);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line per group of code verification. */
export function verificationTable(records: readonly ValidationRecord[]): string {
  const rows = groupsOf(records).map(({ name, numbers }) => {
    const held = numbers.filter(({ tolerance }) => tolerance !== undefined);
    const worst = held.toSorted((a, b) => used(b) - used(a))[0];
    return [
      name,
      `${held.length} of ${numbers.length}`,
      `${shown(100 * median(held.map(deviation)))} %`,
      worst === undefined ? "" : `${worst.name}: ${shown(100 * used(worst))} % of what is accepted`,
    ];
  });
  return table(["what", "numbers held", "median deviation", "worst"], rows);
}

function verificationDetail({ name, numbers }: Group): string {
  const rows = numbers.map((number) => {
    const { unit, expected, ours, tolerance } = number;
    const accepted = tolerance === undefined ? "known difference" : `± ${shown(tolerance)}`;
    return [number.name, withUnit(shown(expected), unit), withUnit(shown(ours), unit), accepted];
  });
  const sources = [...new Set(numbers.map(({ source }) => source))].join("; ");
  const detail = table(["quantity", "reference", "ours", "accepted"], rows);
  return `<details>\n<summary>${name}: ${numbers.length} numbers (${sources})</summary>\n\n${detail}\n\n</details>`;
}

function notReproduced(records: readonly PublishedRecord[]): string {
  return records
    .flatMap(({ result }) =>
      result.numbers.flatMap((number) => {
        if (number.verdict !== "not yet") return [];
        return [`- **${result.id}.** ${number.quantity}, ${number.condition}: ${number.why}`];
      }),
    )
    .join("\n");
}

export interface Page {
  readonly markdown: string;
  /** Figures by file name, in `docs/validation/`. */
  readonly figures: ReadonlyMap<string, NonNullable<Outcome["figure"]>>;
}

export function publishedOf(records: readonly ValidationRecord[]): PublishedRecord[] {
  return records
    .flatMap((record) => (record.kind === "published" ? [record] : []))
    .toSorted((a, b) => a.result.id - b.result.id);
}

export function validationPage(records: readonly ValidationRecord[]): Page {
  const published = publishedOf(records);
  const figures = new Map(
    published.flatMap(({ result, outcome }) =>
      outcome.figure === undefined ? [] : [[figureName(result), outcome.figure] as const],
    ),
  );
  const tried = published.filter(({ outcome }) => outcome.ours.some((ours) => ours !== undefined && ours !== null));
  const waiting = published.filter((record) => !tried.includes(record));
  const markdown = [
    "# Validation",
    "What was measured in people and animals, or found by other models, beside what our models give. Every number is a test in `validation/`: it fails when ours gets worse, and when it gets better, so that this page cannot go stale. Written by `npm run validate -- --write`.",
    summary(published),
    `- **reproduced**: ours lies inside the published spread (one standard deviation, the range, the confidence interval; ${100 * spreadWhenNonePublished} % where none was published, which is our choice).\n- **partly**: right sign and within a factor of two.\n- **by construction**: the number is an input of the model, or the model was calibrated on it. It does not count.\n- **not yet**: neither, or the model cannot be asked. The reasons stand [below](#not-reproduced-and-why).\n\nA result counts with its weakest number. Most sources were read as abstracts, not as full papers. *Ratio* is ours over the published mean, or over the middle of a range.`,
    "## Published results",
    resultsTable(published),
    "## How each was done",
    ...tried.map(section),
    "## Waiting",
    "Published numbers that no run stands against yet. What is missing stands with each.",
    ...waiting.map(section),
    "## Not reproduced, and why",
    notReproduced(published),
    "## Code verification",
    "Numbers computed elsewhere from the same equations. They show that the equations are solved right, and say nothing about people.",
    verificationTable(records),
    ...groupsOf(records).map(verificationDetail),
  ];
  return { markdown: `${markdown.join("\n\n")}\n`, figures };
}
