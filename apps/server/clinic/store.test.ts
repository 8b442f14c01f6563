/** What can happen to a store and its folder: each ends in a clear state, with nothing lost and nothing half-written. */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openClinic } from "../src/index.ts";
import { readOperations } from "../src/people/operations.ts";
import { findPerson } from "../src/people/person.ts";
import { makeBackup } from "../src/store/backup.ts";
import { examine } from "../src/store/doctor.ts";
import { migrate } from "../src/store/migrate.ts";
import { openPostgres } from "../src/store/postgres.ts";
import { restoreBackup } from "../src/store/restore.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { tableNames } from "../src/store/tables.ts";
import { spawnServer, startServer } from "../src/testing/child-server.ts";
import { phoneOf } from "../src/testing/phone.ts";
import { makeWorld } from "../src/testing/world.ts";
import fixture from "./fixtures/001-record.json" with { type: "json" };
import { movedClock, newPlace, openServer, type Place, storeKinds } from "./open-server.ts";

const timeout = 600_000;
const asRoot = process.getuid?.() === 0;

const wrongIn = async (place: Place): Promise<readonly string[]> =>
  (await examine(place)).filter(({ bad, about }) => bad && about !== "disk").map(({ text }) => text);

/** A store with two people whose phones have sent something. */
async function filled(place: Place) {
  const server = await openServer(place);
  const { joinings } = await makeWorld(server.clinic, 2);
  const phones = joinings.map(phoneOf);
  for (const phone of phones) {
    phone.writeSession(30);
    await phone.settle(server.origin);
  }
  await server.close();
  return phones;
}
const sqliteFilled = async () => {
  const { folder } = await newPlace("sqlite");
  return { folder, file: path.join(folder, "openlymph.sqlite"), phones: await filled({ folder }) };
};

