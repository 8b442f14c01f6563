/** Passkeys (WebAuthn), by @simplewebauthn/server. A challenge counts once, for five minutes. */
import { raise } from "@openlymph/base";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

/** How a key is reached, as the browser says: a hint for its own dialogue, checked by nobody else. */
const transportsSchema = z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(10);

const challengeTime = 5 * 60_000;

/** Where the page stands, as the request came in: `https://clinic.example`. */
export interface Site {
  readonly origin: string;
}
const relyingParty = ({ origin }: Site): string => new URL(origin).hostname;

async function keepChallenge(
  trx: Work,
  challenge: string,
  purpose: "register" | "sign-in",
  now: number,
  account?: string,
) {
  await trx.deleteFrom("challenge").where("until", "<", now).execute();
  const row = { challenge, purpose, until: now + challengeTime, account: account ?? null };
  await trx.insertInto("challenge").values(row).execute();
}

/** Takes the challenge that a response answers out of the store. */
async function takeChallenge(
  trx: Work,
  purpose: "register" | "sign-in",
  clientData: string,
  now: number,
  account?: string,
): Promise<string> {
  let challenge = "";
  try {
    const told: unknown = JSON.parse(Buffer.from(clientData, "base64url").toString());
    ({ challenge } = z.object({ challenge: z.string().regex(/^[\w-]+$/) }).parse(told));
  } catch {
    raise("field/invalid", {
      path: "response.clientDataJSON",
      expected: "what the browser's passkey dialogue answers",
    });
  }
  const taken = await trx
    .deleteFrom("challenge")
    .where("challenge", "=", challenge)
    .where("purpose", "=", purpose)
    .where("until", ">", now)
    .where("account", account === undefined ? "is" : "=", account ?? null)
    .executeTakeFirst();
  if (taken.numDeletedRows !== 1n)
    raise("access/conflict", { path: "response", hint: "It took too long. Begin again." });
  return challenge;
}

export async function beginRegistration(trx: Work, { id, email, name }: Row<"account">, site: Site, now: number) {
  const known = await trx.selectFrom("passkey").select(["id"]).where("account", "=", id).execute();
  const options = await generateRegistrationOptions({
    rpName: "OpenLymph",
    rpID: relyingParty(site),
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(id)),
    attestationType: "none",
    excludeCredentials: known.map((each) => ({ id: each.id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(trx, options.challenge, "register", now, id);
  return options;
}

export async function endRegistration(
  trx: Work,
  { id: account }: Row<"account">,
  { name, response, site }: { name: string; response: RegistrationResponseJSON; site: Site },
  now: number,
): Promise<void> {
  const expectedChallenge = await takeChallenge(
    trx,
    "register",
    response?.response?.clientDataJSON ?? "",
    now,
    account,
  );
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: relyingParty(site),
    requireUserVerification: true,
  }).catch(() => raise("field/invalid", { path: "response", expected: "a passkey of this site" }));
  if (registrationInfo === undefined)
    return raise("field/invalid", { path: "response", expected: "a passkey of this site" });
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  const ways = transportsSchema.catch([]).parse(transports).join(",");
  const row = { id, account, public_key: publicKey, counter, transports: ways, name, created: now };
  await trx.insertInto("passkey").values(row).execute();
}

export async function beginPasskeySignIn(trx: Work, site: Site, now: number) {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(site), userVerification: "required" });
  await keepChallenge(trx, options.challenge, "sign-in", now);
  return options;
}

/** @returns the account whose passkey signed; `undefined` for a passkey that is not known or did not sign this. */
export async function endPasskeySignIn(
  trx: Work,
  { response, site }: { response: AuthenticationResponseJSON; site: Site },
  now: number,
): Promise<string | undefined> {
  const expectedChallenge = await takeChallenge(trx, "sign-in", response?.response?.clientDataJSON ?? "", now);
  const named: unknown = response.id;
  const id = typeof named === "string" ? named : "";
  const passkey = await trx.selectFrom("passkey").selectAll().where("id", "=", id).executeTakeFirst();
  if (passkey === undefined) return undefined;
  const credential = {
    id: passkey.id,
    publicKey: new Uint8Array(passkey.public_key),
    counter: passkey.counter,
  };
  const verdict = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: relyingParty(site),
    credential,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (verdict?.verified !== true) return undefined;
  const change = { counter: verdict.authenticationInfo.newCounter, used: now };
  await trx.updateTable("passkey").set(change).where("id", "=", passkey.id).execute();
  return passkey.account;
}
