import { fail, ok, type Result } from "@openlymph/base";
import { type Calibration, type CalibrationParameter, calibrate } from "@openlymph/study";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { inWrittenUnit } from "./any-quantity.ts";
import { openPool, readWorkers } from "./pool.ts";
import { type CalibrationReport, calibrationBlocks } from "./present-calibration.ts";
import { readStudy, type Study } from "./read-study.ts";
import { missingPart, outputUnit, setupOf, studyRecord } from "./study-setup.ts";

export interface CalibrateInput {
  readonly study: string;
  readonly workers?: string | undefined;
  readonly json?: boolean | undefined;
}

/** A thousandth of the statistical error is enough, and differences of one per cent stand clear of the solver's noise. */
const defaults = { tolerance: 1e-3, step: 1e-2 } as const;

function parametersOf(study: Study): Result<readonly CalibrationParameter[]> {
  const parameters: CalibrationParameter[] = [];
  for (const { path, axis, value, fixed } of study.parameters) {
    if (axis.scale === "list") {
      return fail("field/invalid", { file: study.file, path: `parameters.${path}.values`, expected: "from and to" });
    }
    parameters.push({ name: path, start: value, min: axis.min, max: axis.max, scale: axis.scale, fixed });
  }
  return ok(parameters);
}

function reportOf(study: Study, fit: Calibration, record: CalibrationReport["record"]): CalibrationReport {
  const { chiSquare, degreesOfFreedom, converged, reason, offset, iterations, evaluations } = fit;
  return {
    format: "openlymph/calibration@1",
    title: study.content.title,
    converged,
    reason,
    offset,
    iterations,
    evaluations,
    chiSquare,
    degreesOfFreedom,
    estimates: fit.estimates.map((estimate, j) => {
      const parameter = study.parameters[j] as Study["parameters"][number];
      const shown = (si: number) => inWrittenUnit(si, parameter);
      const [low, high] = estimate.interval;
      return {
        name: estimate.name,
        unit: parameter.unit,
        state: estimate.state,
        value: shown(estimate.value),
        standardError: shown(estimate.standardError),
        interval: [shown(low), shown(high)],
      };
    }),
    targets: fit.targets.map(({ scenario, output, value, sd, model, residual }, i) => {
      const written = outputUnit(output);
      const shown = (si: number) => inWrittenUnit(si, written);
      const source = study.targets[i]?.source;
      return {
        scenario,
        output,
        unit: written.unit,
        value: shown(value),
        sd: shown(sd),
        model: shown(model),
        residual,
        source,
      };
    }),
    correlation: fit.correlation,
    identifiability: fit.identifiability,
    record,
  };
}

/** Fits the parameters of a study to its targets. */
export async function calibrateCommand(
  input: CalibrateInput,
  surroundings: Surroundings,
): Promise<Result<CommandOutput>> {
  const workers = readWorkers(input.workers);
  if (!workers.ok) return workers;
  const read = readStudy(input.study);
  if (!read.ok) return read;
  const study = read.value;
  if (study.targets.length === 0) return missingPart(study, "targets", "measured values with their sd");
  const parameters = parametersOf(study);
  if (!parameters.ok) return parameters;
  const { fit = {} } = study.content;
  const pool = openPool(workers.value);
  const names = Object.keys(study.networks);
  const outputs = [...new Set(study.targets.map(({ output }) => output))];
  // A few runs by differences are quicker than the tangent of one, and know every output.
  const models = Object.fromEntries(
    names.map((name) => [name, { ...pool.modelOf(setupOf(study, outputs, name)), gradient: undefined }]),
  );
  try {
    const found = await calibrate(
      { parameters: parameters.value, targets: study.targets, models },
      {
        tolerance: fit.tolerance ?? defaults.tolerance,
        step: fit.step ?? defaults.step,
        errors: fit.errors,
        mostIterations: fit.iterations,
        context: { report: surroundings.report },
      },
    );
    if (!found.ok) return fail(found.code, { ...found, file: study.file });
    const record = studyRecord(
      "openlymph/calibration@1",
      study,
      { targets: study.targets, fit: { ...defaults, ...fit } },
      0,
    );
    const report = reportOf(study, found.value, record);
    return ok({ text: input.json ? jsonText(report) : pageText(calibrationBlocks(report, study), surroundings.style) });
  } finally {
    await pool.close();
  }
}
