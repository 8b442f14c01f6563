import type { EnsembleSetup, SwellingBands } from "@openlymph/rehearsal";
import { series } from "../output/numbers.ts";
import { historyMarks } from "../words/review-words.ts";
import { bandsJson, ensembleJson, influenceJson, inML, inPercent } from "./ensemble-json.ts";
import { historyJson } from "./history-json.ts";

/** The format `openlymph/body-ensemble@1` of `body run --ensemble --json`; described in docs/json.md. */
export function swellingBandsJson(setup: EnsembleSetup, bands: SwellingBands) {
  return {
    format: bands.record.format,
    label: bands.label,
    marks: historyMarks(setup.history).map(({ word, text }) => `${word}: ${text}`),
    history: historyJson(setup.history),
    ...ensembleJson(bands, setup, false),
    outOfRange: bands.outOfRange,
    time: series(bands.times, "time", "d"),
    parts: bands.parts.map(({ part, excess, excessShare, lymphFlowShare, above }) => ({
      part,
      excess: bandsJson(excess, "mL", inML),
      excessShare: bandsJson(excessShare, "%", inPercent),
      lymphFlowShare: bandsJson(lymphFlowShare, "%", inPercent),
      above: above.map((counted) => ({
        excessShare: { value: inPercent(counted.excessShare), unit: "%" },
        bodies: counted.bodies,
      })),
    })),
    most: bands.most ?? null,
    influence: influenceJson(bands.influence),
    record: bands.record,
  };
}
