/** Reads a study file and the network it names, and checks one against the other before anything is computed. */
import path from "node:path";
import {
  attempt,
  type Dimension,
  type Document,
  type Failure,
  FailureError,
  fieldFailure,
  parseDocumentText,
  type Result,
  readAs,
} from "@openlymph/base";
import { type Network, parseNetwork, setParameter } from "@openlymph/physiology";
import type { Axis, CalibrationTarget } from "@openlymph/study";
import { readParsed } from "../input/read-parsed.ts";
import { type AnyQuantity, siText } from "./any-quantity.ts";
import { type StudyFile, studyFormat, studySchema } from "./study-format.ts";
import { findOutputFailure, outputNamed, type StudyOutput } from "./study-outputs.ts";

/** A parameter of a study; SI, with the unit its author wrote. */
export interface StudyParameter {
  readonly path: string;
  readonly axis: Axis;
  readonly dimension: Dimension;
  readonly unit: string;
  /** Where local sensitivities are taken and a calibration starts. */
  readonly value: number;
  readonly fixed: boolean;
  /** Positions on a grid. */
  readonly steps: number | undefined;
}

export interface StudyTarget extends CalibrationTarget {
  readonly source: string | undefined;
}

export interface Study {
  readonly file: string;
  readonly networkFile: string;
  readonly content: StudyFile;
  /** Network of the study, and of each scenario; `base` where none is named. */
  readonly networks: Readonly<Record<string, Network>>;
  readonly parameters: readonly StudyParameter[];
  readonly outputs: readonly StudyOutput[];
  readonly targets: readonly StudyTarget[];
}

/** Name of the scenario that is the study's network itself. */
export const baseScenario = "base";

type Detail = Omit<Failure, "ok" | "file" | "line" | "path">;

function refuser(document: Document) {
  return (at: readonly PropertyKey[], detail: Detail): never => {
    throw new FailureError(fieldFailure(document, at, detail));
  };
}

type Refuse = ReturnType<typeof refuser>;

function detailOf({ code, value, expected, hint }: Failure): Detail {
  return {
    code,
    ...(value === undefined ? {} : { value }),
    ...(expected === undefined ? {} : { expected }),
    ...(hint === undefined ? {} : { hint }),
  };
}

function applied(network: Network, settings: readonly string[], at: readonly PropertyKey[], refuse: Refuse): Network {
  return settings.reduce((changed, setting, i) => {
    const next = setParameter(changed, setting);
    return next.ok ? next.value : refuse([...at, i], detailOf(next));
  }, network);
}

/** Refuses a path that the network does not have and a unit it does not take; whether a value fits is seen at each point. */
function checkSettable(
  network: Network,
  name: string,
  quantity: AnyQuantity,
  at: readonly PropertyKey[],
  refuse: Refuse,
) {
  const set = setParameter(network, `${name}=${siText(quantity.si, quantity.dimension)}`);
  if (set.ok || set.code === "param/out-of-range") return;
  refuse(set.code === "reference/unknown" ? ["parameters", name] : at, {
    ...detailOf(set),
    value: set.code === "reference/unknown" ? name : `a ${quantity.dimension}`,
  });
}

function axisOf(
  name: string,
  written: StudyFile["parameters"][string],
  refuse: Refuse,
): { axis: Axis; first: AnyQuantity } {
  const at = ["parameters", name];
  const { from, to, values, scale } = written;
  if (values !== undefined) {
    if (from !== undefined || to !== undefined) {
      refuse([...at, "values"], {
        code: "field/invalid",
        value: "values beside from and to",
        expected: "one or the other",
      });
    }
    const [first = { si: Number.NaN, dimension: "fraction", unit: "1" } as const] = values;
    return { axis: { name, scale: "list", values: values.map(({ si }) => si) }, first };
  }
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? "from" : "to";
    return refuse([...at, missing], { code: "field/missing", expected: "from and to, or values" });
  }
  if (from.dimension !== to.dimension) {
    refuse([...at, "to"], { code: "quantity/unit", expected: `a ${from.dimension} like from` });
  }
  if (!(from.si < to.si)) refuse([...at, "to"], { code: "param/out-of-range", expected: "more than from" });
  if (scale === "log" && !(from.si > 0)) {
    const hint = "A logarithmic scale has no zero.";
    refuse([...at, "from"], { code: "param/out-of-range", expected: "above zero on a log scale", hint });
  }
  return { axis: { name, scale, min: from.si, max: to.si }, first: from };
}

