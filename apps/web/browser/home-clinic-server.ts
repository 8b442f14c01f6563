import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foldRecord, type Kind, readOperation } from "@openlymph/record";
import { clinicAddresses as at, type PersonReply, personSchema } from "@openlymph/record/clinic";
import type { BrowserContext, Page } from "playwright-core";
/** A whole clinic for Home to join: the server as it runs, with SQLite in a folder of its own. */
import { webRoot } from "../../../scripts/web-build.ts";
import { addPerson, movedClock, type Staff, setUp, type TestServer, to } from "../../server/clinic/open-server.ts";
import { type ClinicOptions, createServer, openClinic } from "../../server/src/index.ts";

export interface HomeServer extends TestServer {
  /** As a machine that loses its power and comes back. */
  readonly kill: () => Promise<void>;
  readonly back: () => Promise<void>;
}

type Options = Pick<ClinicOptions, "pushServices">;

async function listen(folder: string, clock: TestServer["clock"], port: number, options: Options) {
  const clinic = await openClinic({ folder, now: clock, strangersPerMinute: 10_000, ...options });
  const app = createServer({ webRoot, clinic });
  const origin = await app.listen({ host: "127.0.0.1", port });
  const close = async (): Promise<void> => {
    await app.close();
    await clinic.close();
  };
  return { clinic, origin, close };
}

export async function openHomeServer(options: Options = {}): Promise<HomeServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-home-"));
  const clock = movedClock();
  let now = await listen(folder, clock, 0, options);
  const { origin } = now;
  return {
    origin,
    clock,
    place: { folder },
    get clinic() {
      return now.clinic;
    },
    kill: () => now.close(),
    back: async () => {
      now = await listen(folder, clock, Number(new URL(origin).port), options);
    },
    close: async () => {
      await now.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export interface ClinicPerson {
  readonly id: string;
  /** A one-time link for a phone. */
  readonly link: () => Promise<string>;
  readonly write: (kind: Kind, body: object) => Promise<void>;
  /** What the clinic has: its answer, every operation by arrival, and what they come to. */
  readonly seen: () => Promise<{
    readonly reply: PersonReply;
    readonly kinds: readonly string[];
    readonly record: ReturnType<typeof foldRecord>;
  }>;
  /** Ids of everything of this person, single strokes too. */
  readonly everything: () => Promise<readonly string[]>;
  readonly revoke: () => Promise<void>;
}

/** Somebody the clinic treats, with what its people do. */
export async function newPerson({ browser }: Staff, name: string): Promise<ClinicPerson> {
  const person = await addPerson({ browser }, name);
  const read = async (): Promise<PersonReply> =>
    personSchema.parse((await browser.get(to(at.person, { person }))).body);
  return {
    id: person,
    link: async () => (await browser.post(to(at.join, { person }))).body.link,
    write: async (kind, body) => {
      const { status, body: answer } = await browser.post(to(at.operations, { person }), { kind, body });
      if (status !== 200) throw new Error(JSON.stringify(answer));
    },
    seen: async () => {
      const reply = await read();
      const placed = reply.operations.map(({ arrival, operation }) => {
        const checked = readOperation(operation);
        if (!checked.ok) throw new Error(JSON.stringify(checked));
        return { arrival, operation: checked.value };
      });
      return { reply, kinds: placed.map(({ operation }) => operation.kind), record: foldRecord(placed) };
    },
    everything: async () => {
      const { body } = await browser.get(`${to(at.export, { person })}?as=json`);
      return body.operations.map(({ operation }: { operation: { id: string } }) => operation.id);
    },
    revoke: async () => {
      const { devices } = await read();
      for (const { device } of devices) await browser.delete(to(at.device, { person, device }));
    },
  };
}

export { type Staff, setUp };

/** Opens Home of a server; `address` may be a link of the clinic. */
export async function openHomeAt(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  return page;
}

/** Opens a link of the clinic, joins, and says that the name is right. */
export async function joinBy(context: BrowserContext, link: string): Promise<Page> {
  const page = await openHomeAt(context, link);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("button", { name: "Yes, that is me" }).click();
  await page.getByText(/Saved on this phone/).waitFor();
  return page;
}

/** Everything in the phone's store, with where it stands. */
export interface StoredRow {
  readonly id: string;
  readonly device: string;
  readonly sequence: number;
  readonly state: string;
  readonly operation: { readonly kind: string; readonly person: string };
}
export interface PhoneStore {
  readonly rows: readonly StoredRow[];
  readonly self: { readonly device: string; readonly person: string };
  readonly clinic: { readonly state: string; readonly cursor: number } | undefined;
}

export function phoneStore(page: Page): Promise<PhoneStore> {
  return page.evaluate(
    () =>
      new Promise<PhoneStore>((resolve, reject) => {
        const opening = indexedDB.open("openlymph-home");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const work = database.transaction(["operations", "self", "clinic"]);
          const rows = work.objectStore("operations").getAll();
          const self = work.objectStore("self").get("self");
          const clinic = work.objectStore("clinic").get("clinic");
          work.oncomplete = () => {
            database.close();
            resolve({ rows: rows.result, self: self.result, clinic: clinic.result });
          };
        };
      }),
  );
}

/** Ids that this phone wrote itself, in order. */
export async function ownIds(page: Page): Promise<readonly string[]> {
  const { rows, self } = await phoneStore(page);
  return rows.filter(({ device }) => device === self.device).map(({ id }) => id);
}
