/** One parameter of a network changed by name, as a person writes it: `outlet.pressure=12 mmHg`. */
import { type Failure, fail, ok, type Result } from "@openlymph/base";
import type { z } from "zod";
import type { WallLaw } from "../elements/lymphangion.ts";
import { type Massage, type Network, plainStroke, type Vessel } from "./network.ts";
import { countField, inletFields, massageFields, outletFields, pacingFields, wallFields } from "./network-format.ts";

interface Parameter {
  /** `<id>` stands for a name in the network. */
  readonly path: string;
  readonly help: string;
  readonly change: (network: Network, value: unknown, path: string, id: string) => Result<Network>;
}

function readField<S extends z.ZodType>(schema: S, value: unknown, path: string): Result<z.output<S>> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  const carried = issue?.code === "custom" ? (issue.params?.["failure"] as Failure | undefined) : undefined;
  if (carried !== undefined) return { ...carried, path, value };
  const expected = issue?.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : issue?.message;
  return fail("field/invalid", { path, value, ...(expected === undefined ? {} : { expected }) });
}

function parameter<S extends z.ZodType>(
  path: string,
  schema: S,
  help: string,
  apply: (network: Network, value: z.output<S>, id: string) => Network | Omit<Failure, "ok" | "path" | "value">,
): Parameter {
  return {
    path,
    help,
    change: (network, text, fullPath, id) => {
      const read = readField(schema, text, fullPath);
      if (!read.ok) return read;
      const changed = apply(network, read.value, id);
      if (!("code" in changed)) return ok(changed);
      const { code, ...detail } = changed;
      return fail(code, { ...detail, path: fullPath, value: text });
    },
  };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T, id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));
}

const only =
  <T>(id: string, change: (value: T) => T) =>
  (value: T, key: string): T =>
    key === id ? change(value) : value;

function withMassage(network: Network, part: Partial<Massage>): ReturnType<Parameters<typeof parameter>[3]> {
  const massage = { ...(network.external.massage ?? plainStroke), ...part };
  if (massage.duration > massage.period) {
    return {
      code: "param/out-of-range",
      expected: `duration (${massage.duration} s) within the period (${massage.period} s)`,
    };
  }
  return { ...network, external: { ...network.external, massage } };
}

const withWall = (vessel: Vessel, part: Partial<WallLaw>): Vessel => ({
  ...vessel,
  walls: vessel.walls.map((wall) => ({ ...wall, ...part })),
});

function withCount(network: Network, lymphangions: number, id?: string): ReturnType<Parameters<typeof parameter>[3]> {
  for (const [name, vessel] of Object.entries(network.vessels)) {
    if (id !== undefined && name !== id) continue;
    const { walls, lengths, valves, initialDiameters } = vessel;
    if (
      lymphangions !== vessel.lymphangions &&
      [walls, lengths, valves, initialDiameters].some((list) => list.length > 1)
    ) {
      return {
        code: "field/invalid",
        expected: `${vessel.lymphangions}`,
        hint: `Vessel "${name}" gives some quantity one value per lymphangion, so their number is fixed.`,
      };
    }
  }
  const change = (vessel: Vessel, name: string) =>
    id === undefined || name === id ? { ...vessel, lymphangions } : vessel;
  return { ...network, vessels: mapValues(network.vessels, change) };
}

