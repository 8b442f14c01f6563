/**
 * Records of people for the lists, computed from their operations and kept until something new arrives. Single strokes are
 * left out: they are most of all operations, and no list shows them.
 */
import { type CareRecord, foldRecord } from "@openlymph/record";
import type { MasterKey } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { readOperations } from "./operations.ts";

export interface RecordCache {
  readonly recordOf: (trx: Work, person: Row<"person">, merged: number) => Promise<CareRecord>;
  readonly forget: (person: string) => void;
  /** What was read may never have become durable. */
  readonly forgetAll: () => void;
}

const mostKept = 2000;

export function recordCache(master: MasterKey): RecordCache {
  const kept = new Map<string, { readonly state: string; readonly record: CareRecord }>();
  return {
    /** @param merged number of the last arrival of those who turned out to be this person. */
    async recordOf(trx, person, merged) {
      const state = `${person.latest}/${merged}`;
      const found = kept.get(person.id);
      if (found?.state === state) return found.record;
      const operations = await readOperations(trx, master, person, { without: ["session/stroke"] });
      const record = foldRecord(operations, person.id);
      kept.delete(person.id);
      kept.set(person.id, { state, record });
      const oldest = kept.keys().next().value;
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return record;
    },
    forget: (person) => void kept.delete(person),
    forgetAll: () => kept.clear(),
  };
}
