/**
 * A published result beside ours, and how the two are compared.
 *
 * | verdict         | meaning                                                                                   |
 * | --------------- | ----------------------------------------------------------------------------------------- |
 * | reproduced      | ours lies inside the published spread                                                     |
 * | partly          | right sign, and within a factor of 2 of what was published                                |
 * | by construction | the number is an input of the model, or the model was calibrated on it: it does not count |
 * | not yet         | neither, or the model cannot be asked; the reason stands beside it                        |
 *
 * | published    | inside its spread means                                       | centre (for the ratio) |
 * | ------------ | ------------------------------------------------------------- | ---------------------- |
 * | mean ± sd    | within one standard deviation                                 | mean                   |
 * | mean ± ci    | within the confidence interval                                | mean                   |
 * | range        | between its ends                                              | middle                 |
 * | share        | within the 95 % Wilson interval of `count` out of `of`        | count / of             |
 * | median, value | within 20 %, *assumed*, where no spread was published: one rule for all | the number   |
 * | at least, at most | on that side of the number                               | the number             |
 * | sign         | ours has that sign; there is nothing for it to be partly      | none                   |
 *
 * One file in `validation/published/` per result, which `publish` (publish.ts) turns into tests and into a part of the page.
 */
import type { Provenance } from "@openlymph/base";
import type { Figure } from "./figure.ts";

/** Accepted share of a number that was published without a spread. *Assumed.* */
export const spreadWhenNonePublished = 0.2;

export type Verdict = "reproduced" | "partly" | "by construction" | "not yet";

/** What the source says; numbers in `unit`, which is only printed ("" for a ratio). */
export type Published =
  | { readonly kind: "mean ± sd" | "mean ± ci"; readonly value: number; readonly spread: number; readonly unit: string }
  | { readonly kind: "range"; readonly low: number; readonly high: number; readonly unit: string }
  | { readonly kind: "median" | "value" | "at least" | "at most"; readonly value: number; readonly unit: string }
  | { readonly kind: "share"; readonly count: number; readonly of: number; readonly unit: "" }
  | { readonly kind: "sign"; readonly sign: 1 | -1; readonly says: string; readonly unit: string };

/** One number of a result, with the verdict that stands on the page; `why` says what is missing or how the number got in. */
export type PublishedNumber = {
  /** What was measured: "end systolic pressure". Unique within its result. */
  readonly quantity: string;
  /** In whom and when: "leg, sitting, n = 25". */
  readonly condition: string;
  readonly published: Published;
} & (
  | { readonly verdict: "reproduced"; readonly why?: string }
  | { readonly verdict: "partly" | "by construction" | "not yet"; readonly why: string }
);

/** Our number, in the unit of the published one; `sd` over a population, or `spread` over what was tried, with its name. */
export interface Ours {
  readonly value: number;
  readonly sd?: number;
  readonly spread?: { readonly low: number; readonly high: number; readonly of: string };
}

export const studiedIn = ["people", "animals", "models"] as const;
export type Studied = (typeof studiedIn)[number];

/** What a run gives: one entry per published number, in order; `undefined` where the model cannot be asked. */
export interface Outcome {
  readonly ours: readonly (Ours | undefined)[];
  readonly figure?: Figure;
}

export interface PublishedResult {
  /** Stable number of the result, as in the list of validation targets. */
  readonly id: number;
  readonly title: string;
  /** Whom it was measured in; `models` for what another model computed. */
  readonly studied: Studied;
  readonly source: { readonly citation: string; readonly doi?: string };
  /** How well the source is known: `source` names what was read of it (abstract, excerpt, second-hand). */
  readonly provenance: Provenance;
  /** What was done there and what is done here, in words. */
  readonly protocol: string;
  /** What had to be assumed for it; "" for nothing beyond the model's own parameters. */
  readonly assumed: string;
  readonly numbers: readonly PublishedNumber[];
  /** Absent as long as the model cannot be asked at all. */
  readonly run?: () => Outcome;
}

/** 95 % Wilson score interval of a proportion (Wilson 1927, textbook). */
export function wilsonInterval(count: number, of: number): readonly [number, number] {
  const z = 1.959964;
  const p = count / of;
  const scale = 1 + (z * z) / of;
  const middle = (p + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [middle - half, middle + half];
}

/** The ends within which a number counts as reproduced. */
export function publishedInterval(published: Published): readonly [number, number] {
  switch (published.kind) {
    case "mean ± sd":
    case "mean ± ci":
      return [published.value - published.spread, published.value + published.spread];
    case "range":
      return [published.low, published.high];
    case "share":
      return wilsonInterval(published.count, published.of);
    case "at least":
      return [published.value, Number.POSITIVE_INFINITY];
    case "at most":
      return [Number.NEGATIVE_INFINITY, published.value];
    case "sign":
      return published.sign > 0
        ? [Number.MIN_VALUE, Number.POSITIVE_INFINITY]
        : [Number.NEGATIVE_INFINITY, -Number.MIN_VALUE];
    default: {
      const off = spreadWhenNonePublished * Math.abs(published.value);
      return [published.value - off, published.value + off];
    }
  }
}

/** The number ours is divided by; `undefined` for a sign. */
export function publishedCentre(published: Published): number | undefined {
  switch (published.kind) {
    case "range":
      return (published.low + published.high) / 2;
    case "share":
      return published.count / published.of;
    case "sign":
      return undefined;
    default:
      return published.value;
  }
}

/** Right sign and within a factor of 2: of the centre, or of the nearer end of a range. */
function isNear(published: Published, ours: number): boolean {
  if (published.kind === "sign") return false;
  const ends = published.kind === "range" ? [published.low, published.high] : [publishedCentre(published) ?? 0];
  return ends.some((end) => end !== 0 && ours / end >= 0.5 && ours / end <= 2);
}

/** What our number deserves beside the published one, whatever is written in the file. */
export function judge(published: Published, ours: number | undefined): Exclude<Verdict, "by construction"> {
  if (ours === undefined || !Number.isFinite(ours)) return "not yet";
  const [low, high] = publishedInterval(published);
  if (ours >= low && ours <= high) return "reproduced";
  return isNear(published, ours) ? "partly" : "not yet";
}

const rank = { "not yet": 0, partly: 1, reproduced: 2 } as const;

/**
 * Whether the verdict written in the file still holds for our number: `undefined` if so, else what to do. A number that is
 * there by construction must still agree; if it does not, the input did not arrive.
 */
export function verdictComplaint(number: PublishedNumber, ours: number | undefined): string | undefined {
  const found = judge(number.published, ours);
  const said = number.verdict;
  if (said === "by construction") {
    if (ours === undefined || found === "reproduced") return undefined;
    return `said to hold by construction, but ours is ${ours}: the input does not arrive`;
  }
  if (found === said) return undefined;
  if (rank[found] < rank[said]) return `worse than recorded: ${found}, not ${said} (ours ${ours})`;
  return `better than recorded: ${found}, not ${said} (ours ${ours}); write the new verdict and run npm run validate -- --write`;
}

/** The verdict of a whole result: that of its weakest number; by construction only if all are. */
export function resultVerdict(numbers: readonly PublishedNumber[]): Verdict {
  const counted = numbers.flatMap(({ verdict }) => (verdict === "by construction" ? [] : [verdict]));
  if (counted.length === 0) return "by construction";
  return counted.reduce((weakest, verdict) => (rank[verdict] < rank[weakest] ? verdict : weakest));
}
