import { fail, ok, type Result } from "@openlymph/base";
import {
  type Axis,
  elementaryEffects,
  type LocalParameter,
  localSensitivities,
  type Model,
  morrisPoints,
  outputColumn,
  type PointSource,
  type RangeAxis,
  runSweep,
  type SweepOptions,
  saltelliPoints,
  sobolIndices,
} from "@openlymph/study";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { inWrittenUnit } from "./any-quantity.ts";
import { openPool, readWorkers } from "./pool.ts";
import { type SensitivityReport, sensitivityBlocks } from "./present-sensitivity.ts";
import { readStudy, type Study } from "./read-study.ts";
import { missingPart, setupOf, studyRecord } from "./study-setup.ts";

export interface SensitivityInput {
  readonly study: string;
  readonly workers?: string | undefined;
  readonly json?: boolean | undefined;
}

type Local = NonNullable<SensitivityReport["local"]>;
type Morris = NonNullable<SensitivityReport["morris"]>;
type Sobol = NonNullable<SensitivityReport["sobol"]>;

/** Parameters with a range; a list of values has no slope. */
function rangesOf(study: Study, method: string): Result<readonly RangeAxis[]> {
  const ranges: RangeAxis[] = [];
  for (const { axis, path } of study.parameters) {
    if (axis.scale === "list") {
      const hint = `sensitivity.${method} moves a parameter continuously.`;
      return fail("field/invalid", {
        file: study.file,
        path: `parameters.${path}.values`,
        expected: "from and to",
        hint,
      });
    }
    ranges.push(axis);
  }
  return ok(ranges);
}

async function localOf(study: Study, model: Model, options: SweepOptions): Promise<Result<Local>> {
  const ranges = rangesOf(study, "local");
  if (!ranges.ok) return ranges;
  const parameters = ranges.value.map(
    (axis, j): LocalParameter => ({ ...axis, value: study.parameters[j]?.value ?? Number.NaN }),
  );
  const { step, levels } = study.content.sensitivity?.local ?? {};
  const found = await localSensitivities(model, parameters, { ...options, step, levels, task: "local sensitivities" });
  if (!found.ok) return fail(found.code, { ...found, file: study.file });
  return ok({
    at: study.parameters.map((parameter) => ({
      parameter: parameter.path,
      value: inWrittenUnit(parameter.value, parameter),
      unit: parameter.unit,
    })),
    entries: found.value.map(({ output, parameter, normalised, normalisedError: error, exact }) => {
      const entry = { output, parameter, normalised, error };
      return exact === undefined ? entry : { ...entry, exact: { normalised: exact.normalised, agrees: exact.agrees } };
    }),
  });
}

async function columns(
  model: Model,
  points: Result<PointSource>,
  study: Study,
  options: SweepOptions,
): Promise<Result<Float64Array[]>> {
  if (!points.ok) return fail(points.code, { ...points, file: study.file });
  const swept = await runSweep(points.value, model.evaluate, options);
  return swept.ok ? ok(model.outputs.map((_, o) => outputColumn(swept.value, o))) : swept;
}

async function morrisOf(study: Study, model: Model, options: SweepOptions): Promise<Result<Morris>> {
  const ranges = rangesOf(study, "morris");
  if (!ranges.ok) return ranges;
  const { trajectories = 10, seed = 1 } = study.content.sensitivity?.morris ?? {};
  const values = await columns(model, morrisPoints(ranges.value, trajectories, seed), study, {
    ...options,
    task: "elementary effects",
  });
  if (!values.ok) return values;
  return ok({
    trajectories,
    seed,
    entries: study.outputs.flatMap(({ name, kind }, o) =>
      elementaryEffects(values.value[o] ?? [], model.parameters, seed).map((effect) => {
        const shown = (si: number) => inWrittenUnit(si, kind);
        const { mean, meanAbsolute, standardError, sd, count } = effect;
        return {
          output: name,
          unit: kind.unit,
          parameter: effect.parameter,
          mean: shown(mean),
          meanAbsolute: shown(meanAbsolute),
          standardError: shown(standardError),
          sd: shown(sd),
          count,
        };
      }),
    ),
  });
}

async function sobolOf(study: Study, model: Model, options: SweepOptions): Promise<Result<Sobol>> {
  const { blocks = 64, seed = 1, resamples } = study.content.sensitivity?.sobol ?? {};
  const axes: readonly Axis[] = study.parameters.map(({ axis }) => axis);
  const values = await columns(model, saltelliPoints(axes, blocks, seed), study, { ...options, task: "Sobol indices" });
  if (!values.ok) return values;
  return ok({
    blocks,
    seed,
    outputs: study.outputs.map(({ name, kind }, o) => {
      const found = sobolIndices(values.value[o] ?? [], model.parameters, { resamples, seed });
      const sd = inWrittenUnit(Math.sqrt(found.variance), kind);
      return {
        output: name,
        unit: kind.unit,
        mean: inWrittenUnit(found.mean, kind),
        sd,
        dropped: found.dropped,
        indices: found.indices,
      };
    }),
  });
}

/** Sensitivities of the outputs of a study to its parameters, by every method the study asks for. */
export async function sensitivityCommand(
  input: SensitivityInput,
  surroundings: Surroundings,
): Promise<Result<CommandOutput>> {
  const workers = readWorkers(input.workers);
  if (!workers.ok) return workers;
  const read = readStudy(input.study);
  if (!read.ok) return read;
  const study = read.value;
  const { sensitivity } = study.content;
  if (study.outputs.length === 0) return missingPart(study, "outputs", "what to read from each run, such as outflow");
  if (sensitivity === undefined || Object.keys(sensitivity).length === 0) {
    return missingPart(study, "sensitivity", "one or more of local, morris, sobol");
  }
  const names = study.outputs.map(({ name }) => name);
  const pool = openPool(workers.value);
  const model = pool.modelOf(setupOf(study, names));
  const options: SweepOptions = { concurrency: pool.workers, context: { report: surroundings.report } };
  try {
    const local = sensitivity.local && (await localOf(study, model, options));
    if (local !== undefined && !local.ok) return local;
    const morris = sensitivity.morris && (await morrisOf(study, model, options));
    if (morris !== undefined && !morris.ok) return morris;
    const sobol = sensitivity.sobol && (await sobolOf(study, model, options));
    if (sobol !== undefined && !sobol.ok) return sobol;
    const seed = sensitivity.sobol?.seed ?? sensitivity.morris?.seed ?? 0;
    const report: SensitivityReport = {
      format: "openlymph/sensitivity@1",
      title: study.content.title,
      local: local?.value,
      morris: morris?.value,
      sobol: sobol?.value,
      record: studyRecord("openlymph/sensitivity@1", study, { sensitivity, outputs: names }, seed),
    };
    return ok({ text: input.json ? jsonText(report) : pageText(sensitivityBlocks(report, study), surroundings.style) });
  } finally {
    await pool.close();
  }
}
