import { contentHash, describeFailure, type RunRecord, runRecord } from "@openlymph/base";
import type { SweepRow } from "@openlymph/study";
import { populationById } from "./draw.ts";
import type { EnsembleSetup } from "./member.ts";
import { priors } from "./prior.ts";

/** Stands on everything that is read off virtual bodies. */
export const virtualBodiesLabel = "Teaching model: virtual bodies with this history, not you";

/** A body that could not be run. */
export interface FailedBody {
  readonly member: number;
  readonly message: string;
}

/** What every answer of an ensemble says of itself. */
export interface EnsembleHead {
  readonly record: RunRecord;
  readonly label: string;
  readonly title: string;
  readonly seed: number;
  readonly population: string;
  /** Bodies asked, and those that could not be run, each by its number. */
  readonly bodies: number;
  readonly failed: readonly FailedBody[];
}

/** Everything the virtual bodies of a setup depend on, beside their numbers. */
export function setupInputs({ history, draw }: EnsembleSetup): unknown {
  return { history, draw, population: populationById(draw.population), priors };
}

/** Hash of everything the virtual bodies of a setup depend on. */
export function setupHash(setup: EnsembleSetup): string {
  return contentHash(setupInputs(setup));
}

export function failedBodies(rows: readonly SweepRow[]): readonly FailedBody[] {
  return rows.flatMap(({ index, failure }) =>
    failure === undefined ? [] : [{ member: index, message: describeFailure(failure) }],
  );
}

/** @param asked what was asked of the bodies, beside the setup: times, plans. */
export function ensembleHead(
  format: string,
  setup: EnsembleSetup,
  asked: unknown,
  rows: readonly SweepRow[],
): EnsembleHead {
  const { seed, population } = setup.draw;
  return {
    record: runRecord(format, { setup: setupInputs(setup), asked, bodies: rows.length }, seed),
    label: virtualBodiesLabel,
    title: setup.history.title,
    seed,
    population,
    bodies: rows.length,
    failed: failedBodies(rows),
  };
}
