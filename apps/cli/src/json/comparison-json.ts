import { runRecord } from "@openlymph/base";
import type { Change, Comparison, Series, VolumeChange } from "@openlymph/measurement";
import { measureMarks } from "../words/measure-words.ts";
import { shareJson, volumeJson } from "./estimate-json.ts";
import { occasionJson, protocolJson, questionJson } from "./limb-volume-json.ts";

export const comparisonFormat = "openlymph/limb-comparison@1";

type Printed = typeof volumeJson | typeof shareJson;

function changeJson({ before, after, change, verdict, detectable }: Change, printed: Printed) {
  const { unit, value } = printed({ value: detectable, terms: {} });
  return {
    before: printed(before),
    after: printed(after),
    change: printed(change),
    smallestDetectable: { value, unit },
    verdict,
  };
}

function sideJson(change: VolumeChange | undefined) {
  if (change === undefined) return null;
  return { ...changeJson(change, volumeJson), share: shareJson(change.share) };
}

/** Two measurements beside each other as JSON. */
export function comparisonJson(series: Series, comparison: Comparison, understood: readonly string[]) {
  const { before, after, volumes, excess, weightAdjusted, rater, questions, notes } = comparison;
  const occasions = (indices: readonly number[]) => indices.map((index) => occasionJson(series, index));
  const weight = (side: "left" | "right") => {
    const change = weightAdjusted[side];
    return change === undefined ? null : shareJson(change);
  };
  return {
    format: comparisonFormat,
    marks: measureMarks(questions).map(({ word, text }) => `${word}: ${text}`),
    title: series.title,
    understood,
    limb: series.limb,
    protocol: protocolJson(series),
    before: occasions(before),
    after: occasions(after),
    rater,
    affected: excess?.known === true ? excess.affected : null,
    left: sideJson(volumes.left),
    right: sideJson(volumes.right),
    excess: excess === undefined ? null : changeJson(excess.excess, shareJson),
    difference: excess === undefined ? null : changeJson(excess.difference, volumeJson),
    reduction: excess?.reduction === undefined ? null : shareJson(excess.reduction),
    relativeVolumeChange:
      excess === undefined
        ? null
        : { ...shareJson(excess.relativeChange), verdict: excess.relativeChange.judged.verdict },
    weightAdjustedChange: { left: weight("left"), right: weight("right") },
    questions: questions.map(questionJson),
    notes,
    record: runRecord(comparisonFormat, { series, before, after }),
  };
}
