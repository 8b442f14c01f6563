import { type AnyOperation, emptyHead, headOf, nextOperation, type Own, unsentFile } from "@openlymph/record";
import type { PhoneFileReply } from "@openlymph/record/clinic";
import { v4 as uuidv4 } from "uuid";
import { expect, test } from "vitest";
import { ClinicProblem } from "../../clinic-problem.ts";
import { readInFile } from "./read-in.ts";

const [person, device] = [uuidv4(), uuidv4()];

/** A file of as many settings. */
function fileOf(count: number): string {
  let head = emptyHead;
  const own = Array.from({ length: count }, (_, n): Own => {
    const body = { key: "voice", value: n };
    const at = "2026-11-26T21:00:00Z";
    const happening = { id: uuidv4(), person, device, at, kind: "setting/changed" as const, body };
    const operation = nextOperation(happening, head) as AnyOperation;
    head = headOf(operation);
    return { operation, standing: { state: "waiting" } };
  });
  return JSON.stringify(unsentFile(own), null, 1);
}
const reply = (more: Partial<PhoneFileReply>): PhoneFileReply => ({
  ...{ name: "A phone", taken: 0, known: 0, refused: [] },
  ...more,
});

test("a long file is handed over part after part, and what came of all parts is told together", async () => {
  const sizes: number[] = [];
  const result = await readInFile(person, { text: fileOf(450), file: "f.json" }, async (batch) => {
    sizes.push(batch.operations.length);
    return reply({ taken: batch.operations.length - 1, known: 1, revoked: 7 });
  });
  expect(sizes).toEqual([200, 200, 50]);
  expect(result).toEqual({ file: "f.json", phones: ["A phone"], taken: 447, known: 3, refused: [], revoked: 7 });
});

test("what was taken before something was refused is told, too, and nothing more is handed over", async () => {
  let handed = 0;
  const problem = new ClinicProblem("invalid", "missing", { failure: "record/gap" });
  const result = await readInFile(person, { text: fileOf(450), file: "f.json" }, async () => {
    handed += 1;
    if (handed === 2) throw problem;
    return reply({ taken: 200 });
  });
  expect(handed).toBe(2);
  expect(result).toMatchObject({ taken: 200, problem });
});

test("what is torn, of another format, or altered is not handed over at all", async () => {
  const codes = new Map<string, string | undefined>();
  const text = fileOf(3);
  for (const [what, each] of Object.entries({
    torn: text.slice(0, -20),
    other: JSON.stringify({ format: "openlymph/export@1", operations: [] }),
    altered: text.replace('"value": 1', '"value": 9'),
  })) {
    const result = await readInFile(person, { text: each, file: "f.json" }, () => Promise.reject(new Error("asked")));
    codes.set(what, result.problem?.failure);
    expect(result.taken).toBe(0);
  }
  expect(Object.fromEntries(codes)).toEqual({
    torn: "document/unreadable",
    other: "document/format",
    altered: "record/altered",
  });
});
