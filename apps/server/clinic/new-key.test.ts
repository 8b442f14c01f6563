/** A new master key: everything is sealed with it, and wherever it is cut off, the store opens with the key that lies there. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { describe, expect, test } from "vitest";
import { beginAppFactor, confirmAppFactor } from "../src/accounts/app-code.ts";
import { openClinic } from "../src/index.ts";
import { erasePerson } from "../src/people/erase.ts";
import { findPerson } from "../src/people/person.ts";
import { pushKey } from "../src/reminders/push-key.ts";
import { makeBackup } from "../src/store/backup.ts";
import { runCommand } from "../src/store/command.ts";
import { examine } from "../src/store/doctor.ts";
import { keySteps, makeNewKey } from "../src/store/new-key.ts";
import { restoreBackup } from "../src/store/restore.ts";
import { phoneOf } from "../src/testing/phone.ts";
import { makeWorld } from "../src/testing/world.ts";
import { browserOf, codeOf, newPlace, openServer, type Place, password, setUp, storeKinds } from "./open-server.ts";

const timeout = 300_000;
const keyIn = (file: string): string => readFileSync(file, "utf8").trim();
const keysIn = ({ folder }: Place): readonly string[] => readdirSync(folder).filter((name) => name.includes("key"));
const wrongIn = async (place: Place): Promise<readonly string[]> =>
  (await examine(place)).filter(({ bad, about }) => bad && about !== "disk").map(({ text }) => text);

/** A store with something of everything that the master key seals. */
async function filled(kind: (typeof storeKinds)[number]) {
  const place = await newPlace(kind);
  const server = await openServer(place);
  const owner = await setUp(server);
  const { store } = server.clinic;
  const { clinic, joinings } = await makeWorld(server.clinic, 4);
  const phones = joinings.map(phoneOf);
  for (const phone of phones) {
    phone.writeSession(5);
    await phone.settle(server.origin);
  }
  const [gone] = phones;
  const pending = await store.within({ for: "server" }, async (trx) => {
    await erasePerson(trx, await findPerson(trx, clinic, gone?.joining.known ?? ""), 1);
    const account = await trx
      .selectFrom("account")
      .selectAll()
      .where("email", "=", owner.email)
      .executeTakeFirstOrThrow();
    return beginAppFactor(trx, store.key, account);
  });
  const push = await store.within({ for: "server" }, (trx) => pushKey(trx, store.key));
  await server.close();
  const file = path.join(place.folder, "master.key");
  return { place, owner, phones: phones.slice(1), pending, push, file, key: keyIn(file) };
}

/** Everything that was sealed can be opened, and people, phones and the app go on. */
async function expectWhole({ place, owner, phones, pending, push }: Awaited<ReturnType<typeof filled>>) {
  expect(await wrongIn(place)).toEqual([]);
  const server = await openServer(place);
  const { store } = server.clinic;
  for (const phone of phones) {
    phone.writeSession(2);
    await phone.settle(server.origin);
    expect(phone.acknowledged.size).toBe(phone.own.length);
  }
  server.clock.pass(60_000);
  const browser = browserOf(server);
  await browser.post(at.signIn, { email: owner.email, password });
  const signedIn = await browser.post(at.signInCode, { code: codeOf(owner.secret, server.clock()) });
  expect(signedIn.body).toMatchObject({ state: "signed-in" });
  await store.within({ for: "server" }, async (trx) => {
    expect(await pushKey(trx, store.key)).toEqual(push);
    const account = await trx
      .selectFrom("account")
      .selectAll()
      .where("email", "=", owner.email)
      .executeTakeFirstOrThrow();
    const code = codeOf(pending.secret, server.clock());
    expect(await confirmAppFactor(trx, store.key, account, code, server.clock())).toBe(true);
  });
  await server.close();
}

