/** Joins the clinic of a one-time link, and leaves it. */
import { homeAddresses as at, emptyHead, joinReplySchema } from "@openlymph/record";
import type { ClinicLink } from "./database.ts";
import { deviceName } from "./join-link.ts";
import type { Ledger } from "./ledger.ts";
import { localTime } from "./local-time.ts";
import { ask } from "./sync-ask.ts";

/**
 * | failure     | meaning                                                                        |
 * | ----------- | ------------------------------------------------------------------------------ |
 * | no-network  | no answer came                                                                 |
 * | used        | the link was used already, is too old, or never was                            |
 * | conflict    | this phone belongs to another person's record on that server                   |
 * | no-clinic   | this server has no clinic                                                      |
 * | too-often   | tried too often from here                                                      |
 * | server      | the server failed                                                              |
 * | refused     | it does not want this request at all                                           |
 */
export type JoinFailure = "no-network" | "used" | "conflict" | "no-clinic" | "too-often" | "server" | "refused";

export function joinFailureOf(status: number, code: string | undefined): JoinFailure {
  if (status === 0) return "no-network";
  if (status === 404) return code === "not-found" ? "used" : "no-clinic";
  if (status === 405) return "no-clinic";
  if (status === 409) return "conflict";
  if (status === 429) return "too-often";
  return status >= 500 ? "server" : "refused";
}

/** Joins. The person is asked next whether the name is theirs; until then nothing is sent. */
export async function joinClinic(ledger: Ledger, token: string): Promise<JoinFailure | undefined> {
  const { device, person } = ledger.state().self;
  const name = deviceName(navigator.userAgent);
  const { status, body } = await ask("POST", at.join, { token, device, person, name });
  const reply = status === 200 ? joinReplySchema.safeParse(body) : undefined;
  if (reply?.success !== true) {
    return status === 200 ? "server" : joinFailureOf(status, (body as { code?: string } | undefined)?.code);
  }
  const link: ClinicLink = {
    key: "clinic",
    state: "asked",
    clinic: reply.data.clinic,
    person: reply.data.name,
    since: localTime(new Date()),
    cursor: 0,
  };
  await ledger.database.clinic.put(link);
  ledger.took({ link, reach: undefined });
  return undefined;
}

async function change(ledger: Ledger, to: (link: ClinicLink) => ClinicLink): Promise<void> {
  const { clinic } = ledger.database;
  const link = await ledger.database.transaction("rw", clinic, async () => {
    const found = await clinic.get("clinic");
    if (found === undefined) return undefined;
    const next = to(found);
    await clinic.put(next);
    return next;
  });
  ledger.took({ link });
}

/** The person has said that the name is theirs. */
export const confirmName = (ledger: Ledger): Promise<void> => change(ledger, (link) => ({ ...link, state: "joined" }));

/** The person has read what the two sides do not agree on. */
export const seenDisagreement = (ledger: Ledger): Promise<void> =>
  change(ledger, ({ disagreement: _, ...link }) => link);

/** Gives the connection up. @returns false where the server could not be told; nothing has changed then. */
async function tellLeft(): Promise<boolean> {
  const { status } = await ask("POST", at.leave, {});
  return status === 200 || status === 401;
}

/** The name was somebody else's: as if nothing had been. Where something had been before, it is left like any clinic. */
export async function notMe(ledger: Ledger): Promise<boolean> {
  if (!(await tellLeft())) return false;
  if (ledger.state().own.some(({ standing }) => standing.state === "taken")) {
    await change(ledger, (link) => ({ ...link, state: "left" }));
    return true;
  }
  await ledger.database.clinic.delete("clinic");
  ledger.took({ link: undefined });
  return true;
}

/**
 * Leaves. The plan of the clinic stays as this person's own, so that it can go on being played, and another can be chosen.
 *
 * @param plan the clinic's plan that holds now.
 */
export async function leaveClinic(
  ledger: Ledger,
  plan: { readonly plan: string; readonly title: string; readonly text: string } | undefined,
): Promise<boolean> {
  if (!(await tellLeft())) return false;
  await change(ledger, ({ disagreement: _, ...link }) => ({ ...link, state: "left" }));
  if (plan !== undefined) {
    const { plan: hash, title, text } = plan;
    await ledger.write("plan/kept", { plan: hash, title, text, source: "clinic" });
  }
  return true;
}

/**
 * Goes on as a new device, because the chain of the old one is broken (copied, or set back). What was written stays; the
 * clinic has to be joined anew, by a new link.
 */
export async function beginAnew(ledger: Ledger, device: string): Promise<void> {
  const { database } = ledger;
  const { self, clinic } = database;
  const changed = await database.transaction("rw", self, clinic, async () => {
    const [own, link] = [await self.get("self"), await clinic.get("clinic")];
    if (own === undefined || link === undefined) return undefined;
    const { disagreement: _, ...rest } = link;
    const next = {
      self: { ...own, device, head: emptyHead },
      link: { ...rest, state: "signed-off" as const, cursor: 0 },
    };
    await self.put(next.self);
    await clinic.put(next.link);
    return next;
  });
  if (changed !== undefined) ledger.took(changed);
}
