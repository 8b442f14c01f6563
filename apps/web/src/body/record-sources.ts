import { type AnatomyRecord, estimates, sourcesOf } from "@openlymph/anatomy";
import { words } from "../words.ts";

/** One thing a record rests on. */
export interface TellingSource {
  readonly citation: string;
  /** Where it can be read; `undefined` for a book, or where no address is known. */
  readonly address: string | undefined;
  /** Whether it was read, is textbook, computed or assumed, in a word. */
  readonly basis: string;
}

/** What a record rests on. */
export interface RecordSources {
  readonly sources: readonly TellingSource[];
  /** What in it is estimated, and on what grounds. */
  readonly estimates: readonly { readonly field: string; readonly basis: string }[];
}

function addressOf(url: string | null): string | undefined {
  if (url === null || url === "") return undefined;
  if (url.startsWith("doi:")) return `https://doi.org/${url.slice(4)}`;
  return /^https?:/.test(url) ? url : undefined;
}

/** The sources of a record of the anatomy, and what of it is an estimate. */
export function recordSources(record: AnatomyRecord): RecordSources {
  const { bases, fields } = words.facts;
  return {
    sources: sourcesOf(record).map(({ citation, url, status }) => ({
      citation,
      address: addressOf(url),
      basis: bases[status],
    })),
    estimates: estimates(record).map(({ field, basis }) => ({
      field: fields[field as keyof typeof fields] ?? field,
      basis,
    })),
  };
}

/** The bases of the sources in a line: `published, textbook, assumed`. */
export function basesOf({ sources }: RecordSources): string {
  return [...new Set(sources.map(({ basis }) => basis))].join(", ");
}
