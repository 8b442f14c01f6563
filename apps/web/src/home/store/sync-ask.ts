import type { Ask } from "./sync-round.ts";

/** An answer that has not come by then is counted as none, ms. */
const patience = 30_000;

/** Asks this server. The phone's cookie goes along by itself; no script can read it. */
export const ask: Ask = async (method, address, body) => {
  try {
    const response = await fetch(address, {
      method,
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  } catch {
    return { status: 0, body: undefined };
  }
};
