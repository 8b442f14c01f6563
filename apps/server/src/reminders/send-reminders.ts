/** Sends what is due. Once a minute is enough: a reminder rings in the minute that was asked for. */
import webPush from "web-push";
import type { Clinic } from "../clinic.ts";
import { type PushKey, pushKey } from "./push-key.ts";
import { isOfService } from "./push-services.ts";
import { type DueReminder, forgetReminder, takeDue } from "./reminder.ts";

/** A service that has not answered by then is left alone until the next day, ms. */
const patience = 10_000;
/** How long a service keeps a message for a phone that is off, s. Later it would ring at a wrong time. */
const keptFor = 3600;
/** Messages under way at once. */
const atOnce = 16;

export interface SentReminders {
  readonly sent: number;
  /** Given up, because the phone's browser no longer wants them. */
  readonly gone: number;
  /** What a service answered instead, or that it did not: for the log; names nobody. */
  readonly failed: readonly string[];
}

/** What names this server to a push service (RFC 8292); in tests, which have no address, a name that leads nowhere. */
const subjectOf = ({ origin }: Pick<Clinic, "origin">): string =>
  origin?.startsWith("https:") ? origin : "https://openlymph.invalid";

type Outcome = { readonly device: string; readonly came: "sent" | "gone" | "failed"; readonly why?: string };

async function send(
  { device, endpoint, keys, title, text }: DueReminder,
  server: { readonly subject: string; readonly key: PushKey },
): Promise<Outcome> {
  const { origin } = new URL(endpoint);
  try {
    const details = webPush.generateRequestDetails({ endpoint, keys }, JSON.stringify({ title, text }), {
      vapidDetails: { subject: server.subject, ...server.key },
      TTL: keptFor,
      topic: "reminder",
    });
    const { "Content-Length": _, ...headers } = details.headers;
    const { ok, status } = await fetch(endpoint, {
      method: "POST",
      headers,
      body: Uint8Array.from(details.body ?? []),
      // An address elsewhere is not followed: only known services are asked.
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    if (ok) return { device, came: "sent" };
    if (status === 404 || status === 410) return { device, came: "gone" };
    return { device, came: "failed", why: `${origin} answered ${status}` };
  } catch (error) {
    return { device, came: "failed", why: `${origin}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

export async function sendReminders(clinic: Clinic): Promise<SentReminders> {
  const { store, now, pushServices } = clinic;
  if (pushServices.length === 0) return { sent: 0, gone: 0, failed: [] };
  const { due, key } = await store.within({ for: "server" }, async (trx) => {
    const found = await takeDue(trx, store.key, now());
    // A service that was taken off the list since is not asked.
    return {
      due: found.filter(({ endpoint }) => isOfService(pushServices, endpoint)),
      key: await pushKey(trx, store.key),
    };
  });
  const outcomes: Outcome[] = [];
  for (let from = 0; from < due.length; from += atOnce) {
    const server = { subject: subjectOf(clinic), key };
    outcomes.push(...(await Promise.all(due.slice(from, from + atOnce).map((each) => send(each, server)))));
  }
  const gone = outcomes.filter(({ came }) => came === "gone");
  if (gone.length > 0) {
    await store.within({ for: "server" }, async (trx) => {
      for (const { device } of gone) await forgetReminder(trx, device);
    });
  }
  return {
    sent: outcomes.filter(({ came }) => came === "sent").length,
    gone: gone.length,
    failed: outcomes.flatMap(({ why }) => (why === undefined ? [] : [why])),
  };
}
