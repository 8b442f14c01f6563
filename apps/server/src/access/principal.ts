/** Who asks: an account by its session, a phone by its token, or nobody. */
import type { Author } from "@openlymph/record";
import { type FoundSession, findSession } from "../accounts/sessions.ts";
import { findPerson, idsOf } from "../people/person.ts";
import { sha256 } from "../store/seal.ts";
import type { Store, Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import type { Role } from "./policy.ts";

export type Principal =
  | { readonly kind: "nobody" }
  | ({ readonly kind: "account" } & FoundSession)
  | { readonly kind: "phone"; readonly device: Row<"device">; readonly person: Row<"person"> };

export const nobody: Principal = { kind: "nobody" };

export function roleOf(principal: Principal): Role {
  if (principal.kind === "nobody") return "nobody";
  if (principal.kind === "phone") return "patient";
  return principal.session.strength === "password" ? "half" : principal.member.role;
}

/** The clinic whose trail tells what the principal did. */
export function clinicOf(principal: Principal): string | undefined {
  if (principal.kind === "nobody") return undefined;
  return principal.kind === "phone" ? principal.person.clinic : principal.member.clinic;
}

export function actorOf(principal: Principal): string {
  if (principal.kind === "nobody") return "nobody";
  return principal.kind === "phone" ? principal.device.id : principal.account.id;
}

export function authorOf({ account, member }: FoundSession): Author {
  return { account: account.id, name: account.name, role: member.role };
}

/** The account of a session's token; the transaction works for its clinic from then on. */
export async function accountOf(store: Store, trx: Work, token: string | undefined, now: number): Promise<Principal> {
  const found = token === undefined ? undefined : await findSession(trx, token, now);
  if (found === undefined) return nobody;
  await store.rescope(trx, { for: "clinic", clinic: found.member.clinic });
  return { kind: "account", ...found };
}

/** The phone of a token; the transaction works for its person from then on. */
export async function phoneOf(store: Store, trx: Work, token: string | undefined): Promise<Principal> {
  if (token === undefined) return nobody;
  const hash = sha256(token);
  await store.rescope(trx, { for: "token", token: hash });
  const device = await trx.selectFrom("device").selectAll().where("token", "=", hash).executeTakeFirst();
  if (device === undefined || device.revoked !== null) return nobody;
  await store.rescope(trx, { for: "clinic", clinic: device.clinic });
  const person = await findPerson(trx, device.clinic, device.person);
  const people = await idsOf(trx, device.clinic, person.id);
  await store.rescope(trx, { for: "person", clinic: device.clinic, people });
  return { kind: "phone", device, person };
}
