/**
 * The record on this device: writes down what happened, one operation after the other, and says `saved` only when it was
 * read back from the store.
 *
 * A write that fails stays in line and is tried again, under the same id, so that it is never written twice; what comes
 * after it waits. Other tabs of the browser write to the same chain: each takes its number inside its transaction.
 */
import { describeFailure, type Failure, FailureError, fail } from "@openlymph/base";
import {
  type AnyOperation,
  type Body,
  checkBody,
  emptyHead,
  type Happening,
  headOf,
  type Kind,
  nextOperation,
  type Own,
  readOperation,
} from "@openlymph/record";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { forget, recall, remember } from "../../theme/memory.ts";
import { type ClinicLink, type HomeDatabase, type OwnDevice, openDatabase, type StoredOperation } from "./database.ts";
import { localTime } from "./local-time.ts";

/** What is kept outside the store, so that its loss is noticed. */
const marker = "openlymph-home-marker";
const markerSchema = z.object({ device: z.string(), person: z.string(), sequence: z.number(), waiting: z.number() });
type Marker = z.infer<typeof markerSchema>;

/** How the last attempt to reach the clinic ended. */
export type Reach =
  | { readonly kind: "reached" | "signed-off" }
  | {
      readonly kind: "failed";
      readonly why: "no-network" | "server" | "refused" | "too-often" | "not-understood" | "gap" | "store";
      /** What the server said. */
      readonly detail?: string;
    };

/** Everything a screen needs to know. */
export interface LedgerState {
  /** Everything in the store: what this person wrote, and what the clinic gave. */
  readonly own: readonly Own[];
  readonly link?: ClinicLink | undefined;
  readonly reach?: Reach | undefined;
  readonly self: Pick<OwnDevice, "device" | "person" | "exportedAt">;
  /** What happened and is not saved yet, the oldest first. */
  readonly unsaved: number;
  /** Why the last write failed. */
  readonly trouble?: Failure;
  /** The browser lost what was saved: how many operations, and how many of them were nowhere else. */
  readonly lost?: { readonly operations: number; readonly waiting: number };
}

/** What was written: rows by themselves, the rest as it now is. */
export interface Taken extends Partial<Pick<LedgerState, "link" | "reach" | "self">> {
  readonly rows?: readonly StoredOperation[];
}

export interface Ledger {
  readonly state: () => LedgerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Settles when the operation is saved and read back; never before. Rejects, with nothing written, what its kind forbids. */
  readonly write: <K extends Kind>(kind: K, body: Body<K>) => Promise<AnyOperation>;
  readonly forgetLoss: () => void;
  readonly database: HomeDatabase;
  /** Shows, here and in other tabs, what has been written into the store past the ledger. */
  readonly took: (change: Taken) => void;
  readonly close: () => void;
}

const busyPause = 1500;
const waitingOf = (own: readonly Own[]): number => own.filter(({ standing }) => standing.state !== "taken").length;

