/**
 * A reminder that a clinic's server sent arrives in the service worker, also while no page is open; it is shown, and leads to
 * Home.
 */
declare const self: ServiceWorkerGlobalScope;

interface Ring {
  readonly title: string;
  readonly text: string;
}

/** What it says. A browser wants something shown for every message, so one that cannot be read has words too. */
function ringOf(data: PushMessageData | null): Ring {
  try {
    const { title, text } = (data?.json() ?? {}) as Partial<Ring>;
    return { title: String(title ?? "OpenLymph"), text: String(text ?? "") };
  } catch {
    return { title: "OpenLymph", text: "" };
  }
}

const show = ({ title, text }: Ring): Promise<void> =>
  self.registration.showNotification(title, { body: text, tag: "reminder", icon: "/icon-192.png" });

/** A page of Home that is open, or a new one. */
async function openHome(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const home = pages.find(({ url }) => /^\/home(?:\/|$)/.test(new URL(url).pathname));
  await (home === undefined ? self.clients.openWindow("/home/") : home.focus());
}

export function listenForRings(): void {
  self.addEventListener("push", (event) => event.waitUntil(show(ringOf(event.data))));
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(openHome());
  });
}