function middleOf(axis: Axis): number {
  if (axis.scale === "list") return axis.values[Math.floor((axis.values.length - 1) / 2)] ?? Number.NaN;
  return axis.scale === "log" ? Math.sqrt(axis.min * axis.max) : (axis.min + axis.max) / 2;
}

function parameterOf(
  network: Network,
  name: string,
  written: StudyFile["parameters"][string],
  refuse: Refuse,
): StudyParameter {
  const at = ["parameters", name];
  const { axis, first } = axisOf(name, written, refuse);
  const { value } = written;
  checkSettable(network, name, first, [...at, written.values === undefined ? "from" : "values"], refuse);
  if (value !== undefined) {
    if (value.dimension !== first.dimension) {
      refuse([...at, "value"], { code: "quantity/unit", expected: `a ${first.dimension} like the range` });
    }
    const within =
      axis.scale === "list" ? axis.values.includes(value.si) : value.si >= axis.min && value.si <= axis.max;
    if (!within) refuse([...at, "value"], { code: "param/out-of-range", expected: "a value inside the range" });
  }
  const { fixed, steps } = written;
  const { dimension, unit } = first;
  return { path: name, axis, dimension, unit, value: value?.si ?? middleOf(axis), fixed, steps };
}

function outputOf(network: Network, name: string, at: readonly PropertyKey[], refuse: Refuse): StudyOutput {
  const failure = findOutputFailure(network, name);
  const output = outputNamed(name);
  return output === undefined || failure !== undefined ? refuse(at, detailOf(failure as Failure)) : output;
}

function targetOf(
  networks: Study["networks"],
  written: NonNullable<StudyFile["targets"]>[number],
  i: number,
  refuse: Refuse,
): StudyTarget {
  const at = ["targets", i];
  const { scenario = baseScenario, value, sd, source } = written;
  const network = Object.hasOwn(networks, scenario) ? networks[scenario] : undefined;
  if (network === undefined) {
    return refuse([...at, "scenario"], {
      code: "reference/unknown",
      expected: `one of ${Object.keys(networks).join(", ")}`,
    });
  }
  const output = outputOf(network, written.output, [...at, "output"], refuse);
  for (const [field, quantity] of [
    ["value", value],
    ["sd", sd],
  ] as const) {
    const { dimension } = output.kind;
    if (quantity.dimension !== dimension) refuse([...at, field], { code: "quantity/unit", expected: `a ${dimension}` });
  }
  if (!(sd.si > 0)) refuse([...at, "sd"], { code: "param/out-of-range", expected: "above zero" });
  return { scenario, output: output.name, value: value.si, sd: sd.si, source };
}

function studyOf(content: StudyFile, document: Document, network: Network, networkFile: string): Study {
  const refuse = refuser(document);
  const base = applied(network, content.set, ["set"], refuse);
  if (Object.hasOwn(content.scenarios, baseScenario)) {
    refuse(["scenarios", baseScenario], {
      code: "field/invalid",
      value: baseScenario,
      expected: "another name; base is the network itself",
    });
  }
  const scenarios = Object.entries(content.scenarios).map(
    ([name, { set }]) => [name, applied(base, set, ["scenarios", name, "set"], refuse)] as const,
  );
  const networks = { [baseScenario]: base, ...Object.fromEntries(scenarios) };
  const parameters = Object.entries(content.parameters).map(([name, written]) =>
    parameterOf(base, name, written, refuse),
  );
  if (parameters.length === 0) refuse(["parameters"], { code: "field/missing", expected: "one parameter or more" });
  return {
    file: document.file,
    networkFile,
    content,
    networks,
    parameters,
    outputs: (content.outputs ?? []).map((name, i) => outputOf(base, name, ["outputs", i], refuse)),
    targets: (content.targets ?? []).map((target, i) => targetOf(networks, target, i, refuse)),
  };
}

/**
 * Reads `openlymph/study@1`.
 *
 * @returns the study with its network; otherwise one failure with file, line and field: of the study, or of the network
 * file it names (a path from the study file).
 */
export function readStudy(file: string): Result<Study> {
  return readParsed(file, (text) => {
    const document = parseDocumentText(text, file);
    if (!document.ok) return document;
    const content = readAs(document.value, studyFormat, studySchema);
    if (!content.ok) return content;
    const named = content.value.network;
    const networkFile = path.isAbsolute(named) ? named : path.join(path.dirname(file), named);
    const network = readParsed(networkFile, parseNetwork);
    if (!network.ok) {
      if (network.code !== "file/unreadable") return network;
      return fieldFailure(document.value, ["network"], detailOf(network));
    }
    return attempt(() => studyOf(content.value, document.value, network.value, networkFile));
  });
}