function recallMarker(): Marker | undefined {
  const text = recall(marker);
  if (text === undefined) return undefined;
  try {
    return markerSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function troubleOf(error: unknown): Failure {
  const { name = "", message = "", inner } = error as { name?: string; message?: string; inner?: { name?: string } };
  const full = [name, inner?.name ?? "", message].some((text) => text.includes("Quota"));
  if (full) return fail("store/full", { hint: "Make room on this device, or save a copy of your records as a file." });
  return fail("store/unavailable", { value: message || name });
}

/** @param person whose record it was before the browser lost it, so that a saved copy can be taken in again. */
async function ownDevice(database: HomeDatabase, person: string = uuidv4()): Promise<OwnDevice> {
  return database.transaction("rw", database.self, async () => {
    const found = await database.self.get("self");
    if (found !== undefined) return found;
    const self: OwnDevice = { key: "self", device: uuidv4(), person, head: emptyHead };
    await database.self.add(self);
    return self;
  });
}

/**
 * What was read from the store together with what is known already. Nothing is ever taken out, so neither side may forget
 * what the other has: a reading may be older than the last write of this tab, or already hold it.
 */
function together(read: readonly StoredOperation[], known: readonly Own[]): readonly Own[] {
  const ids = new Set(read.map(({ id }) => id));
  const rows = read.map(({ operation, standing }): Own => ({ operation, standing }));
  const all = [...rows, ...known.filter(({ operation }) => !ids.has(operation.id))];
  return all.sort(({ operation: a }, { operation: b }) => {
    if (a.device !== b.device) return a.device < b.device ? -1 : 1;
    return a.sequence - b.sequence;
  });
}

/** A row of the store for what no server has taken yet. */
export const stored = (operation: AnyOperation): StoredOperation => ({
  device: operation.device,
  sequence: operation.sequence,
  id: operation.id,
  state: "waiting",
  operation,
  standing: { state: "waiting" },
});

/**
 * The browser has thrown its store away while the page is open: what the page still has goes back into it, and the chain goes
 * on where it was. Inside the transaction that found it empty, so that of several tabs one does it.
 */
async function refill(database: HomeDatabase, { own, self, link }: LedgerState): Promise<OwnDevice> {
  const rows = own.map(({ operation, standing }) => ({ ...stored(operation), state: standing.state, standing }));
  const last = own.findLast(({ operation }) => operation.device === self.device);
  const device: OwnDevice = { key: "self", ...self, head: last === undefined ? emptyHead : headOf(last.operation) };
  await database.operations.bulkPut(rows);
  await database.self.put(device);
  if (link !== undefined) await database.clinic.put(link);
  return device;
}

/** Writes an operation as the next of this device; the one that is there already where it was written before. */
async function put(
  database: HomeDatabase,
  draft: Omit<Happening, "person" | "device">,
  known: LedgerState,
): Promise<AnyOperation> {
  const { operations, self: selves, clinic } = database;
  await database.transaction("rw", operations, selves, clinic, async () => {
    if ((await database.operations.where("id").equals(draft.id).count()) > 0) return;
    const self = (await database.self.get("self")) ?? (await refill(database, known));
    const { device, person, head } = self;
    const operation = nextOperation({ ...draft, device, person }, head) as AnyOperation;
    await database.operations.add(stored(operation));
    await database.self.put({ ...self, head: headOf(operation) });
  });
  const back = await database.operations.where("id").equals(draft.id).first();
  const read = readOperation(back?.operation, "saved operation");
  if (!read.ok) throw new Error(describeFailure(read));
  return read.value;
}

/** Opens the record of this browser. Rejects where the browser keeps nothing at all. */
export async function openLedger(database: HomeDatabase = openDatabase()): Promise<Ledger> {
  const before = recallMarker();
  const self = await ownDevice(database, before?.person);
  const [rows, link] = await Promise.all([
    database.operations.orderBy("[device+sequence]").toArray(),
    database.clinic.get("clinic"),
  ]);
  const lost = before !== undefined && (before.device !== self.device || before.sequence > self.head.sequence);
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel("openlymph-home");
  let state: LedgerState = {
    own: rows.map(({ operation, standing }) => ({ operation, standing })),
    self,
    link,
    unsaved: 0,
    ...(lost ? { lost: { operations: before.sequence, waiting: before.waiting } } : {}),
  };
  const set = (change: Partial<LedgerState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const mark = (): void => {
    if (state.lost !== undefined) return;
    const { device, person } = state.self;
    const own = state.own.filter(({ operation }) => operation.device === device);
    const sequence = own.at(-1)?.operation.sequence ?? 0;
    remember(marker, JSON.stringify({ device, person, sequence, waiting: waitingOf(own) } satisfies Marker));
  };
  /** @param ids what another tab has changed; everything where it is absent. */
  const reload = async (ids?: readonly string[]): Promise<void> => {
    const { operations } = database;
    const [all, now, self] = await Promise.all([
      ids === undefined
        ? operations.orderBy("[device+sequence]").toArray()
        : operations.where("id").anyOf(ids).toArray(),
      database.clinic.get("clinic"),
      database.self.get("self"),
    ]);
    set({ link: now, self: self ?? state.self, ...(all.length === 0 ? {} : { own: together(all, state.own) }) });
    mark();
  };
  channel.onmessage = ({ data }) => void reload(Array.isArray(data) ? data : undefined).catch(() => undefined);

  let closed = false;
  const saveOne = async (draft: Omit<Happening, "person" | "device">): Promise<AnyOperation> => {
    for (;;) {
      try {
        const operation = await put(database, draft, state);
        const { trouble: _, ...rest } = state;
        // Another tab's message may have had it read from the store already.
        const known = state.own.some((each) => each.operation.id === operation.id);
        const own: readonly Own[] = known ? state.own : [...state.own, { operation, standing: { state: "waiting" } }];
        state = { ...rest, unsaved: state.unsaved - 1, own };
        set({});
        mark();
        channel.postMessage(operation.id);
        return operation;
      } catch (error) {
        if (closed) throw error;
        set({ trouble: troubleOf(error) });
        await new Promise((resolve) => setTimeout(resolve, busyPause));
        if (!database.isOpen()) await database.open().catch(() => undefined);
      }
    }
  };
  let line: Promise<unknown> = Promise.resolve();

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write(kind, body) {
      const allowed = checkBody(kind, body);
      if (!allowed.ok) return Promise.reject(new FailureError(allowed));
      const draft = { id: uuidv7(), at: localTime(new Date()), kind, body } as Omit<Happening, "person" | "device">;
      set({ unsaved: state.unsaved + 1 });
      const saved = line.then(() => saveOne(draft));
      line = saved.catch(() => undefined);
      return saved;
    },
    forgetLoss() {
      const { lost: _, ...rest } = state;
      state = rest;
      forget(marker);
      mark();
      set({});
    },
    database,
    took({ rows = [], ...change }) {
      set({ ...change, ...(rows.length === 0 ? {} : { own: together(rows, state.own) }) });
      mark();
      if (rows.length > 0 || "link" in change || "self" in change) channel.postMessage(rows.map(({ id }) => id));
    },
    close() {
      closed = true;
      channel.close();
      database.close();
    },
  };
}
