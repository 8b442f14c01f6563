/**
 * A clinic of made-up people to try everything on, and two sign-ins for it. It lives in a folder of its own; people who
 * exist do not belong there, and every screen says so.
 */
import { raise, randomStream } from "@openlymph/base";
import { type Author, largestBatch, pushFormat } from "@openlymph/record";
import { v4 as uuidv4 } from "uuid";
import { giveAppFactor } from "../accounts/app-code.ts";
import { hasAccounts } from "../accounts/me.ts";
import { hashPassword } from "../accounts/password.ts";
import type { Clinic } from "../clinic.ts";
import { appendOperation } from "../people/operations.ts";
import { findPerson, newPerson } from "../people/person.ts";
import { newToken } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import { joinDevice, makeJoinToken } from "../sync/join.ts";
import { takePush } from "../sync/push.ts";
import { homeWeeks } from "./home-weeks.ts";
import { historyText, type MadeUp, madeUp, planOf, screeningText } from "./made-up.ts";

export interface DemoSignIn {
  readonly role: "owner" | "therapist";
  readonly email: string;
  readonly password: string;
  /** Each counts once, in the place of a code of an app. */
  readonly codes: readonly string[];
}

const roles = ["owner", "therapist"] as const;
const names = { owner: "Olive Owner", therapist: "Theo Therapist" } as const;
const day = 86_400_000;
const emailOf = (role: string): string => `${role}@demo.example`;

/** New passwords and codes for the two accounts, made where they do not exist yet. */
async function signIns(trx: Work, clinic: Clinic, home: string, now: number): Promise<readonly DemoSignIn[]> {
  const made: DemoSignIn[] = [];
  for (const role of roles) {
    const password = newToken().slice(0, 16);
    const row = { email: emailOf(role), name: names[role], password: await hashPassword(password), created: now };
    const known = await trx.selectFrom("account").select("id").where("email", "=", row.email).executeTakeFirst();
    const account = known?.id ?? uuidv4();
    if (known === undefined) {
      await trx
        .insertInto("account")
        .values({ id: account, ...row })
        .execute();
      await trx.insertInto("member").values({ clinic: home, account, role, created: now }).execute();
    } else {
      const change = { password: row.password, failures: 0, blocked_until: 0 };
      await trx.updateTable("account").set(change).where("id", "=", account).execute();
    }
    const codes = await giveAppFactor(trx, clinic.store.key, account);
    made.push({ role, email: row.email, password, codes });
  }
  return made;
}

/** The clinic of the demo; made where there is none. */
async function demoClinic(trx: Work, now: number): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const demo = await trx.selectFrom("meta").select("value").where("key", "=", "demo").executeTakeFirst();
  if (demo !== undefined) return { id: demo.value, isNew: false };
  if (await hasAccounts(trx)) {
    raise("access/conflict", {
      path: "--demo",
      hint: "This folder holds a clinic that is not a demo. Name another one: OPENLYMPH_DATA=folder.",
    });
  }
  const id = uuidv4();
  const row = { id, name: "Riverside (made up)", contact: "Call 01 234 56 78, Monday to Friday 8 to 17", created: now };
  await trx.insertInto("clinic").values(row).execute();
  await trx.insertInto("meta").values({ key: "demo", value: id }).execute();
  return { id, isNew: true };
}

interface Filling {
  readonly trx: Work;
  readonly clinic: Clinic;
  readonly home: string;
  readonly by: Author;
  readonly now: number;
}

