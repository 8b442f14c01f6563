import { readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import { type Rehearsal, rehearse } from "@openlymph/rehearsal";
import { parseHistory, parsePlan } from "@openlymph/therapy";

function example(folder: string, name: string): string {
  return readFileSync(new URL(`../../../../examples/${folder}/${name}.yaml`, import.meta.url), "utf8");
}

/** An example history and plan, rehearsed; for tests. */
export function exampleRun(history: string, plan: string): Rehearsal {
  return unwrap(
    rehearse(
      unwrap(parseHistory(example("histories", history), history)),
      unwrap(parsePlan(example("plans", plan), plan)),
    ),
  );
}
