/** What the environment says about the clinic part; the same for the server and for every command that keeps house. */
import path from "node:path";
import type { ClinicOptions } from "./clinic.ts";
import type { StoreOptions } from "./store/store.ts";

/**
 * | variable           | meaning                                                                     |
 * | ------------------ | --------------------------------------------------------------------------- |
 * | `OPENLYMPH_DATA`   | folder of the data and of the key; `data` beside the program where absent    |
 * | `DATABASE_URL`     | `postgres://...`; SQLite in that folder where absent                         |
 * | `OPENLYMPH_KEY`    | the key that seals keys, 64 hex digits, in the place of the folder's file    |
 * | `OPENLYMPH_ORIGIN` | the address people use, behind a reverse proxy: `https://clinic.example`      |
 */
export function clinicOptionsFrom(
  environment: NodeJS.ProcessEnv,
  root: string,
): StoreOptions & Pick<ClinicOptions, "origin"> {
  const { OPENLYMPH_DATA, DATABASE_URL, OPENLYMPH_KEY, OPENLYMPH_ORIGIN } = environment;
  return {
    folder: OPENLYMPH_DATA ? path.resolve(OPENLYMPH_DATA) : path.join(root, "data"),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(OPENLYMPH_KEY ? { masterKey: OPENLYMPH_KEY } : {}),
    ...(OPENLYMPH_ORIGIN ? { origin: OPENLYMPH_ORIGIN.replace(/\/$/, "") } : {}),
  };
}
