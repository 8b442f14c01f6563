import {
  meanPressureShare,
  oneHandAlone,
  type Stroke,
  strokeSources,
  strokeTiming,
  strokeUse,
  techniqueOf,
} from "@openlymph/therapy";
import { percentage } from "../output/numbers.ts";

const range = ([min, max]: readonly [number, number], unit: string) => ({ min, max, unit });

/** A stroke with its technique, as the JSON of the command line promises it. */
export function strokeJson(stroke: Stroke) {
  const { id: _, reviewStatus, stretch, pressure, rise, ...technique } = techniqueOf(stroke);
  const { work, rest, repetitions, cycle, workingShare } = strokeTiming(stroke);
  const { id, name, school, hand, where, working, resting, evidence } = stroke;
  return {
    id,
    name,
    school,
    reviewStatus,
    use: strokeUse(stroke),
    oneHand: oneHandAlone(stroke),
    hand,
    where,
    working,
    resting,
    pressure: stroke.pressure_mmHg === null ? null : range(stroke.pressure_mmHg, "mmHg"),
    work: range(work, "s"),
    rest: range(rest, "s"),
    repetitions: range(repetitions, "1"),
    cycle: { value: cycle, unit: "s" },
    workingShare: percentage(workingShare),
    meanPressure: pressure === null ? null : percentage(meanPressureShare(stroke)),
    technique: {
      ...technique,
      pressure,
      rise: rise ?? null,
      stretch: stretch === null ? null : { ...range(stretch.mm, "mm"), tag: stretch.tag, source: stretch.source },
    },
    evidence,
    sources: strokeSources(stroke),
  };
}
