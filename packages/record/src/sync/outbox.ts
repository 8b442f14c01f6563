/**
 * A device's side of a push, without its store: what to send next, and what an answer changes. Nothing is ever taken out
 * of the outbox by an answer: an operation is taken or refused, and stays either way.
 */
import type { AnyOperation, Operation } from "../operation/operation.ts";
import type { Answer, PushReply, Refusal } from "./messages.ts";
import { largestBatch, type Push, pushFormat } from "./messages.ts";

/** What is known of an operation on the device that wrote it. */
export type Standing =
  | { readonly state: "waiting" }
  | { readonly state: "taken"; readonly arrival: number }
  | { readonly state: "refused"; readonly refusal: Refusal; readonly why: string };

export interface Own {
  readonly operation: AnyOperation;
  readonly standing: Standing;
}

/** Characters of JSON in one message, about; a single larger operation goes alone. */
export const largestMessage = 400_000;

/** The next message of a device: its first waiting operations in order; `undefined` when none waits. */
export function nextPush(own: readonly Own[]): Push | undefined {
  const waiting = own.filter(({ standing }) => standing.state === "waiting");
  const ordered = waiting.map(({ operation }) => operation).sort((a, b) => a.sequence - b.sequence);
  const [first] = ordered;
  if (first === undefined) return undefined;
  const operations: Operation[] = [];
  let size = 0;
  for (const operation of ordered) {
    size += JSON.stringify(operation).length;
    const isNext = operation.device === first.device && operation.sequence === first.sequence + operations.length;
    const hasRoom = operations.length < largestBatch && (operations.length === 0 || size <= largestMessage);
    if (!isNext || !hasRoom) break;
    operations.push(operation);
  }
  return { format: pushFormat, device: first.device, operations };
}

/** One operation whose standing changes. */
export interface Change {
  readonly id: string;
  readonly standing: Standing;
}

/** What the two sides think of the device's chain. Anything but `whole` has to be shown to people on both sides. */
export type Agreement =
  | { readonly kind: "whole" }
  /** The server no longer has what it took: it was set back. What it lacks is sent again. */
  | { readonly kind: "server-behind"; readonly from: number }
  /** The same number means different operations: this device's store was copied or set back. */
  | { readonly kind: "fork"; readonly at: number }
  /** The server has more of this device than the device itself: its store was set back or lost. */
  | { readonly kind: "device-behind"; readonly to: number };

export interface Applied {
  readonly changes: readonly Change[];
  readonly agreement: Agreement;
}

function standingOf(answer: Answer): Standing {
  if (answer.taken) return { state: "taken", arrival: answer.arrival };
  return { state: "refused", refusal: answer.refused, why: answer.why };
}

function agreementOf(own: readonly Own[], { head }: PushReply): Agreement {
  const last = Math.max(0, ...own.map(({ operation }) => operation.sequence));
  if (head.sequence > last) return { kind: "device-behind", to: head.sequence };
  const there = own.find(({ operation }) => operation.sequence === head.sequence);
  if (there !== undefined && there.operation.hash !== head.hash) return { kind: "fork", at: head.sequence };
  const lost = own.filter(
    ({ operation, standing }) => operation.sequence > head.sequence && standing.state === "taken",
  );
  if (lost.length === 0) return { kind: "whole" };
  return { kind: "server-behind", from: head.sequence + 1 };
}

/**
 * What a reply changes. An answer counts only where it names the operation with its very hash; all others wait on. Where
 * the server was set back, what it lacks waits again.
 */
export function applyReply(own: readonly Own[], reply: PushReply): Applied {
  const byId = new Map(own.map((each) => [each.operation.id, each]));
  const answered = reply.answers.flatMap((answer): Change[] => {
    const found = byId.get(answer.id);
    if (found === undefined || (answer.taken && answer.hash !== found.operation.hash)) return [];
    return [{ id: answer.id, standing: standingOf(answer) }];
  });
  const changed = new Map(answered.map(({ id, standing }) => [id, standing]));
  const after = own.map((each) => ({ ...each, standing: changed.get(each.operation.id) ?? each.standing }));
  const agreement = agreementOf(after, reply);
  const again =
    agreement.kind !== "server-behind"
      ? []
      : after.filter(({ operation, standing }) => operation.sequence >= agreement.from && standing.state !== "waiting");
  const changes = [
    ...answered.filter(({ id }) => again.every(({ operation }) => operation.id !== id)),
    ...again.map(({ operation }): Change => ({ id: operation.id, standing: { state: "waiting" } })),
  ];
  return { changes, agreement };
}
