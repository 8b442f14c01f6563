import { figureData } from "../data/figure-data.ts";

const joins = new Map(figureData.collectors.map(({ id, joins: next }) => [id, next]));

/** The collector into which the drawn strands of a collector run, or `undefined` where they end at their node. */
export function joinedCollector(id: string): string | undefined {
  return joins.get(id);
}
