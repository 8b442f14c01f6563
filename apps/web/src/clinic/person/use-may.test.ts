import { expect, test } from "vitest";
import { mayOf } from "./use-may.ts";

test("the owner may all; a therapist decides for their own people; an assistant helps; others only read", () => {
  expect(mayOf("owner", false)).toEqual({ own: true, help: true, decide: true });
  expect(mayOf("therapist", true)).toEqual({ own: false, help: true, decide: true });
  expect(mayOf("assistant", true)).toEqual({ own: false, help: true, decide: false });
  expect(mayOf("therapist", false)).toEqual({ own: false, help: false, decide: false });
});
