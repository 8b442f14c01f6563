/**
 * Lets the browser keep the app, once the page has done its first work; where it may not, the app works all the same.
 *
 * @param after ms until then: what is kept is fetched once more, and the first picture and numbers come first.
 */
export function keepOffline(after = 5000): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const begin = (): void => {
    navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  };
  setTimeout(begin, after);
}
