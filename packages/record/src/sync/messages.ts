/**
 * What a device and a server say to each other.
 *
 *   device → server  push   operations of one device, in order, without a gap
 *   server → device  reply  for each: taken (with its number of arrival) or refused (with the reason); and how far the
 *                           device's chain is whole there
 *   device → server  pull   everything after a number of arrival
 *
 * The server answers only when what it took is durable. An operation that is pushed again is answered as before. What is
 * refused stays on the device and is shown; the chain goes on after it, because the server keeps refused ones too.
 */
import { z } from "zod";
import { hashField as hash } from "../operation/hash-field.ts";

const head = z.strictObject({ sequence: z.int().min(0), hash });

export const pushFormat = "openlymph/push@1";
export const pullFormat = "openlymph/pull@1";
/** Of the file in which a phone saves what no server has taken; see unsent-file.ts. */
export const unsentFormat = "openlymph/unsent@1";

/** Most operations in one message. */
export const largestBatch = 200;

/** Why an operation is refused for good. */
export const refusals = ["unreadable", "altered", "unknown", "invalid", "other-person", "taken", "fork"] as const;
export type Refusal = (typeof refusals)[number];

export const pushSchema = z.strictObject({
  format: z.literal(pushFormat),
  device: z.uuid(),
  operations: z.array(z.unknown()).min(1).max(largestBatch).readonly(),
});
export type Push = z.output<typeof pushSchema>;

export const answerSchema = z.discriminatedUnion("taken", [
  z.strictObject({ id: z.string(), taken: z.literal(true), hash, arrival: z.int().min(1) }),
  z.strictObject({ id: z.string(), taken: z.literal(false), refused: z.enum(refusals), why: z.string() }),
]);
export type Answer = z.output<typeof answerSchema>;

export const pushReplySchema = z.strictObject({
  format: z.literal(pushFormat),
  answers: z.array(answerSchema).readonly(),
  /** The device's chain as far as it is whole on the server. */
  head,
});
export type PushReply = z.output<typeof pushReplySchema>;

export const pullReplySchema = z.strictObject({
  format: z.literal(pullFormat),
  operations: z
    .array(z.strictObject({ arrival: z.int().min(1), operation: z.unknown() }))
    .max(largestBatch)
    .readonly(),
  /** To be named in the next pull; moves in the same step in which the operations are kept. */
  cursor: z.int().min(0),
  more: z.boolean(),
});
export type PullReply = z.output<typeof pullReplySchema>;

/**
 * A phone joins a clinic by the token of a one-time link (`/home/#join=<token>`): `POST /api/home/join`. From then on the
 * browser holds a cookie that no script can read; it belongs to this device and this person's record for good.
 */
export const joinSchema = z.strictObject({
  token: z.string().min(20).max(200),
  device: z.uuid(),
  /** Whose record the device keeps, as its operations say. */
  person: z.uuid(),
  /** What the clinic will call it: `Android phone`. */
  name: z.string().trim().min(1).max(60),
});
export const joinReplySchema = z.strictObject({
  clinic: z.strictObject({ name: z.string(), contact: z.string(), emergency: z.string().optional() }),
  /** How the clinic calls the person, so that they see whose link it was. */
  name: z.string(),
});
export type JoinReply = z.output<typeof joinReplySchema>;

/**
 * Where a phone talks to. `push` takes a `Push` and answers a `PushReply`; `GET pull?after=` answers a `PullReply`; `leave`
 * gives the device up; `reminder` is told (GET), asked for (POST) or given up (DELETE). 401: not joined here, or revoked.
 */
export const homeAddresses = {
  join: "/api/home/join",
  push: "/api/home/push",
  pull: "/api/home/pull",
  leave: "/api/home/leave",
  reminder: "/api/home/reminder",
} as const;
