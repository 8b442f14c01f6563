/** A store of an older program: a copy of it is kept before it takes its next step, or the step is not taken. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openClinic } from "../src/index.ts";
import { makeBackup } from "../src/store/backup.ts";
import { newestStep, stepOf } from "../src/store/migrate.ts";
import { restoreBackup } from "../src/store/restore.ts";
import { readFileSnapshot } from "../src/store/snapshot.ts";
import { startServer } from "../src/testing/child-server.ts";
import fixture from "./fixtures/001-record.json" with { type: "json" };

const timeout = 300_000;
const packed = readFileSync(path.join(import.meta.dirname, "fixtures/001-record.sqlite.gz"));

/** The folder of a store that the first released program wrote. */
function oldFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-step-"));
  const file = path.join(folder, "openlymph.sqlite");
  writeFileSync(file, gunzipSync(packed), { mode: 0o600 });
  writeFileSync(path.join(folder, "master.key"), fixture.key, { mode: 0o600 });
  return { folder, file };
}

const contentOf = (file: string) =>
  readFileSnapshot(file, async (trx) => ({
    step: await stepOf(trx),
    operations: await trx.selectFrom("operation").selectAll().orderBy("arrival").execute(),
    people: await trx.selectFrom("person").selectAll().orderBy("id").execute(),
  }));

describe("a store of an older program", () => {
  test("is copied beside before it takes a step, which is said in one line, and the copy is a way back", async () => {
    const { folder, file } = oldFolder();
    const before = await contentOf(file);
    expect(before.step).toBe("001-record");
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    await (await openClinic({ folder, say })).close();
    const [copy = "", ...others] = readdirSync(path.join(folder, "backups"));
    expect([others, said]).toEqual([[], [expect.stringContaining(copy)]]);
    expect(copy).toMatch(new RegExp(`^openlymph-before-${newestStep}-.*Z\\.sqlite$`));
    const kept = path.join(folder, "backups", copy);
    if (process.platform !== "win32") expect(statSync(kept).mode & 0o077).toBe(0);
    expect(await contentOf(kept)).toEqual(before);
    expect((await contentOf(file)).step).toBe(newestStep);
    // Once it has come to the newest version, nothing is copied any more.
    await (await openClinic({ folder, say })).close();
    expect(readdirSync(path.join(folder, "backups"))).toEqual([copy]);
    const fresh = mkdtempSync(path.join(tmpdir(), "openlymph-step-"));
    await restoreBackup({ folder: fresh, from: kept, masterKey: fixture.key });
    await (await openClinic({ folder: fresh, masterKey: fixture.key })).close();
  });

  test("a copy from before a step goes when all backups that stay are newer", async () => {
    const { folder } = oldFolder();
    await (await openClinic({ folder })).close();
    const to = path.join(folder, "backups");
    const now = Date.now() + 60_000;
    await makeBackup({ folder, to, keep: 2, now });
    expect(readdirSync(to).filter((name) => name.includes("before"))).toHaveLength(1);
    await makeBackup({ folder, to, keep: 2, now: now + 1000 });
    expect(readdirSync(to).filter((name) => name.includes("before"))).toEqual([]);
    expect(readdirSync(to)).toHaveLength(2);
  });

  test("stays as it is where the copy cannot be made: no folder for it, no room, another key", {
    timeout,
  }, async () => {
    const { folder, file } = oldFolder();
    const before = await contentOf(file);
    const backupTo = path.join(folder, "not-a-folder");
    writeFileSync(backupTo, "");
    await expect(openClinic({ folder, backupTo })).rejects.toThrow(/step was not taken: nothing was changed/);
    expect(await contentOf(file)).toEqual(before);
    // No file may grow to the size of the store: the log of a start fits, a copy does not. In blocks of 512 bytes.
    const most = Math.floor(statSync(file).size / 512) - 20;
    const small = ["sh", "-c", `ulimit -f ${most}; trap "" XFSZ; exec "$@"`, "sh"];
    await expect(startServer({ folder }, small)).rejects.toThrow(/step was not taken: nothing was changed/);
    expect(await contentOf(file)).toEqual(before);
    expect(readdirSync(path.join(folder, "backups"))).toEqual([]);
    const masterKey = "ab".repeat(32);
    await expect(openClinic({ folder, masterKey })).rejects.toThrow(/the key of another store/);
    expect(await contentOf(file)).toEqual(before);
  });
});
