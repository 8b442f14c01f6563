import { describe, expect, it } from "vitest";
import { commonPasswords, isCommon } from "./common-passwords.ts";
import { weakness } from "./password.ts";

describe("passwords that are guessed first", () => {
  it("are known, more than 3000 of them as long as a password has to be", async () => {
    const list = await commonPasswords();
    expect(list.size).toBeGreaterThan(3000);
    expect([...list].filter(({ length }) => length < 12)).toEqual([]);
  });

  it.each(["qazwsxedcrfv", "1Q2W3E4R5T6Y", "leavemealone", "SonyEricsson"])("%s is refused", async (password) => {
    expect(await isCommon(password)).toBe(true);
    expect(await weakness(password, "maria@example.org")).toMatch(/tried first/);
  });

  it("one that is not among them is taken", async () => {
    expect(await weakness("a long walk by the river", "maria@example.org")).toBeUndefined();
  });
});
