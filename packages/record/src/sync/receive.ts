/**
 * The server's side of a push, without its store: what to do with each operation of a batch, given what is already there.
 * The caller reads `known` and `head` and writes what comes out in one transaction under the clinic's lock.
 */
import { describeFailure } from "@openlymph/base";
import { z } from "zod";
import { clinicKinds } from "../operation/clinic-kinds.ts";
import { hashField } from "../operation/hash-field.ts";
import { type AnyOperation, follows, type Head, readOperation } from "../operation/operation.ts";
import type { Answer, Refusal } from "./messages.ts";

/** What the server already holds under an id. */
export interface Held {
  readonly hash: string;
  readonly answer: Answer;
}

export interface ReceiveContext {
  readonly device: string;
  /** Whose operations this sign-in may send. */
  readonly person: string;
  /** How far the device's chain is whole. */
  readonly head: Head;
  readonly held: (id: string) => Held | undefined;
  /** The number of arrival of the next operation that is taken. */
  readonly nextArrival: number;
}

/** To be kept: taken with its number, or refused with the reason. */
export interface Kept {
  readonly raw: unknown;
  readonly answer: Answer;
  readonly operation?: AnyOperation;
}

export interface Received {
  readonly keep: readonly Kept[];
  readonly answers: readonly Answer[];
  readonly head: Head;
}

const refusalOf: Readonly<Record<string, Refusal>> = {
  "record/altered": "altered",
  "reference/unknown": "unknown",
  "document/format": "unknown",
  "field/invalid": "invalid",
};

/** The fields by which a chain is followed, even where the rest cannot be read. */
export const roughSchema = z.object({
  id: z.uuid(),
  device: z.uuid(),
  sequence: z.int(),
  previous: hashField,
  hash: hashField,
});

/** What a phone says in somebody else's name: kinds that a clinic alone writes, and an author of a clinic. */
function isOfClinic({ kind, body }: AnyOperation): boolean {
  const named = "by" in body || (kind === "record/corrected" && "by" in body.body);
  return kind in clinicKinds || named;
}

/**
 * Judges a batch. Stops at the first operation that leaves a gap, or that has no number to follow: it and the rest are not
 * answered, and `head` tells the device where to go on.
 */
export function receive(batch: readonly unknown[], context: ReceiveContext): Received {
  const keep: Kept[] = [];
  const answers: Answer[] = [];
  const inBatch = new Map<string, Held>();
  let { head, nextArrival } = context;
  for (const [at, raw] of batch.entries()) {
    const { data: found } = roughSchema.safeParse(raw);
    if (found === undefined || found.device !== context.device) break;
    const held = inBatch.get(found.id) ?? context.held(found.id);
    if (held !== undefined && held.hash === found.hash) {
      answers.push(held.answer);
      continue;
    }
    const refuse = (refused: Refusal, why: string): Answer => ({ id: found.id, taken: false, refused, why });
    if (held !== undefined) {
      answers.push(refuse("taken", "Another operation has this id."));
      continue;
    }
    const place = follows(found as AnyOperation, head);
    if (!place.ok && place.code === "record/gap") break;
    if (!place.ok) {
      // Not kept: its number belongs to another operation. The device shows it and begins a new chain.
      answers.push(refuse("fork", describeFailure(place)));
      continue;
    }
    const read = readOperation(raw, `operations[${at}]`);
    const answer = ((): Answer => {
      if (!read.ok) return refuse(refusalOf[read.code] ?? "unreadable", describeFailure(read));
      if (isOfClinic(read.value)) return refuse("invalid", "Only a clinic writes this.");
      if (read.value.person !== context.person) return refuse("other-person", "It belongs to another person's record.");
      return { id: found.id, taken: true, hash: found.hash, arrival: nextArrival++ };
    })();
    keep.push({ raw, answer, ...(read.ok && answer.taken ? { operation: read.value } : {}) });
    answers.push(answer);
    inBatch.set(found.id, { hash: found.hash, answer });
    head = place.value;
  }
  return { keep, answers, head };
}
