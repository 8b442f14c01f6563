import { canonicalJson, mmHg } from "@openlymph/base";
import type { PlanStep } from "./plan.ts";

/** A step as the fields of its file, in their order: quantities with their unit, what may be left out left out. */
export type WrittenStep = Readonly<Record<string, string | number | boolean>>;

const significant = (value: number): number => Number(value.toPrecision(12));

/** The fields of a step's file. A pressure that is the stroke's default is none of them, so that it stays marked as such. */
export function writtenStep(step: PlanStep): WrittenStep {
  const pressure = step.pressureFrom === "plan" && step.pressure !== undefined ? step.pressure / mmHg : undefined;
  const fields = {
    n: step.n,
    phase: step.phase,
    region: step.region,
    side: step.side,
    stroke: step.stroke,
    action: step.action,
    toward: step.toward,
    towardSide: step.towardSide,
    pressure: pressure === undefined ? undefined : `${significant(pressure)} mmHg`,
    pace: `${significant(step.pace)} s`,
    repetitions: step.repetitions,
    positions: step.positions === 1 ? undefined : step.positions,
    optional: step.optional ? true : undefined,
    direction: step.direction,
    provenance: step.provenance,
    note: step.note,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as WrittenStep;
}

/** What a step says, without its number, as one text: equal for steps that say the same. */
export function stepSaying(step: PlanStep): string {
  const { n: _n, ...fields } = writtenStep(step);
  return canonicalJson(fields);
}
