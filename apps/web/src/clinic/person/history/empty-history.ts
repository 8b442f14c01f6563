import { todayText } from "../../when.ts";

/** A history of which nothing is known yet. It names nobody: the record knows whose it is. */
export function emptyHistory(by: string, day = todayText()): string {
  return [
    "format: openlymph/history@1",
    "title: History kept by the clinic",
    `provenance: { tag: source, source: ${JSON.stringify(`entered at the clinic by ${by}`)} }`,
    "body: { build: neutral }",
    `asOf: ${day}`,
    "",
  ].join("\n");
}
