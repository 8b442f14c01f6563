/**
 * Keeps this phone and its clinic in step: on each entry, when the network is back, when the page is looked at again, and
 * every minute while it is open. Fetched after Home has opened, and only where a clinic was joined.
 *
 * One tab of the browser at a time; and never while a stroke is guided: the player comes first, what it writes waits in the
 * store. An exchange that fails is tried again after a pause that grows.
 */
import type { Own, Standing } from "@openlymph/record";
import { still } from "../player/in-play.ts";
import type { ClinicLink, HomeDatabase, StoredOperation } from "./database.ts";
import type { Ledger, Reach } from "./ledger.ts";
import { localTime } from "./local-time.ts";
import { ask } from "./sync-ask.ts";
import { type Kept, type RoundStore, syncRound } from "./sync-round.ts";
import { countsOf, leavable, pauseAfter } from "./sync-rules.ts";

/** ms */
const everyMinute = 60_000;
/** What is written in one go is sent in one go. */
const gather = 250;
const lockBusy = 2000;
/** Old strokes are looked for once a page, when it has long opened. */
const tidyAfter = 20_000;

export interface Sync {
  /** Tries at once, whatever pause there is. */
  readonly now: () => void;
  readonly stop: () => void;
}

/** The person left, or another tab changed the state, while an exchange was under way. */
class NotJoined extends Error {}

/** Writes what an answer changed, all of it in one transaction. */
async function keepIn(
  database: HomeDatabase,
  { changes = [], given = [], link: change }: Kept,
  now: number,
): Promise<{ readonly rows: readonly StoredOperation[]; readonly link: ClinicLink }> {
  const { operations, clinic } = database;
  return database.transaction("rw", operations, clinic, async () => {
    const found = await clinic.get("clinic");
    if (found?.state !== "joined") throw new NotJoined();
    const standing = new Map<string, Standing>(changes.map((each) => [each.id, each.standing]));
    const changed = await operations
      .where("id")
      .anyOf([...standing.keys()])
      .toArray();
    const rows = changed.map((row): StoredOperation => {
      const { takenAt: _, ...rest } = row;
      const next = standing.get(row.id) ?? row.standing;
      return { ...rest, state: next.state, standing: next, ...(next.state === "taken" ? { takenAt: now } : {}) };
    });
    const all = [...rows, ...given];
    await operations.bulkPut(all);
    const link: ClinicLink = { ...found, ...change };
    await clinic.put(link);
    return { rows: all, link };
  });
}

/** Lets go of strokes that have long been at the clinic; while anything is in doubt, of none. */
async function tidy({ database, state }: Ledger): Promise<void> {
  const { self, link } = state();
  if (link?.state !== "joined" || link.disagreement !== undefined) return;
  const found: StoredOperation[] = [];
  for (let after = 0; ; ) {
    // In small bites: a session may begin at any moment.
    await still();
    const bite = await database.operations
      .where("[device+sequence]")
      .between([self.device, after], [self.device, Number.MAX_SAFE_INTEGER], false, true)
      .limit(500)
      .toArray();
    const last = bite.at(-1);
    if (last === undefined) break;
    found.push(...bite.filter(({ operation }) => /^session\/(stroke|ended)$/.test(operation.kind)));
    after = last.sequence;
  }
  const rows = leavable(found, { device: self.device, now: Date.now() });
  await database.operations.bulkDelete(rows.map(({ device, sequence }) => [device, sequence]));
}

const waitingIn = (own: readonly Own[], device: string): number => countsOf(own, device).waiting;

/** Begins to exchange with the clinic, and goes on until it is stopped. */
export function startSync(ledger: Ledger): Sync {
  const { database } = ledger;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let stopped = false;
  let failures = 0;
  let waiting = waitingIn(ledger.state().own, ledger.state().self.device);

  const store = (): RoundStore => ({
    device: ledger.state().self.device,
    own: () => ledger.state().own,
    cursor: () => ledger.state().link?.cursor ?? 0,
    now: () => ({ ms: Date.now(), at: localTime(new Date()) }),
    keep: async (kept) => ledger.took(await keepIn(database, kept, Date.now())),
  });

  const exchange = async (): Promise<Reach | "busy" | "not joined"> => {
    if (!database.isOpen()) await database.open();
    // Another tab may have fetched or left since this one last looked.
    const link = await database.clinic.get("clinic");
    if (link?.state !== "joined") return "not joined";
    if (link.cursor !== ledger.state().link?.cursor) ledger.took({ link });
    return syncRound(store(), ask, still);
  };

  const alone = async (): Promise<Reach | "busy" | "not joined"> => {
    await still();
    if (stopped) return "not joined";
    if (navigator.locks === undefined) return exchange();
    return navigator.locks.request("openlymph-sync", { ifAvailable: true }, (lock) =>
      lock === null ? "busy" : exchange(),
    );
  };

  const after = (pause: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void attempt(), pause);
  };

  async function signOff(): Promise<void> {
    await database.transaction("rw", database.clinic, async () => {
      const link = await database.clinic.get("clinic");
      if (link?.state !== "joined") return;
      const next: ClinicLink = { ...link, state: "signed-off" };
      await database.clinic.put(next);
      ledger.took({ link: next });
    });
  }

  async function attempt(): Promise<void> {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = true;
    again = false;
    const ended = await alone().catch((error: unknown): Reach | "not joined" =>
      error instanceof NotJoined ? "not joined" : { kind: "failed", why: "store", detail: String(error) },
    );
    running = false;
    if (stopped || ended === "not joined") return;
    if (ended === "busy") return after(lockBusy);
    if (ended.kind === "signed-off") await signOff().catch(() => undefined);
    failures = ended.kind === "failed" ? failures + 1 : 0;
    ledger.took({ reach: ended });
    if (ended.kind === "failed") return after(pauseAfter(failures, Math.random()));
    if (ended.kind === "reached") after(again ? gather : everyMinute);
  }

  /** The clock of a page that is not looked at may rest; entries and the network still wake it. */
  const seen = (): void => {
    if (document.visibilityState === "visible") after(0);
  };
  const online = (): void => {
    failures = 0;
    after(0);
  };
  const unsubscribe = ledger.subscribe(() => {
    const { own, self } = ledger.state();
    const count = waitingIn(own, self.device);
    const more = count > waiting;
    waiting = count;
    if (!more) return;
    if (running) again = true;
    else if (failures === 0) after(gather);
  });
  addEventListener("online", online);
  document.addEventListener("visibilitychange", seen);
  const tidying = setTimeout(
    () =>
      void still()
        .then(() => tidy(ledger))
        .catch(() => undefined),
    tidyAfter,
  );
  after(0);

  return {
    now: online,
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(tidying);
      unsubscribe();
      removeEventListener("online", online);
      document.removeEventListener("visibilitychange", seen);
    },
  };
}
