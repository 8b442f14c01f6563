/** The two cookies: of an account's session, and of a phone. No script can read them, and no other site has them sent. */
import type { FastifyReply, FastifyRequest } from "fastify";

export const cookieNames = ["session", "phone"] as const;
export type CookieName = (typeof cookieNames)[number];

/** Phones stay joined until somebody ends it; browsers keep a cookie for 400 days at most. */
const phoneDays = 400;

/** `__Host-`: only over TLS, only for this host, for all of it. */
const fullName = (name: CookieName, secure: boolean): string => `${secure ? "__Host-" : ""}openlymph-${name}`;

export function cookieOf(
  { headers }: Pick<FastifyRequest, "headers">,
  name: CookieName,
  secure: boolean,
): string | undefined {
  const wanted = `${fullName(name, secure)}=`;
  const found = (headers.cookie ?? "").split(/;\s*/).find((each) => each.startsWith(wanted));
  return found?.slice(wanted.length);
}

/** @param token `undefined` takes the cookie away. */
export function setCookie(reply: FastifyReply, name: CookieName, token: string | undefined, secure: boolean): void {
  const life = name === "phone" ? [`Max-Age=${phoneDays * 86_400}`] : [];
  const parts = [
    `${fullName(name, secure)}=${token ?? ""}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Strict",
    ...(secure ? ["Secure"] : []),
    ...(token === undefined ? ["Max-Age=0"] : life),
  ];
  reply.header("set-cookie", parts.join("; "));
}
