/** The validation page, from the records of a run: plain Markdown, the same bytes as long as nothing visible changed. */
import { groupsOf, verificationDetail, verificationTable } from "./page-verification.ts";
import { publishedText, shown, table, withUnit } from "./page-words.ts";
import type { ValidationRecord } from "./publish.ts";
import {
  type Ours,
  type Outcome,
  type Published,
  type PublishedNumber,
  type PublishedResult,
  publishedCentre,
  resultVerdict,
  spreadWhenNonePublished,
  studiedIn,
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
  const count = (list: readonly PublishedRecord[]) => {
    const numbers = list.flatMap(({ result }) => result.numbers);
    return (verdict: Verdict | undefined) => {
      if (verdict === undefined) return `${list.length} (${numbers.length})`;
      const results = list.filter(({ result }) => resultVerdict(result.numbers) === verdict).length;
      return `${results} (${numbers.filter((number) => number.verdict === verdict).length})`;
    };
  };
  const columns = [...studiedIn.map((who) => records.filter(({ result }) => result.studied === who)), records].map(
    count,
  );
  const line = (name: string, verdict: Verdict | undefined) => [name, ...columns.map((column) => column(verdict))];
  const rows = [...verdicts.map((verdict) => line(marks[verdict], verdict)), line("all", undefined)];
  return table(["verdict", "in people", "in animals", "in other models", "all"], rows);
}

/** How many results agree, counted strictly and kindly; numbers there by construction count in neither. */
function agreement(records: readonly PublishedRecord[]): string {
  const agrees = ({ verdict }: PublishedNumber) => verdict === "reproduced" || verdict === "partly";
  const counted = records
    .map(({ result }) => result.numbers.filter(({ verdict }) => verdict !== "by construction"))
    .filter((numbers) => numbers.length > 0);
  const all = counted.filter((numbers) => numbers.every(agrees)).length;
  const some = counted.filter((numbers) => numbers.some(agrees)).length;
  return `Of ${records.length} results, ${counted.length} hold a number that is not there by construction. **In ${all} every such number is reproduced, wholly or partly; in ${some} at least one is.** The two counts bound what may be claimed.`;
}

function citation({ source, provenance }: Result): string {
  const doi = source.doi === undefined ? "" : ` [doi:${source.doi}](https://doi.org/${source.doi})`;
  return `${source.citation}.${doi} *${provenance.tag}: ${provenance.source}*`;
}

function figureName({ id }: Result): string {
  return `${String(id).padStart(2, "0")}.svg`;
}

/** Numbers of a result that share a verdict and its reason, in one group. */
function byReason(numbers: readonly PublishedNumber[]): PublishedNumber[][] {
  const groups = new Map<string, PublishedNumber[]>();
  for (const number of numbers) {
    if (number.why === undefined) continue;
    const key = `${number.verdict} ${number.why}`;
    groups.set(key, [...(groups.get(key) ?? []), number]);
  }
  return [...groups.values()];
}

function named(numbers: readonly PublishedNumber[]): string {
  return numbers.map(({ quantity, condition }) => `${quantity}, ${condition}`).join("; ");
}

function remarks(result: Result): string {
  return byReason(result.numbers)
    .map((numbers) => `- ${named(numbers)}: ${marks[numbers[0]!.verdict]}. ${numbers[0]!.why}`)
    .join("\n");
}

function section({ result, outcome }: PublishedRecord): string {
  const { figure } = outcome as Outcome;
  const parts = [
    `### ${heading(result)}`,
    citation(result),
    result.protocol,
    result.assumed === "" ? "" : `Assumed: ${result.assumed}`,
    remarks(result),
    figure === undefined ? "" : `![${figure.caption}](validation/${figureName(result)})\n\n${figure.caption}`,
  ];
  return parts.filter(Boolean).join("\n\n");
}

function notReproduced(records: readonly PublishedRecord[]): string {
  return records
    .flatMap(({ result }) =>
      byReason(result.numbers).flatMap((numbers) => {
        if (numbers[0]!.verdict !== "not yet") return [];
        return [`- **[${result.id}](#${anchor(heading(result))})** ${named(numbers)}: ${numbers[0]!.why}`];
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
    agreement(published),
    `- **reproduced**: ours lies inside the published spread (one standard deviation, the range, the confidence interval; ${100 * spreadWhenNonePublished} % where none was published, which is our choice).\n- **partly**: right sign and within a factor of two.\n- **by construction**: the number is an input of the model, or the model was calibrated on it. It does not count.\n- **not yet**: neither, or the model cannot be asked. The reasons stand [below](#not-reproduced-and-why).\n\nResults are counted by their weakest number, single numbers in brackets. Most sources were read as abstracts, not as full papers. *Ratio* is ours over the published mean, or over the middle of a range.`,
    "## Published results",
    resultsTable(published),
    "## How each was done",
    ...tried.map(section),
    "## Without a run",
    "No run stands against these: they are inputs of the model, or wait for something that it lacks.",
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
