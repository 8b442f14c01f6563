import { describe, expect, it } from "vitest";
import { joinFailureOf } from "./join.ts";
import { deviceName, readPasted } from "./join-link.ts";

const token = "x7_-".repeat(11);
const origin = "https://clinic.example";

describe("a pasted link", () => {
  it.each([
    [`${origin}/home/#join=${token}`, { kind: "token", token }],
    [`  ${origin}/home/#join=${token}\n`, { kind: "token", token }],
    [token, { kind: "token", token }],
    [`https://other.example:444/home/#join=${token}`, { kind: "elsewhere", host: "other.example:444" }],
    [`${origin}/home/#join=short`, { kind: "none" }],
    [`${origin}/home/#setup=${token}`, { kind: "none" }],
    ["Dear Maria, here is your link", { kind: "none" }],
    ["", { kind: "none" }],
  ])("%j", (text, expected) => {
    expect(readPasted(text, origin)).toEqual(expected);
  });
});

describe("why joining failed", () => {
  it("is told by status and code", () => {
    const failures = [
      joinFailureOf(0, undefined),
      joinFailureOf(404, "not-found"),
      joinFailureOf(404, undefined),
      joinFailureOf(405, undefined),
      joinFailureOf(409, "conflict"),
      joinFailureOf(429, "too-often"),
      joinFailureOf(503, "failed"),
      joinFailureOf(403, "forbidden"),
    ];
    expect(failures).toEqual([
      "no-network",
      "used",
      "no-clinic",
      "no-clinic",
      "conflict",
      "too-often",
      "server",
      "refused",
    ]);
  });
});

describe("a device's name", () => {
  it.each([
    ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile", "Android phone"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", "iPhone"],
    ["Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0", "Linux computer"],
    ["Lynx", "Browser"],
  ])("%s", (agent, name) => {
    expect(deviceName(agent)).toBe(name);
  });
});
