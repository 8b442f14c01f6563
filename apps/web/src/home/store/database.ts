/**
 * What Home keeps in the browser. Each write is one short transaction that the browser is asked to bring to the disk before
 * it answers.
 */
import type { Agreement, AnyOperation, Head, JoinReply, Standing } from "@openlymph/record";
import { Dexie, type EntityTable, type Table } from "dexie";

/** An operation and what became of it. */
export interface StoredOperation {
  readonly device: string;
  readonly sequence: number;
  readonly id: string;
  /** `waiting`, `taken` or `refused`; stands beside `standing` so that it can be searched. */
  readonly state: Standing["state"];
  readonly operation: AnyOperation;
  readonly standing: Standing;
  /** When the clinic's answer came that it was taken, ms since 1970 by this device's clock. */
  readonly takenAt?: number;
}

/** What the two sides do not agree on, since when. `gap`: the server waits for operations that this device no longer has. */
export type Disagreement = (Exclude<Agreement, { kind: "whole" }> | { readonly kind: "gap"; readonly from: number }) & {
  readonly noted: string;
};

/**
 * | state      | meaning                                                                                         |
 * | ---------- | ----------------------------------------------------------------------------------------------- |
 * | asked      | joined, but the person has not yet said that the name is theirs: nothing is sent or fetched      |
 * | joined     | entries go to the clinic and come from it                                                        |
 * | signed-off | the clinic's server no longer knows this phone: everything stays until it joins again            |
 * | left       | the person has left: what the clinic wrote stays, and does not decide any more                   |
 */
export type LinkState = "asked" | "joined" | "signed-off" | "left";

/** The clinic that this phone was joined to. */
export interface ClinicLink {
  readonly key: "clinic";
  readonly state: LinkState;
  /** As it was told at joining. */
  readonly clinic: JoinReply["clinic"];
  /** How the clinic calls the person. */
  readonly person: string;
  /** Joined at, by this device's clock. */
  readonly since: string;
  /** Number of the last arrival that was fetched. */
  readonly cursor: number;
  /** When the clinic's server last answered. */
  readonly heard?: string;
  readonly disagreement?: Disagreement;
}

/** This browser as a device of one person, and where its chain stands. */
export interface OwnDevice {
  readonly key: "self";
  readonly device: string;
  readonly person: string;
  readonly head: Head;
  /** When a file of all operations was last written, by this device's clock. */
  readonly exportedAt?: string;
}

export interface HomeDatabase extends Dexie {
  readonly operations: Table<StoredOperation, [string, number]>;
  readonly self: EntityTable<OwnDevice, "key">;
  readonly clinic: EntityTable<ClinicLink, "key">;
}

/** A version of the store, and how the one before it is brought there. Never changed once released; add the next one. */
export interface StoreVersion {
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: Parameters<ReturnType<Dexie["version"]>["upgrade"]>[0];
}

export const storeVersions: readonly StoreVersion[] = [
  { stores: { operations: "[device+sequence], &id, state", self: "key" } },
  // Joining a clinic. What was written before waits on, as it is.
  { stores: { clinic: "key" } },
];

export const databaseName = "openlymph-home";

export function openDatabase(versions: readonly StoreVersion[] = storeVersions): HomeDatabase {
  const database = new Dexie(databaseName, { chromeTransactionDurability: "strict" });
  for (const [n, { stores, upgrade }] of versions.entries()) {
    const version = database.version(n + 1).stores({ ...stores });
    if (upgrade !== undefined) version.upgrade(upgrade);
  }
  // Another tab wants a newer store: let go, or it waits for ever. The next write opens again.
  database.on("versionchange", () => database.close({ disableAutoOpen: false }));
  return database as HomeDatabase;
}
