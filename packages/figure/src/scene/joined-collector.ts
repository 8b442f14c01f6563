import { figureData } from "../data/figure-data.ts";

/** The collector into which the drawn strands of another one run, by the id of that one. */
export const joinedCollectors: Readonly<Record<string, string>> = Object.fromEntries(
  figureData.collectors.flatMap(({ id, joins }) => (joins === undefined ? [] : [[id, joins]])),
);

/** The collector into which the drawn strands of a collector run, or `undefined` where they end at their node. */
export function joinedCollector(id: string): string | undefined {
  return joinedCollectors[id];
}
