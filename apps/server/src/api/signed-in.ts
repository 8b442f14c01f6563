/** How a session begins, and what it takes to begin one: shared by the ways in. */
import { fail, raise } from "@openlymph/base";
import type { Me, SessionStrength } from "@openlymph/record/clinic";
import { accountOf } from "../access/principal.ts";
import { useAppCode } from "../accounts/app-code.ts";
import { meOf } from "../accounts/me.ts";
import { useRecoveryCode } from "../accounts/recovery-codes.ts";
import { beginSession, freshTime } from "../accounts/sessions.ts";
import type { Row } from "../store/tables.ts";
import { type Ask, accountIn } from "./route.ts";

/** Begins a session, ends the one before, and says what the page wants to know. */
export async function signedIn(
  ask: Ask<unknown>,
  { account, clinic, strength }: { account: string; clinic: string; strength: SessionStrength },
): Promise<Me> {
  const { trx, now, principal, browser: device } = ask;
  const before = principal.kind === "account" ? principal.session.id : undefined;
  const token = await beginSession(trx, { account, clinic, strength, device }, now, before);
  ask.setCookie("session", token);
  ask.note({ strength });
  await ask.inTrailOf(clinic, account);
  return meOf(trx, await accountOf(ask.clinic.store, trx, token, now));
}

export const wrongCode = fail("access/forbidden", {
  path: "code",
  hint: "This code is not right, or was used already.",
});

/** Whether a code is one of the account's app, or a recovery code; it is used up by this. */
export async function isSecondHalf(ask: Ask<unknown>, account: Row<"account">, code: string): Promise<boolean> {
  const { trx, now, clinic } = ask;
  if (!code.includes("-")) return useAppCode(trx, clinic.store.key, account, code, now);
  const right = await useRecoveryCode(trx, account.id, code, now);
  if (right) ask.note({ recoveryCode: true });
  return right;
}

/** @throws FailureError `access/stale` where signing in was a while ago: whoever sits there now may be somebody else. */
export function refuseStale(ask: Ask<unknown>): void {
  if (ask.now - accountIn(ask).session.begun < freshTime) return;
  raise("access/stale", { hint: "Say that it is you, by passkey or by password and code; then it goes on." });
}
