import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt, FailureError, raise } from "./failure.ts";
import { canonicalJson, contentHash } from "./hash.ts";
import { randomStream, uniformAt } from "./random.ts";
import { checkpoint } from "./task.ts";

describe("contentHash", () => {
  it("does not depend on the order of keys, and does on any value", () => {
    expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }));
  });
  it("writes JSON that reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("random numbers", () => {
  it("are uniform, and the n-th depends on seed, stream and n alone", () => {
    const stream = randomStream(7, 3);
    const numbers = Array.from({ length: 20_000 }, stream);
    expect(numbers[41]).toBe(uniformAt(7, 3, 41));
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    const variance = numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 1.7);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(uniformAt(7, 3, 41)).not.toBe(uniformAt(7, 4, 41));
  });
});

describe("failures and tasks", () => {
  it("turn a thrown failure back into a value, and let other errors through", () => {
    expect(attempt(() => raise("param/out-of-range", { value: -1 }))).toMatchObject({ ok: false, value: -1 });
    expect(() =>
      attempt(() => {
        throw new TypeError("a bug");
      }),
    ).toThrow(TypeError);
  });
  it("stop at the next checkpoint once cancelled", () => {
    const controller = new AbortController();
    checkpoint({ signal: controller.signal }, { task: "t", fraction: 0, message: "" });
    controller.abort();
    expect(() => checkpoint({ signal: controller.signal }, { task: "t", fraction: 0, message: "" })).toThrow(
      FailureError,
    );
  });
});
