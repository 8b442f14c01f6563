/**
 * Two hundred people whose phones send at the same moment, to one server on SQLite in a process of its own: how long each
 * waits until what it sent is durable, and that nothing is lost.
 *
 *   npm run bench -- clinic-sync            200 phones
 *   npm run bench -- clinic-sync 50 30      50 phones, 30 messages each
 *
 * Two loads. *At once*: every phone sends its next message as soon as the last is answered, so 200 wait at any moment.
 * *In step with a session*: every phone sends what it wrote in the last three seconds.
 *
 * Bar: 99 of 100 answered within 250 ms, none lost.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openClinic } from "../apps/server/src/index.ts";
import { startServer } from "../apps/server/src/testing/child-server.ts";
import { phoneOf, strokeBody, type TestPhone } from "../apps/server/src/testing/phone.ts";
import { makeWorld } from "../apps/server/src/testing/world.ts";

const [people = 200, messages = 20] = process.argv.slice(2).map(Number);
const [bar, pace] = [250, 3000];

const session = "0194aaaa-0000-7000-8000-000000000001";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function sendOne(phone: TestPhone, origin: string, stroke: number): Promise<number> {
  for (let n = 0; n < 3; n++) phone.write("session/stroke", strokeBody(session, 3 * stroke + n + 1));
  const [took = Number.NaN] = await phone.settle(origin);
  return took;
}

/** s of processor that a process has used; unknown where the system has no /proc. */
function processorOf(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // utime and stime, in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function tell(what: string, took: readonly number[], seconds: number): void {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(0);
  const rate = (took.length / seconds).toFixed(0);
  console.log(
    `${what}: ${took.length} messages, ${rate} a second; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (bar ${bar} ms), longest ${at(1)} ms`,
  );
}

async function load(
  what: string,
  one: (phone: TestPhone, n: number) => Promise<number[]>,
  phones: readonly TestPhone[],
) {
  const pid = server.process.pid ?? 0;
  const [before, used] = [performance.now(), processorOf(pid)];
  const took = (await Promise.all(phones.map(one))).flat();
  tell(what, took, (performance.now() - before) / 1000);
  const each = (1000 * (processorOf(pid) - used)) / took.length;
  console.log(`  the server's processor: ${each.toFixed(2)} ms a message of three operations`);
}

const folder = mkdtempSync(path.join(tmpdir(), "openlymph-bench-clinic-"));
const clinic = await openClinic({ folder });
const world = await makeWorld(clinic, people);
await clinic.close();
const phones = world.joinings.map(phoneOf);
let server = await startServer({ folder });
try {
  const { origin } = server;
  await load("warming up", async (phone) => [await sendOne(phone, origin, 0)], phones);
  const atOnce = async (phone: TestPhone) => {
    const took: number[] = [];
    for (let n = 1; n <= messages; n++) took.push(await sendOne(phone, origin, n));
    return took;
  };
  await load(`${people} at once`, atOnce, phones);
  const inStep = async (phone: TestPhone, place: number) => {
    const took: number[] = [];
    await wait((pace * place) / people);
    for (let n = 1; n <= 5; n++) {
      const sent = performance.now();
      took.push(await sendOne(phone, origin, messages + n));
      await wait(Math.max(0, pace - (performance.now() - sent)));
    }
    return took;
  };
  await load(`${people} in step with a session`, inStep, phones);
  await server.kill();
  server = await startServer({ folder });
  await server.end();
} finally {
  await server.kill();
}
const again = await openClinic({ folder });
const { count } = await again.store.db
  .selectFrom("operation")
  .select((row) => row.fn.count<number>("id").distinct().as("count"))
  .where("kind", "=", "session/stroke")
  .executeTakeFirstOrThrow();
await again.close();
const acknowledged = phones.reduce((sum, { acknowledged: ids }) => sum + ids.size, 0);
console.log(
  `acknowledged ${acknowledged}, in the store after a kill ${Number(count)}, lost ${acknowledged - Number(count)}`,
);
rmSync(folder, { recursive: true });
process.exitCode = acknowledged === Number(count) ? 0 : 1;
