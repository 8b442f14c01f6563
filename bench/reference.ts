/**
 * Converged answers of the benchmark family, kept in reference.json: CVODE (BDF) far below every tolerance that is timed,
 * and how well CVODE at ten times that tolerance and our rodas4 agree with it (the larger distance of the two).
 * `npm run bench -- make-reference` makes them again; that takes many minutes.
 *
 * A long human chain snaps through and depends on the last bits: there no solver converges and agreement is luck; only its
 * mean outflow is compared, and coarsely. Nothing is compared finer than three times the agreement.
 *
 * Of a large network the volumes of a hundred lymphangions are kept, evenly spread along the list.
 */
import { readFileSync } from "node:fs";
import type { Run } from "./run.ts";

export interface Reference {
  /** m³/s. */
  readonly outflow: number;
  /** m³, at `placesOf` the network. */
  readonly volumes: readonly number[];
  /** Tolerances of the two runs, and the relative differences between them. */
  readonly cvodeTolerance: number;
  readonly ourTolerance: number;
  readonly outflowAgreement: number;
  readonly volumeAgreement: number;
}

export const referenceFile = new URL("./reference.json", import.meta.url);

/** All references by the id of their case; empty before the first were made. */
export function readReferences(): Readonly<Record<string, Reference>> {
  return JSON.parse(readFileSync(referenceFile, "utf8")) as Record<string, Reference>;
}

/** Numbers of the lymphangions whose volume a reference keeps. */
export function placesOf(lymphangions: number): readonly number[] {
  const count = Math.min(100, lymphangions);
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * lymphangions) / count));
}

export interface RunError {
  /** |outflow − reference| / |reference|. */
  readonly outflow: number;
  /** Largest |V − reference| / reference at the end, over the volumes that are kept. */
  readonly volume: number;
}

/** Distance of a run from the reference. */
export function errorOf(run: Run, reference: Pick<Reference, "outflow" | "volumes">): RunError {
  let volume = 0;
  for (const [i, j] of placesOf(run.volumes.length).entries()) {
    const gap = Math.abs((run.volumes[j] ?? Number.NaN) / (reference.volumes[i] ?? Number.NaN) - 1);
    volume = Math.max(volume, gap);
  }
  return { outflow: Math.abs(run.outflow / reference.outflow - 1), volume };
}
