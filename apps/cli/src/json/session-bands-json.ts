import { quantity } from "@openlymph/base";
import { type EnsembleSetup, leastDifference, type SessionBands, strokeKnowledge } from "@openlymph/rehearsal";
import type { Plan } from "@openlymph/therapy";
import { series } from "../output/numbers.ts";
import { historyMarks, planMarks, sessionMarks } from "../words/review-words.ts";
import { bandsJson, ensembleJson, influenceJson, inML, inPercent } from "./ensemble-json.ts";
import { historyJson, planJson } from "./history-json.ts";

/** The format `openlymph/rehearsal-ensemble@1` of `rehearse --ensemble --json`; described in docs/json.md. */
export function sessionBandsJson(setup: EnsembleSetup, plans: readonly Plan[], bands: SessionBands) {
  const { history } = setup;
  const longest = Math.max(...bands.plans.map(({ duration }) => duration));
  const marks = [...sessionMarks(history, longest), ...historyMarks(history), ...plans.flatMap(planMarks)];
  return {
    format: bands.record.format,
    label: bands.label,
    marks: [...new Set(marks.map(({ word, text }) => `${word}: ${text}`))],
    history: historyJson(history),
    plans: plans.map((plan, n) => ({
      ...planJson(plan),
      duration: quantity(bands.plans[n]?.duration ?? Number.NaN, "time", "min"),
    })),
    ...ensembleJson(bands, setup, true),
    outOfRange: bands.outOfRange,
    main: bands.main,
    time: series(bands.times, "time", "h"),
    reported: series(bands.reportTimes, "time", "h"),
    parts: bands.parts.map(({ part, excess, excessShare, sessions }) => ({
      part,
      excess: bandsJson([excess], "mL", inML),
      excessShare: bandsJson([excessShare], "%", inPercent),
      sessions: sessions.map(({ plan, manner, moved }) => ({ plan, manner, moved: bandsJson(moved, "mL", inML) })),
    })),
    comparisons: bands.comparisons.map(({ part, manner, at }) => ({
      part,
      manner,
      noDifferenceBelow: {
        volume: quantity(leastDifference.volume, "volume", "mL"),
        share: quantity(leastDifference.share, "fraction", "%"),
      },
      at: at.map(({ time, firstMore, secondMore, noDifference, difference, differences }) => ({
        time: quantity(time, "time", "h"),
        firstMore,
        secondMore,
        noDifference,
        difference: bandsJson([difference], "mL", inML),
        differences: series(differences, "volume", "mL"),
      })),
    })),
    influence: bands.influence.map((one) => ({ manner: one.manner, ...influenceJson(one) })),
    strokes: strokeKnowledge,
    record: bands.record,
  };
}
