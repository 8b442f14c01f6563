import { recoverySchema } from "@openlymph/record/clinic";
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { z } from "zod";
import { ask, tell } from "../api.ts";

/** What the server begins with is for the browser alone; the page hands it on unread. */
const optionsSchema = z.looseObject({ challenge: z.string() });

/** A browser makes no passkey for an address that is a number. */
const isNumber = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(":");

/** Whether a passkey can be used at this address, in this browser. */
export const canUsePasskeys = (): boolean => browserSupportsWebAuthn() && !isNumber(location.hostname);

type RegistrationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];
type AuthenticationOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];

/** Adds a passkey to the account that is signed in or half signed in. @returns recovery codes, where it had none left. */
export async function addPasskey(name: string): Promise<readonly string[]> {
  const options = await ask("passkeyRegisterBegin", optionsSchema, { body: {}, quiet: true });
  const response = await startRegistration({ optionsJSON: options as unknown as RegistrationOptions });
  const { recoveryCodes } = await ask("passkeyRegisterEnd", recoverySchema, { body: { name, response }, quiet: true });
  return recoveryCodes;
}

/** What the browser answers when it is asked for a passkey of this site. */
async function passkeyResponse() {
  const options = await ask("passkeySignInBegin", optionsSchema, { body: {}, quiet: true });
  return startAuthentication({ optionsJSON: options as unknown as AuthenticationOptions });
}

/** Signs in with a passkey that this browser offers. */
export async function signInByPasskey(): Promise<void> {
  await tell("passkeySignInEnd", { body: { response: await passkeyResponse() }, quiet: true });
}

/** Shows with a passkey that it is still the same person. */
export async function confirmByPasskey(): Promise<void> {
  await tell("confirm", { body: { response: await passkeyResponse() }, quiet: true });
}

/** The person closed the browser's question, or had nothing to answer it with. */
export function wasGivenUp(error: unknown): boolean {
  return (
    error instanceof Error &&
    ["NotAllowedError", "AbortError", "InvalidStateError", "SecurityError"].includes(error.name)
  );
}
