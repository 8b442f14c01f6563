/** A copy of what no server has taken, as a file, and such a file taken in. Fetched when somebody asks for it. */
import { fail, ok, type Result } from "@openlymph/base";
import { type AnyOperation, readOperation, unsentFile } from "@openlymph/record";
import { z } from "zod";
import { type Ledger, stored } from "./ledger.ts";
import { localTime } from "./local-time.ts";

const fileSchema = z.object({ format: z.literal("openlymph/unsent@1"), operations: z.array(z.unknown()).min(1) });

function readFile(text: string, file: string): Result<readonly AnyOperation[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail("document/unreadable", { file, expected: "a file of records saved by OpenLymph" });
  }
  const outer = fileSchema.safeParse(data);
  if (!outer.success) return fail("document/format", { file, expected: "format: openlymph/unsent@1 with operations" });
  const read = outer.data.operations.map((raw, n) => readOperation(raw, `${file}, operation ${n + 1}`));
  const wrong = read.find((each) => !each.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const operations = read.flatMap((each) => (each.ok ? [each.value] : []));
  const stranger = operations.find(({ person }) => person !== operations[0]?.person);
  if (stranger !== undefined) return fail("record/other-person", { file, path: "person", value: stranger.person });
  return ok(operations);
}

/** The file of what no server has taken; `undefined` when there is none. */
export async function exportUnsent({ state, database, took }: Ledger): Promise<string | undefined> {
  const { own, self } = state();
  const file = unsentFile(own);
  if (file === undefined) return undefined;
  const exportedAt = localTime(new Date());
  await database.self.update("self", { exportedAt });
  took({ self: { ...self, exportedAt } });
  return JSON.stringify(file, null, 1);
}

/** Takes in such a file; gives how many operations were new. */
export async function importUnsent(ledger: Ledger, text: string, file: string): Promise<Result<number>> {
  const { database, took } = ledger;
  const { own, self, link } = ledger.state();
  const read = readFile(text, file);
  if (!read.ok) return read;
  const [first] = read.value;
  const fresh = own.length === 0 && link === undefined;
  if (first !== undefined && !fresh && first.person !== self.person) {
    const hint = "This device already holds the records of another person; nothing was taken in.";
    return fail("record/other-person", { file, path: "person", value: first.person, hint });
  }
  const known = new Set(own.map(({ operation }) => operation.id));
  const rows = read.value.filter(({ id }) => !known.has(id)).map(stored);
  await database.transaction("rw", database.operations, database.self, async () => {
    await database.operations.bulkAdd(rows);
    if (fresh && first !== undefined) await database.self.update("self", { person: first.person });
  });
  took({ rows, ...(fresh && first !== undefined ? { self: { ...self, person: first.person } } : {}) });
  return ok(rows.length);
}
