/**
 * What is sealed: everything a person's operations say. Each person has a key of their own, and the server's master key
 * seals those keys. Erasing a person is destroying their key: what is left cannot be read by anybody, while the chain of
 * hashes still verifies.
 *
 *   sealed = 2 ‖ nonce (12 bytes) ‖ tag (16) ‖ AES-256-GCM(key, nonce, plain; authenticated with `2:about`)
 *
 * `about` names what it belongs to, so that a sealed text moved to another row is not opened. The first byte is the way it
 * was sealed; another algorithm takes another one. Stores of before have texts without it, authenticated with `about` alone:
 * one of 256 of those begins with a 2 by chance, is not authentic as what it seems, and is opened as what it is.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { raise } from "@openlymph/base";

export interface MasterKey {
  readonly bytes: Uint8Array;
}

/** AES-256-GCM with a random nonce: at most 2³² texts for a key, and each person has one of their own. */
const version = 2;

const made = new WeakMap<Uint8Array, KeyObject>();

/** Made ready once for each key: doing so takes longer than sealing an operation. */
function ready(key: Uint8Array): KeyObject {
  const found = made.get(key) ?? createSecretKey(key);
  made.set(key, found);
  return found;
}

export function seal(key: Uint8Array, plain: string | Uint8Array, about: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", ready(key), nonce).setAAD(Buffer.from(`${version}:${about}`));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
}

/** `undefined` where it is not authentic. */
function opened(key: Uint8Array, bytes: Buffer, about: string): Buffer | undefined {
  try {
    const decipher = createDecipheriv("aes-256-gcm", ready(key), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** @throws FailureError `store/damaged` where it was altered, moved, or sealed with another key. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(sealed);
  const plain = bytes[0] === version ? opened(key, bytes.subarray(1), `${version}:${about}`) : undefined;
  return (
    plain ??
    opened(key, bytes, about) ??
    raise("store/damaged", { path: about, expected: "what was sealed with this key" })
  );
}

export const newKey = (): Uint8Array => randomBytes(32);
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
/** A token for a link or a cookie: 256 bits, of letters that no mail program breaks. */
export const newToken = (): string => randomBytes(32).toString("base64url");
