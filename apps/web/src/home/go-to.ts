export const screens = [
  "today",
  "check",
  "session",
  "practice",
  "after",
  "unwell",
  "me",
  "plan",
  "measure",
  "card",
  "report",
  "join",
] as const;
export type ScreenName = (typeof screens)[number];

/** The screen that the address names; Today where it names none. */
export function screenNow(): ScreenName {
  const hash = location.hash.slice(1);
  return screens.find((each) => each === hash) ?? "today";
}

export function goTo(screen: ScreenName): void {
  location.hash = screen;
}

let token: string | undefined;

/**
 * Takes the token of a clinic's one-time link (`#join=<token>`) out of the address, before anything else sees it. It is held
 * by this page alone, and written nowhere.
 */
export function takeJoinToken(): void {
  const found = /^#join=([\w-]{20,200})$/.exec(location.hash)?.[1];
  if (found === undefined) return;
  token = found;
  history.replaceState(null, "", "#join");
}

/** The token that this page was opened with; without one the link has to be pasted. */
export const joinToken = (): string | undefined => token;

export function holdJoinToken(held: string | undefined): void {
  token = held;
}
