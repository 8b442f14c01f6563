/** Virtual bodies at `asOf` as a file, so that a session can begin from them without computing them again. */
import { fail, ok, programVersion, quantity, type Result, type RunRecord } from "@openlymph/base";
import type { SweepRow } from "@openlymph/study";
import { bodyParts } from "../observe/body-part.ts";
import { drawsOf } from "./draw.ts";
import { ensembleHead, setupHash } from "./ensemble-head.ts";
import type { EnsembleSetup } from "./member.ts";
import { type PriorId, priorFactor, priors } from "./prior.ts";
import { numbersBeforeState, type TodayTask } from "./today.ts";

export const bodiesFormat = "openlymph/bodies@1";

/** One line of the file: what was drawn, the fluid of each part above health, and the numbers a run goes on from (SI). */
function bodyLine(task: TodayTask, { index, outputs, failure }: SweepRow): string {
  const draws = drawsOf(task.draw, index);
  const drawn = priors.map((prior) => [prior.id, draws[prior.id as PriorId] / priorFactor(prior)] as const);
  const body = { member: index, draws: Object.fromEntries(drawn) };
  if (failure !== undefined) return JSON.stringify({ ...body, failure });
  const excess = bodyParts.map((part, n) => [part, quantity(outputs[n]!, "volume", "mL").value] as const);
  return JSON.stringify({
    ...body,
    excess: Object.fromEntries(excess),
    outOfRange: outputs[bodyParts.length] === 1,
    state: outputs.slice(numbersBeforeState),
  });
}

/** The file as text: a JSON document with one body per line. The same bodies give the same bytes. */
export function* bodiesText(task: TodayTask, rows: readonly SweepRow[]): Generator<string, void, undefined> {
  const { record, label, title, seed, population, bodies } = ensembleHead(bodiesFormat, task, "today", rows);
  const units = Object.fromEntries([...priors.map(({ id, unit }) => [id, unit] as const), ["excess", "mL"]]);
  const head = {
    format: bodiesFormat,
    record: record satisfies RunRecord,
    label,
    title,
    asOf: task.history.asOf,
    seed,
    population,
    count: bodies,
    setup: setupHash(task),
    units,
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "bodies": [\n`;
  for (const [n, row] of rows.entries()) yield `${n === 0 ? "" : ",\n"}${bodyLine(task, row)}`;
  yield "\n]}\n";
}

interface WrittenBody {
  readonly member: number;
  readonly excess?: Readonly<Record<string, number>>;
  readonly outOfRange?: boolean;
  readonly state?: readonly number[];
}

function isBody(value: unknown): value is WrittenBody {
  const { member, state } = (value ?? {}) as Partial<WrittenBody>;
  const numbers = state === undefined || (Array.isArray(state) && state.every((number) => typeof number === "number"));
  return Number.isInteger(member) && numbers;
}

/**
 * The bodies of a file, by member, as `runEnsemble` takes them. A member that failed is missing.
 *
 * @param file its name, for messages.
 * @returns `field/invalid` for another kind of file, bodies of another history, seed, population or setting, of another
 * version of the program, or fewer than `members`.
 */
export function parseBodies(
  text: string,
  file: string,
  setup: EnsembleSetup,
  members: number,
): Result<ReadonlyMap<number, readonly number[]>> {
  let written: Partial<Record<"format" | "setup" | "count" | "bodies" | "record", unknown>>;
  try {
    written = JSON.parse(text) as typeof written;
  } catch {
    return fail("document/unreadable", { file, expected: "a file that openlymph body ensemble wrote" });
  }
  const again = "Compute them again: openlymph body ensemble.";
  if (written?.format !== bodiesFormat || !Array.isArray(written.bodies) || !written.bodies.every(isBody)) {
    return fail("field/invalid", { file, path: "format", value: written?.format, expected: bodiesFormat, hint: again });
  }
  const program = (written.record as Partial<RunRecord> | undefined)?.program;
  if (program !== `openlymph ${programVersion}`) {
    const expected = `bodies of openlymph ${programVersion}`;
    return fail("field/invalid", { file, path: "record.program", value: program, expected, hint: again });
  }
  if (written.setup !== setupHash(setup)) {
    const expected = "bodies of this history, seed, population and these settings";
    return fail("field/invalid", { file, path: "setup", value: written.setup, expected, hint: again });
  }
  if (!(Number(written.count) >= members)) {
    return fail("field/invalid", {
      file,
      path: "count",
      value: written.count,
      expected: `at least ${members}`,
      hint: again,
    });
  }
  const bodies = written.bodies.flatMap(({ member, excess, outOfRange, state }: WrittenBody) => {
    if (state === undefined || member >= members) return [];
    const before = [...bodyParts.map((part) => (excess?.[part] ?? 0) * 1e-6), outOfRange === true ? 1 : 0];
    return [[member, [...before, ...state]] as const];
  });
  return ok(new Map(bodies));
}
