import { contraindicationLibrary } from "../library/contraindication.ts";

/** What one published list says about a rule. */
export interface ListVerdict {
  /** Key of the source. */
  readonly source: string;
  readonly citation: string;
  /** The list's own words, shortened. */
  readonly says: string;
  readonly verdict: string;
}

/** How the published lists that were read on a point compare. */
export interface ListsSay {
  /** `5 of 8 lists say absolute` */
  readonly words: string;
  readonly item: string;
  readonly lists: readonly ListVerdict[];
}

/** The comparison of published lists on one rule, or `undefined` where none was made. */
export function listsSay(rule: string): ListsSay | undefined {
  const { comparison, sources } = contraindicationLibrary;
  const row = comparison.rows.find(({ rules }) => rules.includes(rule));
  if (row === undefined) return undefined;
  const lists = Object.entries(row.lists).map(([source, { says, verdict }]) => ({
    source,
    citation: sources[source] ?? source,
    says,
    verdict,
  }));
  const absolute = lists.filter(({ verdict }) => verdict === "absolute").length;
  const say = absolute === 1 ? "says" : "say";
  return { words: `${absolute} of ${lists.length} lists ${say} absolute`, item: row.item, lists };
}
