/** Operations in virtual bodies, two years later, for results about shares of people. */
import { anatomy, type Limb, limbVolume } from "@openlymph/anatomy";
import { day, unwrap } from "@openlymph/base";
import { evaluateMember, type SwellingTask, swellingPlace } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { numbersOf } from "./kept-cases.ts";

/** s after the operation at which bodies are looked at: half a year and two years. */
export const lookedAt = [180 * day, 720 * day] as const;

function operated(procedure: string): SwellingTask["history"] {
  const bilateral = anatomy.byId.procedures.get(procedure)?.bilateral === true;
  const text =
    "format: openlymph/history@1\ntitle: an operation\nprovenance: { tag: assumed, source: validation }\nasOf: 2026-01-01\n" +
    `procedures:\n  - { procedure: ${procedure}, side: ${bilateral ? "both" : "left"}, date: 2026-01-01 }\n`;
  return unwrap(parseHistory(text, "operation.yaml"));
}

/** An operation on the left side, or on both where that is usual, in a population of virtual bodies. */
export function operationTask(procedure: string, population: string, seed: number): SwellingTask {
  return {
    kind: "swelling",
    history: operated(procedure),
    draw: { seed, population, parameters: {} },
    times: lookedAt,
  };
}

/**
 * Excess of limbs over their healthy volume, by body, then time, then limb, in a study whose cases are kept under a name.
 * Raises when a body cannot be run.
 */
export function excessShares(
  study: string,
  task: SwellingTask,
  bodies: number,
  limbs: readonly Limb[],
): readonly (readonly (readonly number[])[])[] {
  const run = (member: number) => () => {
    const numbers = unwrap(evaluateMember(task, { member }));
    return lookedAt.flatMap((_, time) =>
      limbs.map((limb) => numbers[swellingPlace(task, limb, "excess", time)]! / limbVolume(limb)),
    );
  };
  const all = numbersOf(
    study,
    Array.from({ length: bodies }, (_, member) => ({ key: `${member}`.padStart(4, "0"), run: run(member) })),
  );
  return all.map((flat) => lookedAt.map((_, time) => flat.slice(time * limbs.length, (time + 1) * limbs.length)));
}

/** Excess of a limb above which a body counts as swollen, a usual definition of lymphoedema. */
export const swollenAbove = 0.1;

/** Share of bodies in which any of the limbs is swollen two years after an operation, % with its sampling error. */
export function swollenShare(
  procedure: string,
  population: string,
  bodies: number,
  limbs: readonly Limb[],
): { readonly value: number; readonly sd: number } {
  const study = `bodies-${population}-${procedure}`;
  const found = excessShares(study, operationTask(procedure, population, 1), bodies, limbs);
  const share = found.filter(([, late]) => Math.max(...late!) > swollenAbove).length / bodies;
  return { value: 100 * share, sd: 100 * Math.sqrt((share * (1 - share)) / bodies) };
}
