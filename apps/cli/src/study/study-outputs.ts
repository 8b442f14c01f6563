/**
 * The numbers a study can ask of a run, by name: the whole network, or one part of it where an id follows the name
 * (`ejectionFraction collector.3`). All of the last cycle.
 */
import { closest, type Dimension, type Failure, fail, type UnitOf } from "@openlymph/base";
import type { LymphangionObservation, Network, PathObservation, Simulation } from "@openlymph/physiology";

interface OutputKind<D extends Dimension = Dimension> {
  readonly name: string;
  readonly dimension: D;
  /** Unit of the column; `1` for a plain number. */
  readonly unit: string;
  readonly help: string;
  /** What an id after the name may be. */
  readonly of?: "inlets" | "outlets" | "nodes" | "vessels" | undefined;
  /** SI; NaN where it does not exist. */
  readonly read: (simulation: Simulation, id: string | undefined) => number;
}

const kind = <D extends Dimension>(
  name: string,
  dimension: D,
  unit: UnitOf<D>,
  help: string,
  read: OutputKind["read"],
  of?: OutputKind["of"],
): OutputKind => ({ name, dimension, unit, help, read, of });

function meanFlow(paths: readonly PathObservation[], id: string): number {
  return paths.find((path) => path.id === id)?.mean ?? Number.NaN;
}

/** One number of all lymphangions put together, or of the one that is named. */
const lymphangions =
  (number: (one: LymphangionObservation) => number, together: (all: readonly number[]) => number): OutputKind["read"] =>
  (simulation, id) =>
    together(simulation.lymphangions.filter((one) => id === undefined || one.id === id).map(number));

const highest = (values: readonly number[]) => (values.length === 0 ? Number.NaN : Math.max(...values));
const lowest = (values: readonly number[]) => (values.length === 0 ? Number.NaN : Math.min(...values));
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every output, in the order of help texts. */
export const studyOutputs: readonly OutputKind[] = [
  kind(
    "outflow",
    "flow",
    "mL/h",
    "mean flow out at all outlets, or one",
    (s, id) => (id === undefined ? s.outflow : meanFlow(s.outlets, id)),
    "outlets",
  ),
  kind(
    "inflow",
    "flow",
    "mL/h",
    "mean flow in at all inlets, or one",
    (s, id) => (id === undefined ? s.inflow : meanFlow(s.inlets, id)),
    "inlets",
  ),
  kind("absorbed", "flow", "mL/h", "water taken up by the blood in nodes", (s) => s.absorbed),
  kind(
    "ejectionFraction",
    "fraction",
    "1",
    "share of its volume a lymphangion ejects: mean, or of one",
    lymphangions((one) => one.ejectionFraction, average),
    "vessels",
  ),
  kind(
    "highestPressure",
    "pressure",
    "mmHg",
    "peak pressure in any lymphangion, or one",
    lymphangions((one) => one.pressure.max, highest),
    "vessels",
  ),
  kind(
    "lowestPressure",
    "pressure",
    "mmHg",
    "lowest pressure in any lymphangion, or one",
    lymphangions((one) => one.pressure.min, lowest),
    "vessels",
  ),
  kind(
    "widestDiameter",
    "length",
    "mm",
    "largest diameter of any lymphangion, or one",
    lymphangions((one) => one.diameter.max, highest),
    "vessels",
  ),
  kind(
    "narrowestDiameter",
    "length",
    "mm",
    "smallest diameter of any lymphangion, or one",
    lymphangions((one) => one.diameter.min, lowest),
    "vessels",
  ),
  kind("frequency", "frequency", "/min", "cycles per time", (s) => 1 / s.period),
  kind("drift", "fraction", "1", "change of outflow over the last two cycles", (s) => s.drift ?? Number.NaN),
  kind("balanceError", "fraction", "1", "volume not accounted for, of what moved", (s) => s.massBalance.error),
];

/** An output as a study names it. */
export interface StudyOutput {
  readonly name: string;
  readonly kind: OutputKind;
  readonly id: string | undefined;
}

/** Splits a name from the id after it; a name that is not known gives undefined. */
export function outputNamed(name: string): StudyOutput | undefined {
  const [head = "", ...rest] = name.trim().split(/\s+/);
  const found = studyOutputs.find((candidate) => candidate.name === head);
  if (found === undefined || rest.length > 1) return undefined;
  return { name: [head, ...rest].join(" "), kind: found, id: rest[0] };
}

function unknownId(network: Network, { kind: { of, name: head }, id }: StudyOutput): Failure | undefined {
  if (id === undefined) return undefined;
  if (of === undefined) return fail("reference/unknown", { value: id, expected: `${head} without a name behind it` });
  const known = Object.keys(network[of]);
  const [, vessel = id, number] = of === "vessels" ? (/^(.*)\.(\d+)$/.exec(id) ?? []) : [];
  const right = of === "vessels" ? number !== undefined && known.includes(vessel) : known.includes(id);
  if (right) return undefined;
  const ids = of === "vessels" ? known.map((one) => `${one}.1`) : known;
  return fail("reference/unknown", { value: id, expected: `one of ${ids.join(", ")}${of === "vessels" ? ", …" : ""}` });
}

/** What is wrong with the name of an output, if anything. */
export function findOutputFailure(network: Network, name: string): Failure | undefined {
  const output = outputNamed(name);
  if (output !== undefined) return unknownId(network, output);
  const known = studyOutputs.map((candidate) => candidate.name);
  const near = closest(name, known);
  const expected = `one of ${known.join(", ")}`;
  return fail("reference/unknown", {
    value: name,
    expected,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