/** Every parameter that can be set, in the order of help texts. */
export const networkParameters: readonly Parameter[] = [
  parameter("inlet.pressure", inletFields.pressure, "pressure at every inlet", (network, pressure) => ({
    ...network,
    inlets: mapValues(network.inlets, (inlet) => ({ ...inlet, pressure })),
  })),
  parameter(
    "inlet.resistance",
    inletFields.resistance,
    "resistance before every first valve",
    (network, resistance) => ({
      ...network,
      inlets: mapValues(network.inlets, (inlet) => ({ ...inlet, resistance })),
    }),
  ),
  parameter("inlets.<id>.pressure", inletFields.pressure, "pressure at one inlet", (network, pressure, id) => ({
    ...network,
    inlets: mapValues(
      network.inlets,
      only(id, (inlet) => ({ ...inlet, pressure })),
    ),
  })),
  parameter("outlet.pressure", outletFields.pressure, "pressure at every outlet", (network, pressure) => ({
    ...network,
    outlets: mapValues(network.outlets, () => ({ pressure })),
  })),
  parameter("outlets.<id>.pressure", outletFields.pressure, "pressure at one outlet", (network, pressure, id) => ({
    ...network,
    outlets: mapValues(
      network.outlets,
      only(id, () => ({ pressure })),
    ),
  })),
  parameter(
    "external.pressure",
    outletFields.pressure,
    "constant pressure on all lymphangions",
    (network, pressure) => ({
      ...network,
      external: { ...network.external, pressure },
    }),
  ),
  parameter("external.massage.amplitude", massageFields.amplitude, "peak pressure of a stroke", (network, amplitude) =>
    withMassage(network, { amplitude }),
  ),
  parameter(
    "external.massage.duration",
    massageFields.duration,
    "time the hand presses one place",
    (network, duration) => withMassage(network, { duration }),
  ),
  parameter("external.massage.period", massageFields.period, "time from stroke to stroke", (network, period) =>
    withMassage(network, { period }),
  ),
  parameter("external.massage.speed", massageFields.speed, "speed of the hand", (network, speed) =>
    withMassage(network, { speed }),
  ),
  parameter("external.massage.direction", massageFields.direction, "proximal or distal", (network, direction) =>
    withMassage(network, { direction }),
  ),
  parameter("pacing.frequency", pacingFields.frequency, "contractions per time", (network, frequency) => {
    const { pacing } = network;
    const period = 1 / frequency;
    if (pacing.rest === 0) return { ...network, pacing: { ...pacing, contraction: period } };
    if (period < pacing.contraction * (1 - 1e-12)) {
      return {
        code: "param/out-of-range",
        expected: `at most ${60 / pacing.contraction} /min, the contraction lasts that long`,
      };
    }
    return { ...network, pacing: { ...pacing, rest: Math.max(0, period - pacing.contraction) } };
  }),
  parameter(
    "pacing.contraction",
    pacingFields.contraction,
    "duration of a contraction; the rest stays",
    (network, contraction) => ({
      ...network,
      pacing: { ...network.pacing, contraction },
    }),
  ),
  parameter("pacing.rest", pacingFields.rest, "rest after a contraction; the contraction stays", (network, rest) => ({
    ...network,
    pacing: { ...network.pacing, rest },
  })),
  parameter(
    "pacing.lag",
    pacingFields.lag,
    "delay per lymphangion: time, or angle of one contraction",
    (network, lag) => ({
      ...network,
      pacing: { ...network.pacing, lag },
    }),
  ),
  parameter(
    "pacing.conduction",
    pacingFields.conduction,
    "speed of the contraction along the vessel",
    (network, value) => ({
      ...network,
      pacing: { ...network.pacing, lag: { kind: "conduction", value } },
    }),
  ),
  parameter(
    "wall.activeTension",
    wallFields.activeTension,
    "peak active tension of all lymphangions",
    (network, activeTension) => ({
      ...network,
      vessels: mapValues(network.vessels, (vessel) => withWall(vessel, { activeTension })),
    }),
  ),
  parameter(
    "vessels.<id>.activeTension",
    wallFields.activeTension,
    "the same in one vessel",
    (network, activeTension, id) => ({
      ...network,
      vessels: mapValues(
        network.vessels,
        only(id, (vessel) => withWall(vessel, { activeTension })),
      ),
    }),
  ),
  parameter("vessel.lymphangions", countField, "number of lymphangions in every vessel", (network, count) =>
    withCount(network, count),
  ),
  parameter("vessels.<id>.lymphangions", countField, "number of lymphangions in one vessel", (network, count, id) =>
    withCount(network, count, id),
  ),
];

/** The parameters a network has, with its own names in place of `<id>`. */
export function parameterPaths(network: Network): string[] {
  return networkParameters.flatMap(({ path }) => {
    if (!path.includes("<id>")) return [path];
    const group = path.slice(0, path.indexOf(".")) as "inlets" | "outlets" | "vessels";
    return Object.keys(network[group]).map((id) => path.replace("<id>", id));
  });
}

/**
 * A copy of the network with one parameter changed.
 *
 * @param setting `path=value`, the value with its unit: `pacing.lag=135 deg`, `inlet.pressure=4 mmHg`.
 * @returns `usage/invalid` without a `=`, `reference/unknown` with the list of paths for an unknown one,
 * `quantity/unit` for a unit of another dimension, `param/out-of-range` for a value that cannot be.
 */
export function setParameter(network: Network, setting: string): Result<Network> {
  const sign = setting.indexOf("=");
  if (sign < 1)
    return fail("usage/invalid", { value: setting, expected: "path=value such as outlet.pressure=12 mmHg" });
  const path = setting.slice(0, sign).trim();
  const text = setting.slice(sign + 1).trim();
  for (const known of networkParameters) {
    const [group = "", rest] = known.path.split(".<id>.");
    if (rest === undefined) {
      if (known.path === path) return known.change(network, text, path, "");
      continue;
    }
    const id = path.slice(group.length + 1, -rest.length - 1);
    if (path === `${group}.${id}.${rest}` && Object.hasOwn(network[group as "inlets" | "outlets" | "vessels"], id)) {
      return known.change(network, text, path, id);
    }
  }
  return fail("reference/unknown", { path, value: path, expected: `one of ${parameterPaths(network).join(", ")}` });
}
