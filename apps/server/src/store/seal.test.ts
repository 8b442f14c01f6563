import { createCipheriv } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newKey, seal, unseal } from "./seal.ts";

/** As stores of before sealed: without the byte that names the way. */
function sealedBefore(key: Uint8Array, nonce: Buffer, plain: string, about: string): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

describe("what is sealed", () => {
  const key = newKey();

  it("says the way it was sealed, and is opened by its key, for its row alone", () => {
    const sealed = seal(key, "a text", "row");
    expect(sealed[0]).toBe(2);
    expect(unseal(key, sealed, "row").toString()).toBe("a text");
    expect(() => unseal(key, sealed, "another row")).toThrow(/sealed with this key/);
    expect(() => unseal(newKey(), sealed, "row")).toThrow(/sealed with this key/);
    for (const at of [0, 1, 20, sealed.length - 1]) {
      const altered = Uint8Array.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => unseal(key, altered, "row"), String(at)).toThrow(/sealed with this key/);
    }
  });

  it("by a store of before is opened too, whatever its first byte is", () => {
    for (const first of [0, 1, 2, 3]) {
      const old = sealedBefore(key, Buffer.alloc(12, first), "a text", "row");
      expect(unseal(key, old, "row").toString()).toBe("a text");
    }
  });

  it("cannot be passed off as sealed in the way of before", () => {
    const sealed = seal(key, "a text", "row");
    expect(() => unseal(key, sealed.subarray(1), "row")).toThrow(/sealed with this key/);
    const old = sealedBefore(key, Buffer.alloc(12, 7), "a text", "row");
    expect(() => unseal(key, Buffer.concat([Buffer.of(2), old]), "row")).toThrow(/sealed with this key/);
  });
});
