/** Errors of the databases that have a meaning for people: told in one place, for answers and for the terminal. */
import { type Failure, fail } from "@openlymph/base";

interface DatabaseError {
  /** SQLite's number; the low byte is the kind. */
  readonly errcode?: number;
  /** PostgreSQL's five letters, or the system's name. */
  readonly code?: string;
  readonly message?: string;
}

const sqlite = {
  busy: 5,
  readOnly: 8,
  diskError: 10,
  damaged: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** SQLite's two for a row that is there already. */
const unique = [1555, 2067] as const;

const doctor = "End the server and run: npm run clinic -- doctor. What was saved before is in the newest backup.";

export const sqliteKind = (error: unknown): number => ((error as DatabaseError).errcode ?? 0) & 0xff;
export const isBusy = (error: unknown): boolean => sqliteKind(error) === sqlite.busy;

/** `undefined` for an error that is none of these. */
export function failureOfDatabase(error: unknown): Failure | undefined {
  const { code = "", errcode } = error as DatabaseError;
  const kind = sqliteKind(error);
  if (kind === sqlite.full || code === "53100" || code === "ENOSPC") {
    return fail("store/full", { hint: "Nothing was saved. Make room on the server's disk, and try again." });
  }
  if (kind === sqlite.damaged || kind === sqlite.notADatabase || code === "XX001" || code === "XX002") {
    return fail("store/damaged", { hint: doctor });
  }
  // What was to be written is there already. SQLite: primary key, unique. PostgreSQL: unique violation.
  if (unique.some((each) => each === errcode) || code === "23505") {
    return fail("access/conflict", { hint: "Somebody was faster. Look again, and try again." });
  }
  // PostgreSQL: class 08 connections, 40 two that hold each other up, 57 operator intervention, 53 resources.
  const gone =
    [sqlite.busy, sqlite.readOnly, sqlite.diskError, sqlite.cannotOpen].some((each) => each === kind) ||
    /^(08|40|57|53)/.test(code) ||
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "EROFS"].includes(code);
  if (gone) return fail("store/unavailable", { hint: "Nothing was saved. Try again when the server's store is back." });
  return undefined;
}
