import path from "node:path";
import { type Failure, fail } from "@openlymph/base";
import { checkFigureTarget } from "./figure.ts";
import { runRecordPath } from "./run-record-file.ts";
import { checkTableTarget } from "./table-file.ts";
import { checkTarget } from "./write-file.ts";

/** Where a command is asked to write, by what it writes there. */
export interface Targets {
  /** Files of any name. */
  readonly files?: readonly (string | undefined)[];
  /** Tables, each with its run record beside it. */
  readonly tables?: readonly (string | undefined)[];
  readonly figures?: readonly (string | undefined)[];
}

const given = (targets: readonly (string | undefined)[] = []) => targets.filter((target) => target !== undefined);

/** Says early, before any long work, whether all of it can be written: the endings, the folders, no name twice. */
export function checkTargets(targets: Targets, inputs: readonly string[]): Failure | undefined {
  const tables = given(targets.tables);
  const figures = given(targets.figures);
  const others = [...given(targets.files), ...tables.map(runRecordPath)];
  const failures = [
    ...tables.map((target) => checkTableTarget(target, inputs)),
    ...figures.map((target) => checkFigureTarget(target, inputs)),
    ...others.map((target) => checkTarget(target, inputs)),
  ];
  const failure = failures.find((found) => found !== undefined);
  if (failure !== undefined) return failure;
  const seen = new Set<string>();
  for (const target of [...tables, ...figures, ...others]) {
    const place = path.resolve(target);
    if (seen.has(place)) return fail("usage/invalid", { file: target, expected: "a file of its own for each output" });
    seen.add(place);
  }
  return undefined;
}
