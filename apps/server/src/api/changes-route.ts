/**
 * What has arrived, told to an open page as it happens (server-sent events): the person's id and nothing else, of people whose
 * record the account may read. Asked without `accept: text/event-stream`, it answers at once and empty.
 */
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { limitsOf } from "../accounts/sessions.ts";
import type { Clinic } from "../clinic.ts";
import { isOnTeam } from "../people/person.ts";
import { accountIn, type Route, route } from "./route.ts";

/** A sign of life for proxies; the session is looked at again each time. */
const beat = 25_000;

type Account = ReturnType<typeof accountIn>;

/** Whether the session still lives. Looking does not make it live longer. */
async function lives({ store, now }: Clinic, { session }: Account): Promise<boolean> {
  const row = await store.within({ for: "nobody" }, (trx) =>
    trx.selectFrom("session").selectAll().where("id", "=", session.id).executeTakeFirst(),
  );
  return row !== undefined && row.ended === null && now() < limitsOf(row).idleUntil;
}

async function mayHear({ store }: Clinic, { member, account }: Account, person: string): Promise<boolean> {
  if (member.role === "owner") return true;
  return store.within({ for: "clinic", clinic: member.clinic }, (trx) => isOnTeam(trx, person, account.id));
}

const changes = route({
  method: "GET",
  address: at.changes,
  action: "people.list",
  handle: async (ask) => {
    ask.silent();
    const { clinic, reply } = ask;
    const account = accountIn(ask);
    if (ask.accept !== "text/event-stream") return {};
    const { raw } = reply;
    reply.hijack();
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), "content-type": "text/event-stream" });
    raw.write(": open\n\n");
    const end = (): void => {
      stop();
      clearInterval(timer);
      raw.end();
    };
    const stop = clinic.changes.listen((change) => {
      if (change.clinic !== account.member.clinic || change.by === account.account.id) return;
      void mayHear(clinic, account, change.person)
        .then((may) => may && raw.write(`data: ${JSON.stringify({ person: change.person })}\n\n`))
        .catch(end);
    });
    const timer = setInterval(() => {
      void lives(clinic, account)
        .then((alive) => (alive ? void raw.write(": beat\n\n") : end()))
        .catch(end);
    }, beat);
    raw.on("close", end);
    return reply;
  },
});

export const changesRoutes: readonly Route[] = [changes];
