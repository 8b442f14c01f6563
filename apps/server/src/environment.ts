/** What the environment says about the clinic part; the same for the server and for every command that keeps house. */
import path from "node:path";
import { raise } from "@openlymph/base";
import type { ClinicOptions } from "./clinic.ts";
import { servicesFrom } from "./reminders/push-services.ts";
import type { StoreOptions } from "./store/store.ts";

/**
 * | variable           | meaning                                                                     |
 * | ------------------ | --------------------------------------------------------------------------- |
 * | `OPENLYMPH_DATA`   | folder of the data and of the key; `data` beside the program where absent    |
 * | `DATABASE_URL`     | `postgres://...`; SQLite in that folder where absent                         |
 * | `OPENLYMPH_KEY`    | the key that seals keys, 64 hex digits, in the place of the folder's file    |
 * | `OPENLYMPH_ORIGIN` | the address people use, behind a reverse proxy: `https://clinic.example`      |
 * | `OPENLYMPH_BACKUP` | folder of the backups; `backups` in the data's folder where absent          |
 * | `OPENLYMPH_PUSH`   | `on`: phones may ask to be reminded by their browser's maker (docs/clinic-operations.md) |
 *
 * @throws FailureError for a value that is not allowed, or reminders without an address.
 */
export function clinicOptionsFrom(
  environment: NodeJS.ProcessEnv,
  root: string,
): StoreOptions & Pick<ClinicOptions, "origin" | "pushServices"> {
  const { OPENLYMPH_DATA, DATABASE_URL, OPENLYMPH_KEY, OPENLYMPH_ORIGIN, OPENLYMPH_PUSH, OPENLYMPH_BACKUP } =
    environment;
  const pushServices = servicesFrom(OPENLYMPH_PUSH);
  if (pushServices.length > 0 && !OPENLYMPH_ORIGIN?.startsWith("https://")) {
    raise("field/missing", {
      path: "OPENLYMPH_ORIGIN",
      expected: "the address people use, with https: browsers' push services ask who sends",
      hint: "Set it, or leave OPENLYMPH_PUSH out.",
    });
  }
  return {
    folder: OPENLYMPH_DATA ? path.resolve(OPENLYMPH_DATA) : path.join(root, "data"),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(OPENLYMPH_KEY ? { masterKey: OPENLYMPH_KEY } : {}),
    ...(OPENLYMPH_BACKUP ? { backupTo: path.resolve(OPENLYMPH_BACKUP) } : {}),
    pushServices,
    ...(OPENLYMPH_ORIGIN ? { origin: OPENLYMPH_ORIGIN.replace(/\/$/, "") } : {}),
  };
}
