import { type Failure, fail } from "@openlymph/base";
import type { CalibrationParameter, CalibrationProblem } from "./calibration.ts";

function findParameterFailure({ name, min, max, start, scale }: CalibrationParameter): Failure | undefined {
  const path = `parameters.${name}`;
  const refuse = (field: string, value: number, expected: string) =>
    fail("param/out-of-range", { path: `${path}.${field}`, value, expected });
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max))
    return refuse("max", max, `a finite number above ${min}`);
  if (scale === "log" && !(min > 0)) return refuse("min", min, "> 0 on a logarithmic scale");
  return start >= min && start <= max ? undefined : refuse("start", start, `${min} to ${max}`);
}

/** The first thing that makes a calibration impossible, if any. */
export function findProblemFailure({ parameters, targets, models }: CalibrationProblem): Failure | undefined {
  for (const parameter of parameters) {
    const failure = findParameterFailure(parameter);
    if (failure !== undefined) return failure;
  }
  for (const [i, { scenario, output, value, sd }] of targets.entries()) {
    const path = `targets[${i}]`;
    const model = Object.hasOwn(models, scenario) ? models[scenario] : undefined;
    if (model === undefined) {
      const expected = `one of ${Object.keys(models).join(", ")}`;
      return fail("reference/unknown", { path: `${path}.scenario`, value: scenario, expected });
    }
    if (!model.outputs.includes(output)) {
      const expected = `one of ${model.outputs.join(", ")}`;
      return fail("reference/unknown", { path: `${path}.output`, value: output, expected });
    }
    if (!Number.isFinite(value)) return fail("param/not-finite", { path: `${path}.value`, value });
    if (!(sd > 0 && Number.isFinite(sd)))
      return fail("param/out-of-range", { path: `${path}.sd`, value: sd, expected: "> 0" });
  }
  const free = parameters.filter((parameter) => !parameter.fixed).length;
  if (free === 0) return fail("field/missing", { path: "parameters", expected: "one that is not fixed" });
  if (targets.length >= free) return undefined;
  return fail("param/out-of-range", {
    path: "targets",
    value: targets.length,
    expected: `at least as many targets as free parameters (${free})`,
    hint: "Keep some parameters fixed, or add targets.",
  });
}
