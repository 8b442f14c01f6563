/**
 * A push service on this machine, and the browser behind it: takes what a server sends, checks that it is signed with the
 * key that was subscribed with (RFC 8292), and opens it as the browser would (RFC 8291), written from the standards and not
 * with the library that sends.
 */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Pushed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface Subscriber {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  /** What a message says. @throws where it is not for this browser, or was altered. */
  readonly read: (pushed: Pushed) => unknown;
}

const hkdf = (secret: Buffer, salt: Buffer, about: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, about, length));

export function subscriber(origin: string, name: string): Subscriber {
  const pair = createECDH("prime256v1");
  const own = pair.generateKeys();
  const auth = randomBytes(16);
  return {
    endpoint: `${origin}/send/${name}`,
    keys: { p256dh: own.toString("base64url"), auth: auth.toString("base64url") },
    read: ({ body }) => {
      const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
      const sender = body.subarray(21, 21 + length);
      const sealed = body.subarray(21 + length);
      const about = Buffer.concat([Buffer.from("WebPush: info\0"), own, sender]);
      const secret = hkdf(pair.computeSecret(sender), auth, about, 32);
      const key = hkdf(secret, salt, "Content-Encoding: aes128gcm\0", 16);
      const nonce = hkdf(secret, salt, "Content-Encoding: nonce\0", 12);
      const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
    },
  };
}

/** Whether a message is signed with this key, for this service. */
export function isSignedBy(key: string, { headers }: Pushed, origin: string): boolean {
  const [, token = "", told] = /^vapid t=([^,]+), ?k=(.+)$/.exec(String(headers["authorization"])) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const { aud, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return isSigned && told === key && aud === origin && /^https:/.test(sub);
}

export async function openPushService() {
  const received: Pushed[] = [];
  let status = 201;
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(status, status === 301 ? { location: "/elsewhere" } : {}).end();
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
    received,
    answerWith: (next: number): void => {
      status = next;
    },
    close: () => new Promise((resolve) => service.close(resolve)),
  };
}
