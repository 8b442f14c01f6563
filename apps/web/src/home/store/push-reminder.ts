/**
 * Being reminded by push. The browser subscribes at its maker's service with the key of the clinic's server, and the server
 * is told where to send to. Of what is sent the service sees nothing but that it came.
 */
import { homeAddresses as at, type PushReminder, type ReminderOffer, reminderOfferSchema } from "@openlymph/record";
import { ask } from "./sync-ask.ts";

/**
 * | failure    | meaning                                                                   |
 * | ---------- | ------------------------------------------------------------------------- |
 * | no-network | the clinic's server did not answer                                        |
 * | blocked    | the person, or the phone's settings, do not allow notices                 |
 * | no-service | the browser got no address from its maker's service                       |
 * | refused    | the clinic's server does not take this address                            |
 */
export type RingFailure = "no-network" | "blocked" | "no-service" | "refused";

/** Whether this browser can be rung at all. On an iPhone only once the app stands on the home screen. */
export const canRing = (): boolean =>
  isSecureContext && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

/** @returns undefined where the server did not answer, or is an older one. */
export async function askOffer(): Promise<ReminderOffer | undefined> {
  const { status, body } = await ask("GET", at.reminder);
  const read = status === 200 ? reminderOfferSchema.safeParse(body) : undefined;
  return read?.success === true ? read.data : undefined;
}

/** A subscription for this key. One for another key (another server, a new store) does not hold and is given up. */
async function subscribe(key: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const wanted = { userVisibleOnly: true, applicationServerKey: key };
  return pushManager.subscribe(wanted).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(wanted);
  });
}

/** Only from a press: browsers ask the person then. */
export async function ringAt(
  reminder: Pick<PushReminder, "time" | "title" | "text">,
  key: string,
): Promise<RingFailure | undefined> {
  if ((await Notification.requestPermission()) !== "granted") return "blocked";
  let subscription: PushSubscriptionJSON;
  try {
    subscription = (await subscribe(key)).toJSON();
  } catch {
    return "no-service";
  }
  const { endpoint, keys } = subscription;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { status } = await ask("POST", at.reminder, { ...reminder, zone, endpoint, keys });
  if (status === 200) return undefined;
  return status === 0 ? "no-network" : "refused";
}

/** @returns false where the server could not be told: it goes on ringing then. */
export async function ringNoMore(): Promise<boolean> {
  const { status } = await ask("DELETE", at.reminder);
  if (status !== 200) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  return true;
}