async function addPerson({ trx, clinic, home, by, now }: Filling, given: MadeUp, n: number): Promise<void> {
  const { key } = clinic.store;
  const begun = now - ((given.home?.daysAgo ?? 2) + 8) * day;
  const id = await newPerson(trx, key, home, by.account, begun);
  const person = await findPerson(trx, home, id);
  const { name, born, limbs, stage, diagnosis, doctor } = given;
  const about = { name, born, limbs, diagnosis, synthetic: true, ...(stage && { stage }), ...(doctor && { doctor }) };
  await appendOperation(trx, key, person, { kind: "person/described", body: { by, ...about }, now: begun });
  const history = historyText(given, now);
  if (history !== undefined) {
    await appendOperation(trx, key, person, { kind: "history/kept", body: { by, text: history }, now: begun + day });
  }
  for (let visit = 0; visit < (given.tape?.visits ?? 0); visit++) {
    await measure({ trx, clinic, home, by, now }, id, given, visit);
  }
  const asked = given.plan ?? given.draft;
  if (asked === undefined) return;
  const plan = planOf(asked);
  const screened = { by, text: screeningText(), action: "INFO", reasons: [], rulesVersion: 1 };
  await appendOperation(trx, key, person, { kind: "screening/kept", body: screened, now: begun + day });
  await appendOperation(trx, key, person, { kind: "plan/drafted", body: { by, ...plan }, now: begun + 2 * day });
  if (given.plan !== undefined) {
    await appendOperation(trx, key, person, { kind: "plan/released", body: { by, ...plan }, now: begun + 2 * day });
  }
  const random = randomStream(2026, n);
  const weeks = homeWeeks(given, plan, { now, random });
  if (given.home === undefined) return;
  const token = await makeJoinToken(trx, person, by, begun + 3 * day);
  const { device: phone, person: record } = { device: weeks.device, person: weeks.person };
  const joined = await joinDevice(
    trx,
    key,
    { token, device: phone, person: record, name: "Made-up phone" },
    begun + 3 * day,
  );
  // Each day's entries arrive with its last, as they do from a phone that has a network.
  for (const ofDay of Object.values(Object.groupBy(weeks.operations, ({ at }) => at.slice(0, 10)))) {
    for (let from = 0; from < (ofDay?.length ?? 0); from += largestBatch) {
      const operations = ofDay?.slice(from, from + largestBatch) ?? [];
      const heard = Date.parse(operations.at(-1)?.at ?? "") || now;
      const push = { format: pushFormat, device: phone, operations } as const;
      await takePush(trx, key, { device: joined.device, person, push }, heard);
    }
  }
}

async function measure({ trx, clinic, home, by, now }: Filling, id: string, { tape, limbs }: MadeUp, visit: number) {
  if (tape === undefined) return;
  const taken = now - (tape.visits - 1 - visit) * 28 * day - day;
  const share = 1 + (tape.excess + tape.trend * visit) / 2;
  const wave = (n: number): number => 0.1 * Math.sin(7 * n + 3 * visit);
  const healthy = tape.healthy.map((cm, n) => round(cm + wave(n)));
  const swollen = tape.healthy.map((cm, n) => round(cm * share + wave(n + 2)));
  const [left, right] = limbs[0]?.endsWith("left") ? [swollen, healthy] : [healthy, swollen];
  const body = {
    limb: "arm" as const,
    protocol: tape.protocol,
    left,
    right,
    by,
    on: new Date(taken).toISOString().slice(0, 10),
  };
  const person = await findPerson(trx, home, id);
  await appendOperation(trx, clinic.store.key, person, { kind: "measurement/taken", body, now: taken });
}

/** cm to m, in whole millimetres. */
const round = (cm: number): number => Math.round(cm * 10) / 1000;

/** Fills an empty store, or gives new passwords for a demo that is there. @throws FailureError for a clinic that is none. */
export async function fillDemo(clinic: Clinic): Promise<readonly DemoSignIn[]> {
  const now = clinic.now();
  return clinic.store.within({ for: "server" }, async (trx) => {
    const { id: home, isNew } = await demoClinic(trx, now);
    const made = await signIns(trx, clinic, home, now);
    if (!isNew) return made;
    const therapist = await trx
      .selectFrom("account")
      .selectAll()
      .where("email", "=", emailOf("therapist"))
      .executeTakeFirstOrThrow();
    const by: Author = { account: therapist.id, name: therapist.name, role: "therapist" };
    for (const [n, person] of madeUp.entries()) await addPerson({ trx, clinic, home, by, now }, person, n);
    return made;
  });
}
