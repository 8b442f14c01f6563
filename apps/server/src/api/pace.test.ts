import { describe, expect, it } from "vitest";
import { noPace, openPace } from "./pace.ts";

const limits = { account: 6, phone: 3, heavy: 2 };
const account = { who: "account", token: "a", heavy: false } as const;

/** How many of so many requests at one moment are let through. */
const through = (count: () => void, tries: number): number =>
  Array.from({ length: tries }, () => {
    try {
      count();
      return 1;
    } catch {
      return 0;
    }
  }).reduce<number>((sum, each) => sum + each, 0);

describe("how often somebody may ask", () => {
  it("is as often as a minute allows, and then evenly", () => {
    const pace = openPace(limits);
    expect(through(() => pace.count(account, 0), 10)).toBe(6);
    // 6 a minute are one each 10 s.
    expect(through(() => pace.count(account, 9_000), 2)).toBe(0);
    expect(through(() => pace.count(account, 20_000), 10)).toBe(2);
    expect(through(() => pace.count(account, 1e9), 10)).toBe(6);
    expect(through(() => pace.count(account, 0), 10)).toBe(0);
  });

  it("says how long to wait, in whole seconds", () => {
    const pace = openPace(limits);
    through(() => pace.count(account, 0), 6);
    expect(() => pace.count(account, 4_000)).toThrow(/Try again in 6 s/);
  });

  it("is counted for each by itself, and for what costs much besides", () => {
    const pace = openPace(limits);
    expect(through(() => pace.count({ ...account, heavy: true }, 0), 10)).toBe(2);
    expect(through(() => pace.count({ ...account, token: "b" }, 0), 10)).toBe(6);
    expect(through(() => pace.count({ who: "phone", token: "a", heavy: false }, 0), 10)).toBe(3);
    expect(through(() => pace.count({ ...account, token: undefined }, 0), 10)).toBe(10);
  });

  it("keeps no more than it has to, whatever tokens are made up", () => {
    const pace = openPace({ ...limits, account: 1 });
    pace.count(account, 0);
    for (let n = 0; n < 30_000; n++) pace.count({ ...account, token: String(n) }, 0);
    expect(through(() => pace.count(account, 0), 2)).toBe(1);
  });

  it("has no end where there is no limit", () => {
    const pace = openPace(noPace);
    expect(through(() => pace.count({ ...account, heavy: true }, 0), 5000)).toBe(5000);
  });
});
