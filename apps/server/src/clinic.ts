/** The clinic part of a server: its store, and what a request needs of it. */
import { raise } from "@openlymph/base";
import { openPace, type Pace, type PaceLimits, usualPace } from "./api/pace.ts";
import { type Changes, openChanges } from "./changes.ts";
import { type RecordCache, recordCache } from "./people/record-cache.ts";
import { openStore, type Say, type Store, type StoreOptions } from "./store/store.ts";

export interface ClinicOptions extends StoreOptions {
  /** `https://clinic.example`, where a reverse proxy stands before the server. */
  readonly origin?: string;
  /** Push services that may be asked to ring a phone; where there are none, no phone is offered a reminder. */
  readonly pushServices?: readonly string[];
  /** Requests a minute from one address to what strangers may try (signing in, links); 30 where it is absent. */
  readonly strangersPerMinute?: number;
  /** Requests a minute of one sign-in or phone; `usualPace` where it is absent, `noPace` for none. */
  readonly perMinute?: PaceLimits;
  /** ms since 1970; the machine's clock where it is absent. */
  readonly now?: () => number;
  /** Hears what whoever starts the server has to know. */
  readonly say?: Say;
}

export interface Clinic {
  readonly store: Store;
  readonly cache: RecordCache;
  readonly changes: Changes;
  readonly origin?: string;
  readonly pushServices: readonly string[];
  readonly strangersPerMinute: number;
  readonly pace: Pace;
  readonly now: () => number;
  readonly close: () => Promise<void>;
}

/** @throws FailureError `field/invalid` for an origin that is none; as `openStore`. */
export async function openClinic(options: ClinicOptions): Promise<Clinic> {
  const { origin, now = Date.now, strangersPerMinute = 30, perMinute = usualPace, pushServices = [] } = options;
  if (origin !== undefined && !/^https?:\/\/[^/\s]+$/.test(origin)) {
    raise("field/invalid", {
      path: "OPENLYMPH_ORIGIN",
      value: origin,
      expected: "such as https://clinic.example, without a path",
    });
  }
  const store = await openStore(options, options.say);
  const changes = openChanges(options.databaseUrl);
  const close = async (): Promise<void> => {
    await changes.close();
    await store.close();
  };
  return {
    store,
    cache: recordCache(store.key),
    changes,
    now,
    pushServices,
    strangersPerMinute,
    pace: openPace(perMinute),
    close,
    ...(origin === undefined ? {} : { origin }),
  };
}
