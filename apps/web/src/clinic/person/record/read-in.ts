/** Reads in a file that a phone saved: part after part, so that a long one is taken, too. */
import { FailureError, type Result } from "@openlymph/base";
import { type PhoneBatch, readUnsentFile, unsentFormat } from "@openlymph/record";
import { type PhoneFileReply, phoneFileReplySchema } from "@openlymph/record/clinic";
import { ask } from "../../api.ts";
import { asProblem, ClinicProblem } from "../../clinic-problem.ts";

/** What came of a file. */
export interface ReadIn {
  readonly file: string;
  /** The phones it is of, as the clinic calls them. */
  readonly phones: readonly string[];
  readonly taken: number;
  readonly known: number;
  readonly refused: PhoneFileReply["refused"];
  /** ms since 1970 when a phone of it was revoked. */
  readonly revoked?: number | undefined;
  /** Why nothing more was taken. */
  readonly problem?: ClinicProblem | undefined;
}

function joined(before: ReadIn, { name, revoked, taken, known, refused }: PhoneFileReply): ReadIn {
  return {
    ...before,
    phones: [...new Set([...before.phones, name])],
    taken: before.taken + taken,
    known: before.known + known,
    refused: [...before.refused, ...refused],
    revoked: before.revoked ?? revoked,
  };
}

/** Hands one part to the server. */
type Hand = (batch: PhoneBatch) => Promise<PhoneFileReply>;

const handTo =
  (person: string): Hand =>
  ({ device, operations }) =>
    ask("phoneFile", phoneFileReplySchema, {
      parts: { person },
      body: { format: unsentFormat, device, operations },
    });

const problemOf = (read: Exclude<Result<never>, { readonly ok: true }>): ClinicProblem =>
  new ClinicProblem("invalid", new FailureError(read).message, { failure: read.code });

/** What came of it, never a failure: what was taken before something was refused is told, too. */
export async function readInFile(
  person: string,
  { text, file }: { readonly text: string; readonly file: string },
  hand = handTo(person),
): Promise<ReadIn> {
  let result: ReadIn = { file, phones: [], taken: 0, known: 0, refused: [] };
  const read = readUnsentFile(text, file);
  if (!read.ok) return { ...result, problem: problemOf(read) };
  for (const batch of read.value) {
    try {
      result = joined(result, await hand(batch));
    } catch (error) {
      return { ...result, problem: asProblem(error) };
    }
  }
  return result;
}
