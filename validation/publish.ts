import { appendFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Outcome, type PublishedResult, verdictComplaint } from "./result.ts";

/** One line of the file named by VALIDATION_RECORDS: what the page is written from. */
export type ValidationRecord =
  | { readonly kind: "published"; readonly result: Omit<PublishedResult, "run">; readonly outcome: Outcome }
  | { readonly kind: "reference"; readonly group: string; readonly number: ReferenceNumber };

/** A number computed elsewhere from the same equations, and ours. */
export interface ReferenceNumber {
  readonly name: string;
  readonly source: string;
  readonly unit: string;
  readonly expected: number;
  readonly ours: number;
  /** Largest accepted |ours − expected|; `undefined` for a difference that is known and only reported. */
  readonly tolerance: number | undefined;
}

/** A result over hundreds of virtual bodies takes minutes on a busy machine, ms. */
const longestRun = 1_200_000;

/** Writes a record for the page, if one is being written. */
export function keepRecord(record: ValidationRecord): void {
  const file = process.env["VALIDATION_RECORDS"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(record)}\n`);
}

/**
 * Runs a published result as tests, one per number: each fails when our number is worse than the verdict in the file says,
 * and also when it is better, so that the page is brought up to date.
 */
export function publish(result: PublishedResult): void {
  describe(`${result.id}. ${result.title}`, () => {
    let outcome: Outcome | undefined;
    const found = (): Outcome => {
      if (outcome !== undefined) return outcome;
      outcome = result.run?.() ?? { ours: [] };
      const { run: _, ...said } = result;
      keepRecord({ kind: "published", result: said, outcome });
      return outcome;
    };
    it.each(result.numbers.map((number, at) => ({ number, at, name: `${number.quantity}, ${number.condition}` })))(
      "$name: $number.verdict",
      { timeout: longestRun },
      ({ number, at }) => {
        const complaint = verdictComplaint(number, found().ours[at]?.value);
        if (complaint !== undefined) expect.fail(complaint);
      },
    );
  });
}
