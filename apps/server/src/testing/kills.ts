/**
 * A server killed at random moments while phones push: what it has said to have must be there, once. Every fifth kill comes
 * at any moment of the start, the others while phones send.
 */
import { randomStream } from "@openlymph/base";
import { openClinic } from "../clinic.ts";
import { examine } from "../store/doctor.ts";
import { type ServedPlace, spawnServer, startServer } from "./child-server.ts";
import { phoneOf, strokeBody, type TestPhone } from "./phone.ts";
import { makeWorld } from "./world.ts";

export interface Kills {
  readonly kills: number;
  readonly phones: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  /** Of all kills, those that came while the server started. */
  readonly whileStarting: number;
  /** Operations that the server had said to have when it was last killed. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** All that was written, and what of it is not there once when all is well again. */
  readonly written: number;
  readonly missing: number;
  /** What `doctor` found wrong in the end. */
  readonly wrong: readonly string[];
}

const session = "0194aaaa-0000-7000-8000-000000000001";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function pushWhile(phone: TestPhone, origin: string, goesOn: () => boolean, random: () => number): Promise<void> {
  while (goesOn()) {
    const many = 1 + Math.floor(4 * random());
    for (let n = 0; n < many; n++) phone.write("session/stroke", strokeBody(session, n + 1));
    const push = phone.next();
    if (push === undefined) continue;
    try {
      const { reply } = await phone.send(origin, push);
      if (reply !== undefined) phone.take(reply);
    } catch {
      // The answer did not come: the phone knows nothing, and sends again.
      await wait(5);
    }
  }
}

const acknowledgedBy = (phones: readonly TestPhone[]): number =>
  phones.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);

async function timesOf(place: ServedPlace): Promise<ReadonlyMap<string, number>> {
  const clinic = await openClinic(place);
  const rows = await clinic.store.within({ for: "server" }, (trx) =>
    trx
      .selectFrom("operation")
      .select(["id", (row) => row.fn.countAll<number>().as("times")])
      .groupBy("id")
      .execute(),
  );
  await clinic.close();
  return new Map(rows.map(({ id, times }) => [id, Number(times)]));
}

export async function killUnderLoad(
  place: ServedPlace,
  { kills, phones: count, seed, say }: Kills,
): Promise<KillReport> {
  const random = randomStream(seed);
  const clinic = await openClinic(place);
  const { joinings } = await makeWorld(clinic, count);
  await clinic.close();
  const phones = joinings.map(phoneOf);
  let whileStarting = 0;
  for (let n = 1; n <= kills; n++) {
    if (n % 20 === 0) say?.(`kill ${n}, ${acknowledgedBy(phones)} acknowledged`);
    if (n % 5 === 0) {
      const starting = spawnServer(place);
      starting.origin.catch(() => undefined);
      await wait(1500 * random());
      await starting.kill();
      whileStarting += 1;
      continue;
    }
    const server = await startServer(place);
    let on = true;
    const loads = phones.map((phone) => pushWhile(phone, server.origin, () => on, random));
    const known = acknowledgedBy(phones);
    const enough = Math.floor(40 * random());
    const latest = performance.now() + 5000;
    while (acknowledgedBy(phones) - known < enough && performance.now() < latest) await wait(2);
    await wait(30 * random());
    await server.kill();
    on = false;
    await Promise.all(loads);
    if (n % 20 === 0)
      say?.(`${n} kills, ${phones.reduce((sum, each) => sum + each.acknowledged.size, 0)} acknowledged`);
  }
  const acknowledged = phones.flatMap((phone) => [...phone.acknowledged]);
  const after = await timesOf(place);
  const server = await startServer(place);
  for (const phone of phones) await phone.settle(server.origin);
  await server.kill();
  const end = await timesOf(place);
  const written = phones.flatMap(({ own }) => own.map(({ operation }) => operation.id));
  const findings = await examine(place);
  return {
    kills,
    whileStarting,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !after.has(id)).length,
    doubled: [...after.values()].filter((times) => times > 1).length,
    written: written.length,
    missing: written.filter((id) => end.get(id) !== 1).length,
    wrong: findings.filter(({ bad, about }) => bad && about !== "disk").map(({ text }) => text),
  };
}
