import { contentHash } from "./hash.ts";
import { programVersion } from "./version.ts";

/** What every saved result carries, so that it can be run again and compared. */
export interface RunRecord {
  readonly format: string;
  readonly program: string;
  /** SHA-256 of everything the result depends on. */
  readonly parameterHash: string;
  readonly seed: number;
}

/** Describes a run: `format` of the result, all inputs it depends on, and the seed. */
export function runRecord(format: string, inputs: unknown, seed = 0): RunRecord {
  return { format, program: `openlymph ${programVersion}`, parameterHash: contentHash(inputs), seed };
}
