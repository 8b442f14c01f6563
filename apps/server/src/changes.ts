/**
 * Tells pages that something about a person has arrived, also where another server process on the same PostgreSQL took it.
 * It says only that there is something new: what it is, is asked for and allowed as always. A lost notice loses nothing, a
 * page also asks when it is looked at again.
 */
import { EventEmitter } from "node:events";
import { Client } from "pg";

const channel = "openlymph";

export interface Change {
  readonly clinic: string;
  readonly person: string;
  /** The account or phone it came from: who did something need not be told of it. */
  readonly by: string;
}

export interface Changes {
  readonly tell: (change: Change) => void;
  /** @returns what ends the listening. */
  readonly listen: (heard: (change: Change) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Within one process. */
function changesHere(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    tell: (change) => void emitter.emit(channel, change),
    listen(heard) {
      emitter.on(channel, heard);
      return () => void emitter.off(channel, heard);
    },
    close: async () => void emitter.removeAllListeners(),
  };
}

const pause = 2000;

/** Between processes, by NOTIFY of the database; a connection that breaks is made again. */
function changesBetween(databaseUrl: string): Changes {
  const here = changesHere();
  let client: Client | undefined;
  let closed = false;
  const connect = async (): Promise<void> => {
    if (closed) return;
    const fresh = new Client({ connectionString: databaseUrl });
    const again = (): void => {
      if (client === fresh) client = undefined;
      if (!closed) setTimeout(() => void connect(), pause);
    };
    fresh.on("error", () => undefined);
    fresh.on("notification", ({ payload = "" }) => {
      const [clinic = "", person = "", by = ""] = payload.split(" ");
      here.tell({ clinic, person, by });
    });
    try {
      await fresh.connect();
      fresh.on("end", again);
      await fresh.query(`listen ${channel}`);
      client = fresh;
    } catch {
      again();
    }
  };
  const connecting = connect();
  return {
    tell(change) {
      // Without a connection the pages of this process are told all the same.
      if (client === undefined) return here.tell(change);
      const said = [change.clinic, change.person, change.by].join(" ");
      client.query("select pg_notify($1, $2)", [channel, said]).catch(() => undefined);
    },
    listen: here.listen,
    async close() {
      closed = true;
      await connecting;
      await client?.end().catch(() => undefined);
      await here.close();
    },
  };
}

export function openChanges(databaseUrl: string | undefined): Changes {
  return databaseUrl === undefined ? changesHere() : changesBetween(databaseUrl);
}
