import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { bodyOf, device, uuid, writer } from "../testing/happenings.ts";
import { kindNames } from "./kinds.ts";
import { emptyHead, follows, type Operation, operationHash, readOperation } from "./operation.ts";

const codeOf = (data: unknown) => {
  const read = readOperation(data);
  return read.ok ? "ok" : `${read.code} ${read.path}`;
};
const signed = (operation: Operation, change: object) => {
  const changed = { ...operation, ...change };
  return { ...changed, hash: operationHash(changed) };
};

describe("an operation", () => {
  it.each(kindNames)("%s is read back as it was written, through JSON", (kind) => {
    const operation = writer().write(kind);
    expect(unwrap(readOperation(JSON.parse(JSON.stringify(operation))))).toEqual(operation);
  });

  it("is written under the oldest version that can carry it, so that an older program reads it", () => {
    const plain = writer().write("measurement/taken");
    const marked = writer().write("measurement/taken", { ...bodyOf["measurement/taken"], confirmed: ["left 2"] });
    expect([plain.version, marked.version]).toEqual([1, 2]);
    expect(unwrap(readOperation(marked)).body).toMatchObject({ confirmed: ["left 2"] });
    expect(codeOf(signed(marked, { body: { ...marked.body, confirmed: ["middle 1"] } }))).toBe(
      "field/invalid body.confirmed.0",
    );
    expect(codeOf(signed(marked, { version: 3 }))).toBe("document/format version");
  });

  it("that was altered in any field is seen by its hash", () => {
    const operation = writer().write("session/rated");
    for (const change of [
      { body: { ...operation.body, pain: 1 } },
      { at: "2026-11-26T21:00:01+01:00" },
      { sequence: 2 },
      { device: uuid(9, 2) },
      { person: uuid(9, 1) },
      { previous: operation.hash },
    ]) {
      expect(codeOf({ ...operation, ...change })).toBe("record/altered hash");
    }
  });

  it("is refused by the field that is wrong", () => {
    const operation = writer().write("session/rated");
    expect(codeOf(signed(operation, { body: { ...operation.body, pain: 11 } }))).toBe("field/invalid body.pain");
    expect(codeOf(signed(operation, { kind: "session/danced" }))).toBe("reference/unknown kind");
    expect(codeOf(signed(operation, { version: 2 }))).toBe("document/format version");
    expect(codeOf(signed(operation, { at: "yesterday" }))).toBe("field/invalid at");
    expect(codeOf(signed(operation, { id: "7" }))).toBe("field/invalid id");
    expect(codeOf("nothing")).toMatch(/^document\/format/);
    const plan = writer().write("plan/kept");
    expect(codeOf(signed(plan, { body: { ...plan.body, text: "x".repeat(700_000) } }))).toBe("document/too-large body");
  });

  it("follows on the one before it, and on nothing else", () => {
    const pen = writer();
    const [first, second, third] = [
      pen.write("session/begun"),
      pen.write("session/stroke"),
      pen.write("session/ended"),
    ];
    const one = unwrap(follows(first, emptyHead));
    expect(one).toEqual({ sequence: 1, hash: first.hash });
    expect(unwrap(follows(second, one))).toEqual({ sequence: 2, hash: second.hash });
    expect(follows(third, one)).toMatchObject({ code: "record/gap", value: 3, expected: "2" });
    expect(follows(first, one)).toMatchObject({ code: "record/fork" });
    const other = writer();
    other.write("setting/changed");
    expect(follows(other.write("session/stroke", bodyOf["session/stroke"]), one)).toMatchObject({
      code: "record/fork",
    });
    expect(first.device).toBe(device);
  });
});
