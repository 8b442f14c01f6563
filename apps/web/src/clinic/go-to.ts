import { useSyncExternalStore } from "react";

export const personTabs = [
  "overview",
  "history",
  "screening",
  "plan",
  "measurements",
  "sessions",
  "letters",
  "record",
] as const;
export type PersonTab = (typeof personTabs)[number];

/** What the part of the address behind `#` names. Tokens stand there because no server sees that part. */
export type Place =
  | { readonly room: "today" | "people" | "new-person" | "clinic" | "account" }
  | { readonly room: "person"; readonly person: string; readonly tab: PersonTab }
  | { readonly room: "setup" | "invite"; readonly token: string };

export function placeOf(hash: string): Place {
  const [name = "", ...rest] = hash.replace(/^#/, "").split("/");
  const token = /^(setup|invite)=(.+)$/.exec(name);
  if (token?.[1] !== undefined && token[2] !== undefined) {
    return { room: token[1] as "setup" | "invite", token: decodeURIComponent(token[2]) };
  }
  if (name === "person" && rest[0] !== undefined) {
    const tab = personTabs.find((each) => each === rest[1]) ?? "overview";
    return { room: "person", person: rest[0], tab };
  }
  if (name === "people") return { room: rest[0] === "new" ? "new-person" : "people" };
  return { room: name === "clinic" || name === "account" ? name : "today" };
}

export const personHash = (person: string, tab: PersonTab = "overview"): string => `#person/${person}/${tab}`;

/** Takes a token out of the address. */
export function leaveToken(): void {
  const { room } = placeOf(location.hash);
  if (room === "setup" || room === "invite") history.replaceState(null, "", location.pathname);
}

export function goTo(hash: string): void {
  location.hash = hash;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

/** Where the page is, from now on. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => location.hash));
}
