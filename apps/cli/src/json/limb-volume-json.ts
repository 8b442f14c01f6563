import { quantity, runRecord } from "@openlymph/base";
import {
  coveredLength,
  type Estimate,
  explained,
  type JudgedRule,
  type Measured,
  type Question,
  type Series,
  type sides,
} from "@openlymph/measurement";
import { measureMarks } from "../words/measure-words.ts";
import { type EstimateJson, estimateJson, lengthJson, shareJson, volumeJson } from "./estimate-json.ts";

export const limbVolumeFormat = "openlymph/limb-volume@1";

/** How a question is printed. */
export function questionJson({ code, side, site, position, found, ask }: Question) {
  const at = position === undefined ? null : quantity(position, "length", "cm");
  return { code, side, reading: site ?? null, position: at, found, ask };
}

/** How what a rule looks at is printed. */
export function watchedJson(of: JudgedRule["rule"]["of"], value: Estimate): EstimateJson {
  switch (of) {
    case "excess":
    case "rvc":
    case "wac":
      return shareJson(value);
    case "difference":
      return volumeJson(value);
    case "girth":
      return lengthJson(value);
    default:
      return estimateJson(value, "fraction", "1");
  }
}

function ruleJson({ rule, value, line, beside }: JudgedRule) {
  const { value: lineValue, unit } = watchedJson(rule.of, { value: line, terms: {} });
  return {
    id: rule.id,
    say: rule.say,
    value: watchedJson(rule.of, value),
    line: { value: lineValue, unit },
    beside,
    note: rule.note,
    source: rule.source,
    reviewStatus: rule.reviewStatus,
  };
}

/** When, by whom and by which marks a measurement was taken. */
export function occasionJson(series: Series, index: number) {
  const { at, rater } = series.measurements[index]!;
  return { at: at === undefined ? null : new Date(at.seconds * 1000).toISOString(), rater: rater ?? null };
}

export function protocolJson({ protocol }: Series) {
  const { id, name, model, start, heights } = protocol;
  return {
    id,
    name,
    model,
    start,
    steps: { unit: "cm", values: heights.map((height) => Number((100 * height).toFixed(6))) },
    covered: quantity(Number(coveredLength(protocol).toFixed(9)), "length", "cm"),
  };
}

/** One side: its volume, what was computed since the baseline, and what was recorded as it is. */
function sideJson(series: Series, { index, volumes, weightAdjusted }: Measured, side: (typeof sides)[number]) {
  const { stage, pitting, endPart, tissueDielectric } = series.measurements[index]!;
  const [volume, change, part] = [volumes[side], weightAdjusted[side], endPart[side]];
  if (volume === undefined) return null;
  return {
    volume: volumeJson(volume),
    weightAdjustedChange: change === undefined ? null : shareJson(change),
    stage: stage[side] ?? null,
    pitting: pitting[side] ?? null,
    endPart: part === undefined ? null : quantity(part, "length", "cm"),
    tissueDielectric: tissueDielectric[side] ?? null,
  };
}

/** One measurement as JSON. */
export function limbVolumeJson(series: Series, found: Measured, understood: readonly string[], explain: boolean) {
  const { compared, relativeChange, questions, rules, method, index } = found;
  const { lDex, weight } = series.measurements[index]!;
  return {
    format: limbVolumeFormat,
    marks: measureMarks(questions).map(({ word, text }) => `${word}: ${text}`),
    title: series.title,
    understood,
    limb: series.limb,
    ...occasionJson(series, index),
    method,
    protocol: protocolJson(series),
    affected: series.affected ?? null,
    left: sideJson(series, found, "left"),
    right: sideJson(series, found, "right"),
    difference: compared === undefined ? null : volumeJson(compared.difference),
    excess: compared === undefined ? null : shareJson(compared.excess),
    severity: compared?.known === true ? compared.severity : null,
    relativeVolumeChange: relativeChange === undefined ? null : shareJson(relativeChange),
    girth: (compared?.girth ?? []).map(lengthJson),
    weight: weight === undefined ? null : quantity(weight, "mass", "kg"),
    lDex: lDex ?? null,
    rules: rules.map(ruleJson),
    questions: questions.map(questionJson),
    explained: explain ? explained(series, found) : [],
    record: runRecord(limbVolumeFormat, { series, index, method }),
  };
}