describe("one folder, one server", () => {
  test("a second process is refused by name; a killed one leaves the folder free", { timeout }, async () => {
    const place = await newPlace("sqlite");
    const first = await startServer(place);
    await expect(startServer(place)).rejects.toThrow(
      /another program works with this data. Is OpenLymph running already\?/,
    );
    expect((await fetch(`${first.origin}/api/health`)).status).toBe(200);
    await first.kill();
    const next = await startServer(place);
    await next.end();
  });

  test("a first start that is cut off is begun anew by the next", { timeout }, async () => {
    const place = await newPlace("sqlite");
    for (const ms of [400, 700, 1000]) {
      const cut = spawnServer(place);
      cut.origin.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await cut.kill();
    }
    await (await openClinic(place)).close();
    // The key was made, and the store knew it, when the power went: only its name was missing.
    const file = path.join(place.folder, "master.key");
    renameSync(file, `${file}.new`);
    await (await openClinic(place)).close();
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

test.for(storeKinds)("what people wrote is there after the server was ended, on %s", async (kind) => {
  const place = await newPlace(kind);
  const [phone] = await filled(place);
  const server = await openServer(place);
  const person = phone?.joining.known ?? "";
  const found = await server.clinic.store.within({ for: "server" }, async (trx) => {
    const row = await trx.selectFrom("person").selectAll().where("id", "=", person).executeTakeFirstOrThrow();
    return readOperations(trx, server.clinic.store.key, row);
  });
  // Described by the clinic, the clinic's contact, and a session of 30 strokes.
  expect(found.map(({ operation }) => operation.kind)).toHaveLength(2 + 32);
  expect(found.slice(2).map(({ operation }) => operation.id)).toEqual([...(phone?.acknowledged ?? [])]);
  await server.close();
  expect(await wrongIn(place)).toEqual([]);
});

test("the first released store opens, and all of it can be read", async () => {
  const { folder } = await newPlace("sqlite");
  const packed = readFileSync(path.join(import.meta.dirname, "fixtures/001-record.sqlite.gz"));
  writeFileSync(path.join(folder, "openlymph.sqlite"), gunzipSync(packed), { mode: 0o600 });
  writeFileSync(path.join(folder, "master.key"), fixture.key, { mode: 0o600 });
  const { store, close } = await openClinic({ folder });
  await store.within({ for: "server" }, async (trx) => {
    const read = [];
    for (const id of fixture.people) {
      const person = await findPerson(trx, fixture.clinic, id);
      read.push(
        (await readOperations(trx, store.key, person)).filter(({ operation }) => operation.device !== person.device),
      );
    }
    expect(read.map(({ length }) => length)).toEqual(fixture.operations);
    await expect(findPerson(trx, fixture.clinic, fixture.erased)).rejects.toThrow();
  });
  await close();
  expect(await wrongIn({ folder })).toEqual([]);
});

test.for(storeKinds)("a migration that fails half-way leaves nothing behind, on %s", async (kind) => {
  const place = await newPlace(kind);
  const open = kind === "sqlite" ? openSqlite(place.folder) : await openPostgres(place.databaseUrl ?? "");
  const tables = async () => {
    const names = (await open.db.introspection.getTables()).map(({ name }) => name);
    return names.filter((name) => !name.startsWith("migration"));
  };
  // The last table of the step is there already, so the step fails at its end.
  await sql`create table audit (number integer)`.execute(open.db);
  await expect(migrate(open.db, kind)).rejects.toThrow(/already exists.*Nothing was changed/);
  expect(await tables()).toEqual(["audit"]);
  await sql`drop table audit`.execute(open.db);
  await migrate(open.db, kind);
  expect((await tables()).sort()).toEqual([...tableNames].sort());
  await open.close();
});

describe("the key", () => {
  test("that is missing, wrong or torn is told at the start, and nothing is changed", async () => {
    const { folder, file } = await sqliteFilled();
    const key = path.join(folder, "master.key");
    const before = readFileSync(file);
    const right = readFileSync(key);
    rmSync(key);
    await expect(openClinic({ folder })).rejects.toThrow(/Put the file back from where you keep it/);
    expect(existsSync(key)).toBe(false);
    await expect(openClinic({ folder, masterKey: "ab".repeat(32) })).rejects.toThrow(/the key of another store/);
    writeFileSync(key, right.subarray(0, 20));
    await expect(openClinic({ folder })).rejects.toThrow(/64 hex digits/);
    expect(await wrongIn({ folder })).toEqual([expect.stringContaining("64 hex digits")]);
    writeFileSync(key, right);
    expect(readFileSync(file).equals(before)).toBe(true);
    await (await openClinic({ folder })).close();
  });

  test("without its data is no new store", async () => {
    const { folder, file } = await sqliteFilled();
    rmSync(file);
    await expect(openClinic({ folder })).rejects.toThrow(/The key is here, and its data is not/);
    // A file that a power cut left without its content is no new store either.
    writeFileSync(file, "");
    await expect(openClinic({ folder })).rejects.toThrow(/The key is here, and its data is not/);
  });
});

describe("a file that is not whole", () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ["torn in the middle", (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ["with a page of zeros", (file) => void writeSync(openSync(file, "r+"), Buffer.alloc(4096), 0, 4096, 8 * 4096)],
    ["with its first page gone", (file) => void writeSync(openSync(file, "r+"), Buffer.alloc(4096), 0, 4096, 0)],
    ["of something else", (file) => writeFileSync(file, "hello ".repeat(5000))],
  ];
  test.for(damages)("%s is named, left as it is, and brought back by a backup", async ([_, damage]) => {
    const { folder, file, phones } = await sqliteFilled();
    const to = path.join(folder, "backups");
    const { file: backup } = await makeBackup({ folder, to });
    damage(file);
    const before = readFileSync(file);
    await expect(openClinic({ folder })).rejects.toThrow(/what was saved cannot be read.*restore the newest backup/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await wrongIn({ folder })).toEqual([expect.stringContaining("openlymph.sqlite")]);
    await expect(makeBackup({ folder, to, now: Date.now() + 5000 })).rejects.toThrow(/what was saved cannot be read/);
    expect(readdirSync(to)).toHaveLength(1);
    const { beside = "" } = await restoreBackup({ folder, from: backup, replace: true });
    expect(readFileSync(path.join(beside, "openlymph.sqlite")).equals(before)).toBe(true);
    expect(await wrongIn({ folder })).toEqual([]);
    const server = await openServer({ folder });
    for (const phone of phones) {
      phone.writeSession(2);
      await phone.settle(server.origin);
    }
    await server.close();
    expect(await wrongIn({ folder })).toEqual([]);
  });

  test("a log with a torn end gives up what was never acknowledged, and nothing else", { timeout }, async () => {
    const { folder, phones } = await sqliteFilled();
    const server = await startServer({ folder });
    for (const phone of phones) {
      phone.writeSession(10);
      await phone.settle(server.origin);
    }
    await server.kill();
    const log = path.join(folder, "openlymph.sqlite-wal");
    appendFileSync(log, Buffer.alloc(5000, 7));
    const { store, close } = await openClinic({ folder });
    const { count } = await store.db
      .selectFrom("operation")
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    await close();
    expect(count).toBe(4 + phones.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0));
    expect(await wrongIn({ folder })).toEqual([]);
  });
});

test("a folder that cannot be written is told, and left alone", { timeout }, async () => {
  const { folder } = await sqliteFilled();
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  const names = readdirSync(folder);
  const before = asRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
  await expect(startServer({ folder }, before)).rejects.toThrow(
    /nothing can be saved here: found "(attempt to write a readonly|unable to open)/,
  );
  expect(readdirSync(folder)).toEqual(names);
  chmodSync(folder, 0o700);
  for (const name of names) chmodSync(path.join(folder, name), 0o600);
  expect(await wrongIn({ folder })).toEqual([]);
});

/** A folder with room for little: a small disk where this account may mount one, else a limit on the size of files. */
function narrow() {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-narrow-"));
  const mounted = asRoot && spawnSync("mount", ["-t", "tmpfs", "-o", "size=1200k", "tmpfs", folder]).status === 0;
  return {
    folder,
    before: mounted ? [] : ["sh", "-c", 'ulimit -f 1200; trap "" XFSZ; exec "$@"', "sh"],
    status: mounted ? 507 : 503,
    widen: () => void (mounted && spawnSync("mount", ["-o", "remount,size=64m", folder])),
    clear: () => {
      if (mounted) spawnSync("umount", [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test("a full disk is told to the phone, which keeps what it has; nothing is half-written", { timeout }, async () => {
  const { folder, before, status: expected, widen, clear } = narrow();
  try {
    const clinic = await openClinic({ folder });
    const { joinings } = await makeWorld(clinic, 1);
    await clinic.close();
    const [phone] = joinings.map(phoneOf);
    if (phone === undefined) throw new Error("There is no phone.");
    const server = await startServer({ folder }, before);
    let status = 200;
    for (let n = 0; n < 60 && status === 200; n++) {
      phone.writeSession(60);
      for (let push = phone.next(); push !== undefined && status === 200; push = phone.next()) {
        const answered = await phone.send(server.origin, push);
        ({ status } = answered);
        if (answered.reply !== undefined) phone.take(answered.reply);
      }
    }
    expect(status).toBe(expected);
    expect(phone.own.some(({ standing }) => standing.state === "waiting")).toBe(true);
    await expect(makeBackup({ folder, to: path.join(folder, "backups") })).rejects.toThrow(
      /no room left|nothing can be saved/,
    );
    expect(readdirSync(path.join(folder, "backups"))).toEqual([]);
    await server.kill();
    widen();
    const wide = await startServer({ folder });
    await phone.settle(wide.origin);
    await wide.end();
    expect(phone.acknowledged.size).toBe(phone.own.length);
    expect(await wrongIn({ folder })).toEqual([]);
  } finally {
    clear();
  }
});

const year = 365 * 86_400_000;

test.for(storeKinds)("a clock a year ahead or behind loses nothing and orders nothing, on %s", async (kind) => {
  const place = await newPlace(kind);
  const clock = movedClock();
  let server = await openServer(place, { clock });
  const { joinings } = await makeWorld(server.clinic, 1);
  const [phone] = joinings.map(phoneOf);
  for (const moved of [0, year, -2 * year, year]) {
    clock.pass(moved);
    await server.close();
    server = await openServer(place, { clock });
    phone?.writeSession(3);
    await phone?.settle(server.origin);
  }
  const rows = await server.clinic.store.within({ for: "server" }, (trx) =>
    trx
      .selectFrom("operation")
      .select("id")
      .where("device", "=", phone?.joining.device ?? "")
      .orderBy("arrival")
      .execute(),
  );
  expect(rows.map(({ id }) => id)).toEqual(phone?.own.map(({ operation }) => operation.id));
  await server.close();
  expect(await wrongIn(place)).toEqual([]);
});
