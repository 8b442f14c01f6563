/** Backup while phones push, restore, the way to PostgreSQL, and what `doctor` finds. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openClinic } from "../src/index.ts";
import { erasePerson } from "../src/people/erase.ts";
import { findPerson } from "../src/people/person.ts";
import { backupsIn, makeBackup } from "../src/store/backup.ts";
import { runCommand } from "../src/store/command.ts";
import { differences, digestStore } from "../src/store/copy.ts";
import { makeBackupAside, startDailyBackup } from "../src/store/daily-backup.ts";
import { examine } from "../src/store/doctor.ts";
import { restoreBackup, toPostgres } from "../src/store/restore.ts";
import { readFileSnapshot, readSnapshot } from "../src/store/snapshot.ts";
import type { Work } from "../src/store/store.ts";
import { phoneOf, strokeBody, type TestPhone } from "../src/testing/phone.ts";
import { makeWorld } from "../src/testing/world.ts";
import { newDatabase, newPlace, openServer, type Place, storeKinds, type TestServer } from "./open-server.ts";

const timeout = 300_000;
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "openlymph-keep-"));

const wrongIn = async (place: Place): Promise<readonly string[]> =>
  (await examine(place)).filter(({ bad, about }) => bad && about !== "disk").map(({ text }) => text);
const digestOf = (place: Place) => readSnapshot(place, digestStore);
const keyIn = ({ folder }: Place): string => readFileSync(path.join(folder, "master.key"), "utf8").trim();

/** What the command says, and its exit code. */
async function command(words: readonly string[], place: Place & { readonly masterKey?: string }) {
  const said: string[] = [];
  const code = await runCommand(words, place, (line) => said.push(line));
  return { code, said: said.join("\n") };
}

async function pushUntil(phone: TestPhone, { origin }: TestServer, isOver: () => boolean): Promise<void> {
  for (let n = 1; !isOver(); n++) {
    phone.write("session/stroke", strokeBody(phone.joining.known, n));
    await phone.settle(origin);
  }
}