describe.each(storeKinds)("on %s", (kind) => {
  test("everything is sealed anew, the key of before is kept and opens backups from before", { timeout }, async () => {
    const given = await filled(kind);
    const { place, file, key } = given;
    const to = mkdtempSync(path.join(tmpdir(), "openlymph-key-"));
    const { file: backup } = await makeBackup({ ...place, to });
    const said: string[] = [];
    expect(await runCommand(["new-key"], place, (line) => said.push(line))).toBe(0);
    expect(said.join("\n")).toContain("The keys of 3 people");
    const [, kept = ""] = /restore FILE --key (\S+)\)/.exec(said.join("\n")) ?? [];
    expect(keyIn(kept)).toBe(key);
    expect(keyIn(file)).not.toBe(key);
    if (process.platform !== "win32")
      expect([file, kept].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(keysIn(place)).toHaveLength(2);
    await expect(openClinic({ ...place, masterKey: key })).rejects.toThrow(/the key of another store/);
    await expectWhole(given);
    const clinic = await openClinic(place);
    const trail = await clinic.store.within({ for: "server" }, (trx) =>
      trx.selectFrom("audit").select("clinic").where("action", "=", "key.renewed").execute(),
    );
    expect(trail).toHaveLength(2);
    await clinic.close();
    // A backup from before, put back in the place of the store, brings its key with it.
    const fresh = keyIn(file);
    await expect(restoreBackup({ ...place, from: backup, replace: true })).rejects.toThrow(/the key of another store/);
    await restoreBackup({ ...place, from: backup, keyFrom: kept, replace: true });
    expect(keyIn(file)).toBe(key);
    expect(keysIn(place).map((name) => keyIn(path.join(place.folder, name)))).toContain(fresh);
    expect(await wrongIn(place)).toEqual([]);
    await (await openClinic(place)).close();
  });

  test.for(keySteps)(
    "killed when it has come to “%s”, the store opens with the key that lies there",
    { timeout },
    async (step) => {
      const given = await filled(kind);
      const { place, file, key } = given;
      const program = `import { makeNewKey } from ${JSON.stringify(path.join(import.meta.dirname, "../src/store/new-key.ts"))};
      await makeNewKey({ ...${JSON.stringify(place)}, onStep: (s) => s === ${JSON.stringify(step)} && process.kill(process.pid, "SIGKILL") });`;
      const { signal, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
        encoding: "utf8",
      });
      expect([signal, stderr]).toEqual(["SIGKILL", expect.anything()]);
      expect(await wrongIn(place)).toEqual([]);
      await expectWhole(given);
      const isAnew = step === "committed" || step === "kept";
      expect(keyIn(file) === key).toBe(!isAnew);
      // And it can be done again.
      const before = keyIn(file);
      const { kept = "" } = await makeNewKey(place);
      expect(keyIn(kept)).toBe(before);
      expect(keyIn(file)).not.toBe(before);
      expect(await wrongIn(place)).toEqual([]);
    },
  );

  test("is refused while a server runs, and where the key or the store is not there", async () => {
    const { place, file, key } = await filled(kind);
    const running = await openClinic(place);
    await expect(makeNewKey(place)).rejects.toThrow(/another program works with this data/);
    await running.close();
    expect([keyIn(file), keysIn(place)]).toEqual([key, ["master.key"]]);
    await expect(makeNewKey({ ...place, masterKey: "ab".repeat(32) })).rejects.toThrow(/the key of another store/);
    rmSync(file);
    await expect(makeNewKey(place)).rejects.toThrow(/Put the file back/);
    await expect(makeNewKey(await newPlace(kind))).rejects.toThrow(/There is no such file|Start the server once/);
  });

  test("a key that was handed in is followed by one in a file, which opens the store until it is handed in too", async () => {
    const given = await filled(kind);
    const { place, file, key } = given;
    rmSync(file);
    const handedIn = { ...place, masterKey: key };
    const { file: fresh, kept } = await makeNewKey(handedIn);
    expect([kept, keysIn(place)]).toEqual([undefined, [path.basename(fresh)]]);
    const clinic = await openClinic(handedIn);
    expect(Buffer.from(clinic.store.key.bytes).toString("hex")).toBe(keyIn(fresh));
    await clinic.close();
    await expect(makeNewKey(handedIn)).rejects.toThrow(/Take it into OPENLYMPH_KEY first/);
    const masterKey = keyIn(fresh);
    rmSync(fresh);
    await expect(openClinic(handedIn)).rejects.toThrow(/the key of another store/);
    await (await openClinic({ ...place, masterKey })).close();
  });
});
