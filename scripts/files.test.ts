import { expect, test } from "vitest";
import { describeFileProblem, isDisposable } from "./files.ts";

const dashes = "-".repeat(5);

test.each([
  ["notes.md", `${dashes}BEGIN RSA PRIVATE KEY${dashes}`, "a private key"],
  ["a.ts", `const token = "ghp_${"a1".repeat(18)}";`, "GitHub"],
  ["a.yaml", `key: AKIA${"Z9".repeat(8)}`, "AWS"],
  [".npmrc", `//registry.example/:_authToken${"="}abc`, "npm"],
  ["apps/server/.env.local", "", "keep it out"],
  ["people.sqlite", "", "keep it out"],
  ["huge.json", "x".repeat(3_000_000), "3000000 bytes"],
])("%s is refused", (name, text, message) => {
  expect(describeFileProblem(name, Buffer.from(text))).toContain(message);
});

test("ordinary text passes, a token taken from the environment too", () => {
  expect(describeFileProblem("README.md", Buffer.from("Keys are never written down."))).toBeUndefined();
  expect(describeFileProblem(".npmrc", Buffer.from(`//registry.example/:_authToken=${"$"}{TOKEN}`))).toBeUndefined();
});

test("git may ignore what can be made again, and no data", () => {
  const names = [
    "packages/web/dist/a.js",
    "packages/a/node_modules/b/c.js",
    "run.log",
    "packages/anatomy/data/edges.json",
  ];
  expect(names.filter((name) => !isDisposable(name))).toEqual(["packages/anatomy/data/edges.json"]);
});
