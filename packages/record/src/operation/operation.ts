/**
 * One thing that happened, as it is kept for good: never changed, never taken out. Whatever a screen shows is computed from
 * operations (fold/), so it can be computed again and compared.
 *
 * Operations of one device form a chain: numbered without a gap, each holding the hash of the one before. A reader sees at
 * once that one is missing, doubled or altered.
 *
 *   hash = SHA-256(canonical JSON of all other fields)
 *
 * The time is what the device's clock said. It is shown to people and orders nothing: clocks are wrong.
 */
import { contentHash, type Document, fail, ok, type Result, readAs } from "@openlymph/base";
import { z } from "zod";
import { hashField as hash } from "./hash-field.ts";
import { type Body, type Kind, kindNames, kinds } from "./kinds.ts";

export const operationFormat = "openlymph/operation@1";

/** What stands in the place of a hash before a device's first operation. */
export const noHash = "0".repeat(64);

/** Largest operation, characters of its JSON: a plan with room to spare. */
export const largestOperation = 600_000;

export interface Operation<K extends Kind = Kind> {
  readonly format: typeof operationFormat;
  /** UUIDv7. */
  readonly id: string;
  /** Whose record it belongs to. */
  readonly person: string;
  readonly device: string;
  /** From 1, without a gap. */
  readonly sequence: number;
  /** Hash of the device's operation before. */
  readonly previous: string;
  /** Local time of the device with its offset, `2026-11-26T21:04:05.123+01:00`. Information only. */
  readonly at: string;
  readonly kind: K;
  /** Version of the kind's body. */
  readonly version: number;
  readonly body: Body<K>;
  readonly hash: string;
}

export type AnyOperation = { readonly [K in Kind]: Operation<K> }[Kind];

/** Where a device's chain stands: its last number and hash. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

export const emptyHead: Head = { sequence: 0, hash: noHash };

/** What has to be known to write an operation down. */
export interface Happening<K extends Kind = Kind> {
  readonly id: string;
  readonly person: string;
  readonly device: string;
  readonly at: string;
  readonly kind: K;
  readonly body: Body<K>;
}

/** The hash an operation must have. */
export function operationHash({ hash: _, ...rest }: Omit<Operation, "hash"> & { readonly hash?: string }): string {
  return contentHash(rest);
}

/** The version that a body is written under. */
function writtenVersion(kind: Kind, body: object): number {
  const known: { readonly version: number; readonly versionOf?: (body: object) => number } = kinds[kind];
  return known.versionOf?.(body) ?? known.version;
}

/** Writes down what happened as the next operation of its device. */
export function nextOperation<K extends Kind>(happening: Happening<K>, after: Head): Operation<K> {
  const { id, person, device, at, kind, body } = happening;
  const unsigned = {
    format: operationFormat,
    id,
    person,
    device,
    sequence: after.sequence + 1,
    previous: after.hash,
    at,
    kind,
    version: writtenVersion(kind, body),
    body,
  } as const;
  return { ...unsigned, hash: contentHash(unsigned) };
}

export function headOf({ sequence, hash }: Pick<Operation, "sequence" | "hash">): Head {
  return { sequence, hash };
}

const timeForm = "a time such as 2026-11-26T21:04:05+01:00";
const localTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

const envelope = z.strictObject({
  format: z.literal(operationFormat),
  id: z.uuid("a UUID"),
  person: z.uuid("a UUID"),
  device: z.uuid("a UUID"),
  sequence: z.int().min(1),
  previous: hash,
  // A month 99 has the form of a time and is none: what is computed from it would be nothing, for everybody who reads.
  at: z
    .string()
    .regex(localTime, timeForm)
    .refine((at) => Number.isFinite(Date.parse(at)), timeForm),
  kind: z.string().min(1).max(60),
  version: z.int().min(1).max(1000),
  body: z.record(z.string(), z.unknown()),
  hash,
});

const asDocument = (data: unknown, file: string): Document => ({ file, data, lineOf: () => 1 });

/** Whether this program knows what an operation says: of a kind and version that it can read. */
export function isKnown({ kind, version }: { readonly kind: string; readonly version: number }): boolean {
  return kindNames.some((name) => name === kind) && version <= kinds[kind as Kind].version;
}

/** Whether a kind allows a body, before anything is written: a failure of the field that is wrong. */
export function checkBody(kind: Kind, body: unknown, file = "operation"): Result<unknown> {
  const read = kinds[kind].body.safeParse(body);
  if (read.success) return ok(body);
  const issue = read.error.issues[0];
  const path = ["body", ...(issue?.path ?? [])].join(".");
  return fail("field/invalid", { file, path, expected: issue?.message ?? "another value" });
}

/**
 * Checks one operation by itself: its form, its hash and its body. `file` stands in the message.
 *
 * @returns the operation; a failure of the field that is wrong; `record/altered` where the hash does not belong to the
 * rest; `reference/unknown` for a kind, `document/format` for a version that this program does not know.
 */
export function readOperation(data: unknown, file = "operation"): Result<AnyOperation> {
  const read = readAs(asDocument(data, file), operationFormat, envelope);
  if (!read.ok) return read;
  const found = read.value;
  if (JSON.stringify(found).length > largestOperation) {
    return fail("document/too-large", { file, path: "body", expected: `at most ${largestOperation} characters` });
  }
  const expected = operationHash(found as Operation);
  if (found.hash !== expected) return fail("record/altered", { file, path: "hash", value: found.hash, expected });
  const kind = kindNames.find((name) => name === found.kind);
  if (kind === undefined) {
    return fail("reference/unknown", {
      file,
      path: "kind",
      value: found.kind,
      expected: `one of ${kindNames.join(", ")}`,
    });
  }
  if (found.version > kinds[kind].version) {
    const known = `version ${kinds[kind].version} of ${kind} or earlier`;
    return fail("document/format", { file, path: "version", value: found.version, expected: known });
  }
  const body = checkBody(kind, found.body, file);
  if (!body.ok) return body;
  return ok(found as AnyOperation);
}

/**
 * Whether an operation follows on a device's chain.
 *
 * @returns `record/gap` where numbers are missing in between, `record/fork` where its number was already given to another
 * operation or the one before is not the one it names.
 */
export function follows(operation: Operation, after: Head): Result<Head> {
  const { sequence, previous } = operation;
  if (sequence > after.sequence + 1) {
    return fail("record/gap", { path: "sequence", value: sequence, expected: `${after.sequence + 1}` });
  }
  if (sequence <= after.sequence || previous !== after.hash) {
    return fail("record/fork", { path: "previous", value: previous, expected: after.hash });
  }
  return ok(headOf(operation));
}
