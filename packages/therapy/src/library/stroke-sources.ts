import strokesJson from "../../data/strokes.json" with { type: "json" };
import type { Stroke } from "./stroke.ts";

const list: Readonly<Record<string, readonly string[]>> = strokesJson.sources;

/** `[source: COG]` and `[source: FISIO, upper limit]` name a key; `[textbook: …]` and words outside the list do not. */
function keysIn(text: string): readonly string[] {
  return [...text.matchAll(/\[source: ([^\],]+)/g)].flatMap(([, key = ""]) => (Object.hasOwn(list, key) ? [key] : []));
}

function told(key: string): string {
  const [title = key, address = ""] = list[key] ?? [];
  return address === "" ? title : `${title} (${address})`;
}

/** What the evidence of a stroke was read in: title and address of every source of the list that it names. */
export function strokeSources({ evidence }: Stroke): readonly string[] {
  return [...new Set(keysIn(evidence))].map(told);
}

const {
  traditional_mmHg: taught,
  measuredTherapist_mmHg: measured,
  implication,
  evidence,
} = strokesJson.pressureDebate;

/** What the schools teach about pressure and what was measured under therapists' hands, mmHg; what follows from it. */
export const pressureDebate: {
  readonly taught: readonly number[];
  readonly measured: readonly number[];
  readonly implication: string;
  readonly sources: readonly string[];
} = { taught, measured, implication, sources: keysIn(evidence).map(told) };
