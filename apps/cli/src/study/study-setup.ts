import { fail, type Result, type RunRecord, runRecord } from "@openlymph/base";
import type { Network } from "@openlymph/physiology";
import type { TableRecord } from "../output/run-record-file.ts";
import { inWrittenUnit } from "./any-quantity.ts";
import type { ModelSetup } from "./evaluate-point.ts";
import { baseScenario, type Study, type StudyParameter } from "./read-study.ts";
import { outputNamed } from "./study-outputs.ts";

/** The model of a scenario, with the outputs that are asked for. */
export function setupOf(study: Study, outputs: readonly string[], scenario = baseScenario): ModelSetup {
  return {
    network: study.networks[scenario] as Network,
    cycles: study.content.cycles,
    parameters: study.parameters.map(({ path, dimension }) => ({ path, dimension })),
    outputs,
  };
}

/** The outputs of a study and, whatever it asks for, the drift: it says whether the others may be trusted. */
export function outputsWithDrift({ outputs }: Study): readonly string[] {
  return [...new Set([...outputs.map(({ name }) => name), "drift"])];
}

/** Refuses a study that lacks what a command needs. */
export function missingPart(study: Study, part: string, expected: string): Result<never> {
  return fail("field/missing", { file: study.file, path: part, expected });
}

/** What a study's result depends on; `asked` is what the command does with it. */
export function studyRecord(format: string, study: Study, asked: unknown, seed: number): RunRecord & TableRecord {
  const { networks, content } = study;
  const parameters = study.parameters.map(({ path, axis, value, fixed }) => ({ path, axis, value, fixed }));
  const inputs = { networks, cycles: content.cycles, parameters, asked };
  const { method, tolerance, step, longestStep, cycles } = (networks[baseScenario] as Network).solver;
  const solver = { method, tolerance, step, longestStep, cycles: content.cycles ?? cycles };
  return { ...runRecord(format, inputs, seed), solver, settings: content.set };
}

/** The unit of a column: none for a plain number. */
export const columnUnit = (unit: string): string | undefined => (unit === "1" ? undefined : unit);

/** Name and unit for the head of a column on screen. */
export const headOf = (name: string, unit: string): string => (unit === "1" ? name : `${name} (${unit})`);

/** Parameters of a point in the units their author wrote. */
export function parameterValues(parameters: readonly StudyParameter[], point: readonly number[]): number[] {
  return parameters.map((parameter, j) => inWrittenUnit(point[j] ?? Number.NaN, parameter));
}

/** Dimension and unit an output is printed in. */
export function outputUnit(name: string) {
  const { dimension, unit } = outputNamed(name)?.kind ?? { dimension: "fraction" as const, unit: "1" };
  return { dimension, unit };
}
