/** A state of the body as a flat list of numbers, for a file or the way between threads, and back. */
import { healthyState, type WholeBody, type WholeBodyState } from "@openlymph/physiology";

/** What follows from the rest as soon as a run begins, and what it counts from zero. */
const derived: ReadonlySet<string> = new Set([
  "time",
  "tissuePressure",
  "filtration",
  "drainFlow",
  "inflow",
  "edgeFlow",
  "anastomosisFlow",
  "linkFlow",
  "passed",
]);

type Part = number | Float64Array;

function parts(state: WholeBodyState): readonly (readonly [string, Part])[] {
  return Object.entries(state).filter(([name]) => !derived.has(name));
}

/** The numbers a run can go on from, in the order of the state's fields. */
export function stateNumbers(state: WholeBodyState): readonly number[] {
  return parts(state).flatMap(([, part]) => (typeof part === "number" ? [part] : [...part]));
}

/**
 * The state that belongs to these numbers, at time 0. Its flows are those of health until a run begins from it.
 *
 * @returns undefined for another number of numbers than this body has, or one that is not finite.
 */
export function stateOfNumbers(body: WholeBody, numbers: readonly number[]): WholeBodyState | undefined {
  const health = healthyState(body);
  let at = 0;
  const filled = parts(health).map(([name, part]) => {
    if (typeof part === "number") return [name, numbers[at++]] as const;
    const taken = Float64Array.from(numbers.slice(at, at + part.length));
    at += part.length;
    return [name, taken] as const;
  });
  if (at !== numbers.length || !numbers.every(Number.isFinite)) return undefined;
  return { ...health, ...Object.fromEntries(filled) };
}