describe.each(storeKinds)("on %s", (kind) => {
  let place: Place;
  let server: TestServer;
  let phones: readonly TestPhone[];

  beforeAll(async () => {
    place = await newPlace(kind);
    server = await openServer(place);
    phones = (await makeWorld(server.clinic, 4)).joinings.map(phoneOf);
  });
  afterAll(() => server.close());

  test("a backup made while phones push is of one moment, and goes on as a store of its own", { timeout }, async () => {
    let over = false;
    const pushing = phones.map((phone) => pushUntil(phone, server, () => over));
    const to = newFolder();
    const made = [];
    for (let n = 0; n < 2; n++) {
      const acknowledged = phones.flatMap((phone) => [...phone.acknowledged]);
      const backup = await makeBackupAside({ ...place, to, now: 1e12 + 1000 * n });
      made.push({ acknowledged, ...backup });
    }
    over = true;
    await Promise.all(pushing);
    for (const { file, acknowledged, findings } of made) {
      expect(findings.filter(({ bad }) => bad)).toEqual([]);
      const there = await readFileSnapshot(file, (trx) => trx.selectFrom("operation").select("id").execute());
      const ids = new Set(there.map(({ id }) => id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    }
    // Something was written in between, so the two are of different moments.
    expect(made[1]?.rows).toBeGreaterThan(made[0]?.rows ?? 0);
    expect(readdirSync(to)).toHaveLength(2);
    if (process.platform !== "win32") expect(statSync(made[0]?.file ?? "").mode & 0o077).toBe(0);

    const fresh = await newPlace(kind);
    const from = made[0]?.file ?? "";
    await restoreBackup({ ...fresh, from, keyFrom: path.join(place.folder, "master.key") });
    const kept = await readFileSnapshot(from, digestStore);
    expect(differences(kept, await digestOf(fresh))).toEqual(["clinic", "audit"]);
    expect(await wrongIn(fresh)).toEqual([]);
    // What phones sent since they send again; what comes now has a number that no phone was told yet.
    const again = await openServer(fresh);
    const numbers = phones.flatMap(({ own }) =>
      own.flatMap(({ standing }) => (standing.state === "taken" ? [standing.arrival] : [])),
    );
    for (const phone of phones) {
      phone.writeSession(2);
      await phone.settle(again.origin);
      const last = phone.own.at(-1)?.standing;
      expect(last?.state === "taken" && last.arrival > Math.max(...numbers)).toBe(true);
    }
    const stored = await again.clinic.store.within({ for: "server" }, (trx) =>
      trx.selectFrom("operation").select("id").execute(),
    );
    const ids = new Set(stored.map(({ id }) => id));
    expect(phones.flatMap(({ own }) => own).filter(({ operation }) => !ids.has(operation.id))).toEqual([]);
    await again.close();
    expect(await wrongIn(fresh)).toEqual([]);
  });

  test("the newest stay, and the key comes along only when asked", async () => {
    const to = newFolder();
    for (let n = 0; n < 4; n++) await makeBackup({ ...place, to, keep: 2, now: 1e12 + 1000 * n });
    expect(backupsIn(to).map((file) => path.basename(file))).toEqual([
      "openlymph-2001-09-09T01-46-43Z.sqlite",
      "openlymph-2001-09-09T01-46-42Z.sqlite",
    ]);
    const key = Buffer.from(keyIn(place), "hex");
    for (const file of backupsIn(to)) {
      const bytes = readFileSync(file);
      expect(bytes.includes(key) || bytes.includes(keyIn(place))).toBe(false);
    }
    await makeBackup({ ...place, to, withKey: true, now: 2e12 });
    expect(readFileSync(path.join(to, "master.key"), "utf8").trim()).toBe(keyIn(place));
  });

  test("a full store is not written over; with --replace it is kept beside", { timeout }, async () => {
    const to = newFolder();
    const { file } = await makeBackup({ ...place, to });
    const other = await newPlace(kind);
    const clinic = await openClinic({ ...other, masterKey: keyIn(place) });
    await makeWorld(clinic, 1);
    await clinic.close();
    const withKey = { ...other, masterKey: keyIn(place) };
    const before = await digestOf(other);
    const refused = await command(["restore", file], withKey);
    expect([refused.code, refused.said]).toEqual([2, expect.stringContaining("--replace")]);
    expect(await digestOf(other)).toEqual(before);
    const running = await openClinic(withKey);
    const inUse = await command(["restore", file, "--replace"], withKey);
    expect([inUse.code, inUse.said]).toEqual([2, expect.stringContaining("another program works with this data")]);
    await running.close();
    expect(await digestOf(other)).toEqual(before);
    const replaced = await command(["restore", file, "--replace"], withKey);
    expect(replaced.code).toBe(0);
    const [, beside = ""] = /is kept in (.*)\.$/m.exec(replaced.said) ?? [];
    const [kept = ""] = readdirSync(beside).filter((name) => name.endsWith(".sqlite"));
    expect(await readFileSnapshot(path.join(beside, kept), digestStore)).toEqual(before);
    expect(differences(await readFileSnapshot(file, digestStore), await digestOf(other))).toEqual(["clinic", "audit"]);
  });

  test("a torn backup and one of another key are refused, and nothing is changed", async () => {
    const to = newFolder();
    const { file } = await makeBackup({ ...place, to });
    const fresh = await newPlace(kind);
    const wrong = await command(["restore", file], { ...fresh, masterKey: "cd".repeat(32) });
    expect([wrong.code, wrong.said]).toEqual([2, expect.stringContaining("the key of another store")]);
    const none = await command(["restore", file], fresh);
    expect([none.code, none.said]).toEqual([2, expect.stringContaining("Put the file back")]);
    truncateSync(file, statSync(file).size - 4096);
    const torn = await command(["restore", file], { ...fresh, masterKey: keyIn(place) });
    expect([torn.code, torn.said]).toEqual([2, expect.stringContaining("what was saved cannot be read")]);
    expect(readdirSync(fresh.folder).filter((name) => /sqlite|part|key/.test(name))).toEqual([]);
    expect((await command(["verify", file], place)).code).toBe(2);
  });

  test("doctor finds nothing wrong beside the running server", async () => {
    const { code, said } = await command(["doctor"], place);
    expect(said).toContain("chains of");
    expect(said.split("\n").filter((line) => line.startsWith("WRONG") && !line.includes("disk"))).toEqual([]);
    if (!said.includes("WRONG")) expect(code).toBe(0);
  });
});

/** One hand that reached into the database, and what has to be said of it. */
const tampered: readonly (readonly [what: string, hand: (trx: Work) => Promise<unknown>, said: RegExp])[] = [
  [
    "an operation taken out",
    (trx) => trx.deleteFrom("operation").where("sequence", "=", 7).execute(),
    /chain .*phone .* operation 7 is missing/,
  ],
  [
    "the last operation taken out",
    (trx) => trx.deleteFrom("operation").where("sequence", "=", 32).execute(),
    /chain .*phone .* operation 32 is missing/,
  ],
  [
    "a sealed text moved to another operation",
    (trx) =>
      trx
        .updateTable("operation")
        .set((row) => ({
          sealed: row.selectFrom("operation as other").select("other.sealed").where("other.arrival", "=", 5).limit(1),
        }))
        .where("arrival", "=", 6)
        .execute(),
    /chain .* cannot be opened with the key of its person/,
  ],
  [
    "a hash altered",
    (trx) =>
      trx
        .updateTable("operation")
        .set({ hash: "0".repeat(64) })
        .where("sequence", "=", 9)
        .execute(),
    /chain .*operation 9 is not the one its row names/,
  ],
  [
    "a key taken from another person",
    (trx) =>
      trx
        .updateTable("person")
        .set((row) => ({ key: row.selectFrom("person as other").select("other.key").orderBy("other.id").limit(1) }))
        .execute(),
    /key .*the key of person .* cannot be opened/,
  ],
  [
    "a counter set back",
    (trx) => trx.updateTable("clinic").set({ arrival: 3 }).execute(),
    /counter .*has given 3 numbers of arrival, and \d+ operations are there/,
  ],
  [
    "a person's counter",
    (trx) => trx.updateTable("person").set({ latest: 3 }).execute(),
    /counter .*the store names 3/,
  ],
  [
    "the end of a chain set back",
    (trx) => trx.updateTable("device").set({ sequence: 5 }).execute(),
    /chain .*operation 32 is the last, and the store names 5/,
  ],
  [
    "an entry of the trail altered",
    (trx) => trx.updateTable("audit").set({ actor: "nobody" }).where("number", "=", 2).execute(),
    /audit .*entry 2: It is not what was written/,
  ],
  [
    "the end of the trail cut off",
    (trx) => trx.deleteFrom("audit").where("number", "=", 2).execute(),
    /audit .*entry 2: This entry and those after it are missing/,
  ],
];

test.for(tampered)("doctor names it: %s", async ([_, hand, said]) => {
  const place = await newPlace("sqlite");
  const server = await openServer(place);
  const { joinings } = await makeWorld(server.clinic, 2);
  for (const phone of joinings.map(phoneOf)) {
    phone.writeSession(30);
    await phone.settle(server.origin);
  }
  await server.clinic.store.within({ for: "server" }, hand);
  await server.close();
  const told = await command(["doctor"], place);
  expect(told.said).toMatch(said);
  expect(told.code).toBe(1);
  // A backup of it is made all the same, and says so; the ones from before stay.
  const made = await command(["backup", "--keep", "1"], place);
  expect([made.code, made.said]).toEqual([1, expect.stringMatching(said)]);
});

describe("to PostgreSQL", () => {
  test("everything comes over, and the folder stays as it is", { timeout }, async () => {
    const place = await newPlace("sqlite");
    const server = await openServer(place);
    const { joinings } = await makeWorld(server.clinic, 3);
    const phones = joinings.map(phoneOf);
    for (const phone of phones) {
      phone.writeSession(200);
      await phone.settle(server.origin);
    }
    const url = await newDatabase();
    await expect(toPostgres(place, url)).rejects.toThrow(/another program works with this data/);
    await server.close();
    const before = await digestOf(place);
    const moved = await command(["to-postgres", url], place);
    expect([moved.code, moved.said]).toEqual([0, expect.stringContaining("The folder is as it was")]);
    expect(await digestOf(place)).toEqual(before);
    expect(await digestOf({ ...place, databaseUrl: url })).toEqual(before);
    expect(await wrongIn({ ...place, databaseUrl: url })).toEqual([]);
    expect((await command(["to-postgres", url], place)).said).toContain("an empty store");
    const again = await openServer({ ...place, databaseUrl: url });
    for (const phone of phones) {
      phone.writeSession(2);
      await phone.settle(again.origin);
    }
    await again.close();
    // And back, by a backup.
    const { file } = await makeBackup({ ...place, databaseUrl: url, to: newFolder() });
    const back = await newPlace("sqlite");
    await restoreBackup({ ...back, from: file, masterKey: keyIn(place) });
    const kept = await digestOf({ ...place, databaseUrl: url });
    expect(differences(kept, await digestOf(back))).toEqual(["clinic", "audit"]);
  });

  test("doctor sees a role that reads past row security, and a table without it", async () => {
    const place = await newPlace("postgres");
    await (await openClinic(place)).close();
    expect(await wrongIn(place)).toEqual([]);
    const url = new URL(inject("postgres"));
    url.pathname = new URL(place.databaseUrl ?? "").pathname;
    const admin = { ...place, databaseUrl: url.href };
    expect(await wrongIn(admin)).toEqual([expect.stringContaining("reads past row security")]);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(
      "alter table refusal no force row level security; alter table device disable row level security",
    );
    await client.end();
    expect(await wrongIn(place)).toEqual(["row security is off for device", "row security is off for refusal"]);
  });
});

test("the keys of people who were erased are nowhere in the files of the ended server", async () => {
  const place = await newPlace("sqlite");
  const clinic = await openClinic(place);
  const { clinic: id, joinings } = await makeWorld(clinic, 60);
  const sealed: Buffer[] = [];
  for (const { known } of joinings.filter((_, n) => n % 3 === 0)) {
    await clinic.store.within({ for: "server" }, async (trx) => {
      const person = await findPerson(trx, id, known);
      await erasePerson(trx, person, 1);
      sealed.push(Buffer.from(person.key ?? ""));
    });
  }
  await clinic.close();
  const files = readdirSync(place.folder).map((name) => readFileSync(path.join(place.folder, name)));
  // Half of a key is worth something too.
  const found = sealed.filter((key) => files.some((bytes) => bytes.includes(key.subarray(-24))));
  expect([sealed.length, found.length]).toEqual([20, 0]);
});

describe("the command", () => {
  const place = { folder: path.join(tmpdir(), "openlymph-nothing-here") };
  test.for([
    [[], "npm run clinic -- backup"],
    [["frob"], "expected one of backup, verify"],
    [["toString"], "expected one of backup, verify"],
    [["backup", "--frob"], "Unknown option '--frob'"],
    [["backup", "--keep", "0"], "a whole number from 1"],
    [["doctor", "--replace"], "doctor does not know it"],
    [["restore"], "npm run clinic -- restore FILE"],
    [["restore", "/nowhere"], "There is no such backup"],
    [["to-postgres", "mysql://x"], "postgres://name:password@host/database"],
    [["backup"], "Put the file back"],
    [["verify"], "There is no backup to look at"],
  ] as const)("%j is refused in one message", async ([words, said]) => {
    const told = await command(words, place);
    expect([told.code, told.said]).toEqual([2, expect.stringContaining(said)]);
    rmSync(place.folder, { recursive: true, force: true });
  });

  test("doctor says of an empty place that nothing is there", async () => {
    const told = await command(["doctor"], place);
    expect([told.code, told.said]).toEqual([1, expect.stringContaining("is not there")]);
  });
});

test("the daily backup tells what goes wrong, and stops", async () => {
  const place = await newPlace("sqlite");
  const to = path.join(newFolder(), "not-a-folder");
  writeFileSync(to, "");
  await expect(makeBackupAside({ ...place, to })).rejects.toThrow(/Put the file back/);
  await (await openClinic(place)).close();
  await expect(makeBackupAside({ ...place, to })).rejects.toThrow(/a file cannot be written/);
  await startDailyBackup({ ...place, to }, () => undefined).stop();
});
