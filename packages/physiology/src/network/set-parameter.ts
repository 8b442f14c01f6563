/** One parameter of a network changed by name, as a person writes it: `outlet.pressure=12 mmHg`. */
import { closest, type Failure, FailureError, fail, ok, pathText, type Result } from "@openlymph/base";
import { type Field, fieldAt, fieldsOf } from "./format/fields.ts";
import { type Refuse, replaceAt } from "./format/part.ts";
import type { Setting } from "./format/setting.ts";
import type { Network } from "./network.ts";
import { namedParts } from "./network-format.ts";
import { type NamedGroup, namedPlace, type Place, singlePlace, targetOf } from "./parameter-target.ts";
import { findReferenceMistake } from "./references.ts";

const settable = ({ kind }: Setting) => kind !== "text" && kind !== "name";

const contentOf = ({ part, value }: Place) => part.view(value) as unknown;
const offered = (place: Place) => place.part.offer?.(contentOf(place) as never) ?? contentOf(place);

/** A path as it is listed: without the steps that are left out when it is written. */
function listed(group: string, path: readonly PropertyKey[]): string {
  const shown = (group === "vessels" && path[0] === "wall") || path[0] === "source" ? path.slice(1) : path;
  return pathText([...(group === "" ? [] : [group]), ...shown]);
}

/** The parameters a network has, by the names that `setParameter` takes, with what is known about each. */
export function parametersOf(network: Network): readonly { readonly path: string; readonly setting: Setting }[] {
  const found = new Map<string, Setting>();
  const collect = (place: Place, name: (path: readonly PropertyKey[]) => string) => {
    for (const { path, setting } of fieldsOf(place.part.schema, offered(place))) {
      if (settable(setting) && !found.has(name(path))) found.set(name(path), setting);
    }
  };
  for (const group of ["inlets", "outlets", "vessels"] as const) {
    for (const id of Object.keys(network[group])) {
      collect(namedPlace(network, group, id)!, (path) =>
        path[0] === "wall" ? pathText(path) : pathText([group.slice(0, -1), ...path]),
      );
    }
  }
  for (const group of Object.keys(namedParts) as NamedGroup[]) {
    for (const id of Object.keys(network[group] ?? {})) {
      collect(
        namedPlace(network, group, id)!,
        (path) => `${group}.${id}.${listed(group, path).slice(group.length + 1)}`,
      );
    }
  }
  for (const group of ["pacing", "external", "posture", "viscosity", "solver"]) {
    collect(singlePlace(network, group)!, (path) => listed(group, path));
  }
  return [...found].map(([path, setting]) => ({ path, setting }));
}

/** The paths of all parameters of a network. */
export function parameterPaths(network: Network): string[] {
  return parametersOf(network).map(({ path }) => path);
}

function readText({ schema, setting }: Field, text: string, path: string): Result<unknown> {
  const plain: Partial<Record<Setting["kind"], unknown>> = {
    whole: text === "" ? Number.NaN : Number(text),
    switch: { true: true, false: false }[text],
  };
  const read = schema.safeParse(setting.kind in plain ? (plain[setting.kind] ?? "") : text);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  const carried = issue?.code === "custom" ? (issue.params?.["failure"] as Failure | undefined) : undefined;
  if (carried !== undefined) return { ...carried, path, value: text };
  const nested = issue?.code === "invalid_union" ? issue.errors.flat()[0] : undefined;
  const within = nested?.code === "custom" ? (nested.params?.["failure"] as Failure | undefined) : undefined;
  if (within !== undefined) return { ...within, path, value: text };
  const expected = issue?.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : issue?.message;
  return fail("field/invalid", { path, value: text, ...(expected === undefined ? {} : { expected }) });
}

function unknownPath(network: Network, path: string): Failure {
  const known = parameterPaths(network);
  const near: string[] = [];
  for (let n = 0; n < 3; n++) {
    const next = closest(
      path,
      known.filter((each) => !near.includes(each)),
    );
    if (next !== undefined) near.push(next);
  }
  const last = path.split(".").at(-1)!;
  const same = known.filter((each) => each.endsWith(`.${last}`) && !near.includes(each)).slice(0, 5 - near.length);
  const group = path.split(".")[0]!;
  const beside = known.filter((each) => each.startsWith(`${group}.`) || each.startsWith(`${group}s.`)).slice(0, 5);
  const shown = near.length + same.length > 0 ? [...near, ...same] : beside;
  const some =
    shown.length > 0 ? shown : ["inlet.pressure", "outlet.pressure", "pacing.frequency", "wall.activeTension"];
  return fail("reference/unknown", {
    path,
    value: path,
    expected: `a parameter of this network such as ${some.join(", ")}`,
    hint: "A path is that of the field in the file, which must have its group; lists count from 0: external.loads[0].share.",
  });
}

/**
 * A copy of the network with one parameter changed.
 *
 * A path is that of the field in the file: `tissues.forearm.capillary.pressure`, `external.loads[0].share`. Wall
 * parameters stand beside the others of a vessel (`vessels.arm.tone`), `pacing.pacemaker` is short for
 * `pacing.source.pacemaker`. `inlet`, `outlet`, `vessel` and `wall` mean all of them: `wall.tone=0.02 N/m`.
 *
 * @param setting `path=value`, the value with its unit: `pacing.lag=135 deg`, `inlet.pressure=4 mmHg`.
 * @returns `usage/invalid` without a `=`, `reference/unknown` with the nearest paths for an unknown one,
 * `quantity/unit` for a unit of another dimension, `param/out-of-range` for a value that cannot be.
 */
export function setParameter(network: Network, setting: string): Result<Network> {
  const sign = setting.indexOf("=");
  if (sign < 1)
    return fail("usage/invalid", { value: setting, expected: "path=value such as outlet.pressure=12 mmHg" });
  const path = setting.slice(0, sign).trim();
  const text = setting.slice(sign + 1).trim();
  const target = targetOf(network, path);
  let changed = network;
  let count = 0;
  for (const place of target.places) {
    const field = fieldAt(place.part.schema, offered(place), target.path);
    if (field === undefined || !settable(field.setting)) continue;
    const read = readText(field, text, path);
    if (!read.ok) return read;
    const next = written(place, target.path, read.value, path, text);
    if (!next.ok) return next;
    changed = place.put(changed, next.value);
    count++;
  }
  if (count === 0) return unknownPath(network, path);
  const mistake = findReferenceMistake(changed);
  if (mistake !== undefined) {
    const { code, ...detail } = mistake.detail;
    return fail(code, { ...detail, path, value: text });
  }
  return ok(changed);
}

/** The value of a place after a field was written. */
function written(
  { part, value }: Place,
  at: readonly PropertyKey[],
  field: unknown,
  path: string,
  text: string,
): Result<unknown> {
  const refuse: Refuse = (_at, { code, ...detail }) => {
    throw new FailureError(fail(code, { ...detail, path, value: text }));
  };
  try {
    const content = part.view(value) as never;
    const next = part.write?.(content, at, field, refuse) ?? replaceAt(content, at, field);
    return ok(part.build(next as never, refuse));
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}
