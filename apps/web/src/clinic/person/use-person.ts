/** One person as the page has them: what the server sent, the record it folds to, and a way to write into it. */
import {
  type AnyOperation,
  type CareRecord,
  foldRecord,
  type Kind,
  type Placed,
  readOperation,
  type WorklistItem,
  worklist,
} from "@openlymph/record";
import { type PersonReply, personSchema } from "@openlymph/record/clinic";
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { ask } from "../api.ts";
import type { ClinicProblem } from "../clinic-problem.ts";
import { useLoaded } from "../use-loaded.ts";
import { writeOperation } from "../write-operation.ts";

/** An operation with its number of arrival and when it was received, ms since 1970. */
export interface Arrived {
  readonly arrival: number;
  readonly received: number;
  readonly operation: AnyOperation;
}

export interface OpenPerson {
  readonly id: string;
  readonly name: string;
  readonly reply: PersonReply;
  readonly operations: readonly Arrived[];
  readonly record: CareRecord;
  readonly items: readonly WorklistItem[];
  /** Writes something that happened, and shows it at once. */
  readonly write: (kind: Kind, body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly again: () => void;
}

const PersonContext = createContext<OpenPerson | undefined>(undefined);
export const PersonProvider = PersonContext.Provider;

/** Only below a `PersonProvider`. */
export function usePerson(): OpenPerson {
  const person = useContext(PersonContext);
  if (person === undefined) throw new Error("A part of a record stands outside of one.");
  return person;
}

interface Raw {
  readonly arrival: number;
  readonly received: number;
  readonly operation?: unknown;
}

/** What this program can read of what arrived; the rest stays on the server. */
function readArrived(raw: readonly Raw[]): readonly Arrived[] {
  return raw.flatMap(({ arrival, received, operation }) => {
    const read = readOperation(operation);
    return read.ok ? [{ arrival, received, operation: read.value }] : [];
  });
}

export interface PersonLoaded {
  readonly person: OpenPerson | undefined;
  readonly problem: ClinicProblem | undefined;
  readonly again: () => void;
}

export function usePersonOf(id: string): PersonLoaded {
  const { value, problem, again } = useLoaded(`person ${id}`, () =>
    ask("person", personSchema, { parts: { person: id } }),
  );
  const [added, setAdded] = useState<readonly Raw[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written here is in a newer reply of the server
  useEffect(() => setAdded([]), [value]);
  const write = useCallback(
    async (kind: Kind, body: Readonly<Record<string, unknown>>) => {
      const taken = await writeOperation(id, kind, body);
      setAdded((before) => [...before, taken]);
    },
    [id],
  );
  const person = useMemo((): OpenPerson | undefined => {
    if (value === undefined) return undefined;
    const known = new Set(value.operations.map(({ arrival }) => arrival));
    const operations = readArrived([...value.operations, ...added.filter(({ arrival }) => !known.has(arrival))]);
    const record = foldRecord(
      operations.map(({ operation, arrival }): Placed => ({ operation, arrival })),
      value.person,
    );
    const items = worklist(record, value.devices, Date.now());
    const name = record.person?.name ?? id.slice(0, 8);
    return { id, name, reply: value, operations, record, items, write, again };
  }, [value, added, id, write, again]);
  return { person, problem, again };
}
