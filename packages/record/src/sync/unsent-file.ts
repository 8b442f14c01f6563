/**
 * The file of what a phone has kept because no server took it: saved on the phone, read in at the clinic by hand.
 *
 * An operation in it is what was written only where its hash belongs to the rest. A file with one that is not is taken by
 * nobody: what it says would be kept as refused under the very hash of what the phone still has.
 */
import { fail, ok, type Result } from "@openlymph/base";
import { z } from "zod";
import { type Operation, operationHash } from "../operation/operation.ts";
import { largestBatch, unsentFormat } from "./messages.ts";
import { largestMessage, type Own } from "./outbox.ts";
import { roughSchema } from "./receive.ts";

export interface UnsentFile {
  readonly format: typeof unsentFormat;
  readonly device: string;
  readonly operations: readonly Operation[];
}

/** What no server has taken, the refused among it; `undefined` when there is none. */
export function unsentFile(own: readonly Own[]): UnsentFile | undefined {
  const open = own.filter(({ standing }) => standing.state !== "taken").map(({ operation }) => operation);
  const [first] = open;
  if (first === undefined) return undefined;
  return { format: unsentFormat, device: first.device, operations: open.sort((a, b) => a.sequence - b.sequence) };
}

/** An operation as far as a chain is followed; the rest is read by who takes it. */
export type Rough = z.output<typeof roughSchema> & { readonly person?: unknown };

/** Whether an operation is what was written. */
export function isWhole(raw: unknown): raw is Rough {
  return roughSchema.safeParse(raw).success && operationHash(raw as Operation) === (raw as Operation).hash;
}

/** Operations of one device in one message. */
export interface PhoneBatch {
  readonly device: string;
  readonly operations: readonly Rough[];
}

function batchesOf(device: string, operations: readonly Rough[]): readonly PhoneBatch[] {
  const batches: Rough[][] = [];
  let size = 0;
  for (const operation of operations) {
    const length = JSON.stringify(operation).length;
    const last = batches.at(-1);
    if (last === undefined || last.length === largestBatch || size + length > largestMessage) {
      batches.push([operation]);
      size = length;
    } else {
      last.push(operation);
      size += length;
    }
  }
  return batches.map((batch) => ({ device, operations: batch }));
}

const fileSchema = z.looseObject({ format: z.literal(unsentFormat), operations: z.array(z.unknown()).min(1) });

/**
 * Reads such a file as messages for the clinic's server: by device, in the order in which each wrote.
 *
 * @returns `document/unreadable` for one that is torn, `document/format` for another file, `record/altered` with the number
 * of the first operation that is not what was written.
 */
export function readUnsentFile(text: string, file: string): Result<readonly PhoneBatch[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail("document/unreadable", { file, expected: "a file of records that a phone saved" });
  }
  const read = fileSchema.safeParse(data);
  if (!read.success) return fail("document/format", { file, expected: `format: ${unsentFormat} with operations` });
  const whole = read.data.operations.filter(isWhole);
  if (whole.length < read.data.operations.length) {
    const at = read.data.operations.findIndex((each) => !isWhole(each));
    return fail("record/altered", { file, path: `operations[${at}]` });
  }
  const byDevice = Map.groupBy(whole, ({ device }) => device);
  return ok(
    [...byDevice].flatMap(([device, own]) =>
      batchesOf(
        device,
        own.toSorted((a, b) => a.sequence - b.sequence),
      ),
    ),
  );
}
