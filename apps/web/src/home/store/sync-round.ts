/**
 * One exchange with the clinic's server, without browser: everything that waits is sent, then everything new is fetched.
 * Whatever is cut off in between is done again by the next one: nothing is lost and nothing counts twice.
 */
import {
  applyReply,
  homeAddresses as at,
  type Change,
  nextPush,
  type Own,
  pullReplySchema,
  pushReplySchema,
} from "@openlymph/record";
import type { ClinicLink, Disagreement, StoredOperation } from "./database.ts";
import type { Reach } from "./ledger.ts";
import { notUnderstood, ofDevice, reachOf, rowsGiven } from "./sync-rules.ts";

/** One change of the store, in one transaction. */
export interface Kept {
  readonly changes?: readonly Change[];
  readonly given?: readonly StoredOperation[];
  readonly link: Partial<Pick<ClinicLink, "cursor" | "heard" | "disagreement">>;
}

export interface RoundStore {
  readonly device: string;
  readonly own: () => readonly Own[];
  readonly cursor: () => number;
  readonly keep: (kept: Kept) => Promise<void>;
  /** ms since 1970, and as it is written down. */
  readonly now: () => { readonly ms: number; readonly at: string };
}

export interface Asked {
  /** 0 where no answer came. */
  readonly status: number;
  readonly body: unknown;
}
export type Ask = (method: "GET" | "POST" | "DELETE", address: string, body?: unknown) => Promise<Asked>;

/** Batches in one exchange; more than any phone has. */
const mostBatches = 2000;

const problemIn = (body: unknown) => ({ detail: (body as { detail?: string } | undefined)?.detail });

/** @returns undefined when all that waited was answered. */
async function pushAll(store: RoundStore, ask: Ask, still: () => Promise<void>): Promise<Reach | undefined> {
  for (let batch = 0; batch < mostBatches; batch++) {
    await still();
    const push = nextPush(ofDevice(store.own(), store.device));
    if (push === undefined) return undefined;
    const { status, body } = await ask("POST", at.push, push);
    if (status !== 200) return reachOf(status, problemIn(body));
    await still();
    const reply = pushReplySchema.safeParse(body);
    if (!reply.success) return { kind: "failed", why: "not-understood" };
    const { changes, agreement } = applyReply(ofDevice(store.own(), store.device), reply.data);
    const stuck = changes.length === 0;
    const heard = store.now().at;
    const disagreement = ((): Disagreement | undefined => {
      if (agreement.kind !== "whole") return { ...agreement, noted: heard };
      return stuck ? { kind: "gap", from: reply.data.head.sequence + 1, noted: heard } : undefined;
    })();
    // A server that was set back has lost what it gave, too: all of it is fetched again.
    const again = agreement.kind === "server-behind" ? { cursor: 0 } : {};
    await store.keep({ changes, link: { heard, ...again, ...(disagreement && { disagreement }) } });
    if (stuck) return { kind: "failed", why: "gap" };
  }
  return { kind: "failed", why: "gap" };
}

async function pullAll(store: RoundStore, ask: Ask, still: () => Promise<void>): Promise<Reach> {
  for (let batch = 0; batch < mostBatches; batch++) {
    await still();
    const after = store.cursor();
    const { status, body } = await ask("GET", `${at.pull}?after=${after}`);
    if (status !== 200) return reachOf(status, problemIn(body));
    await still();
    const reply = pullReplySchema.safeParse(body);
    if (!reply.success) return { kind: "failed", why: "not-understood" };
    const { ms, at: heard } = store.now();
    const given = rowsGiven(reply.data, { device: store.device, after, now: ms });
    if (!given.ok) return notUnderstood(given);
    await store.keep({ given: given.value, link: { heard, cursor: reply.data.cursor } });
    if (!reply.data.more) return { kind: "reached" };
  }
  return { kind: "failed", why: "not-understood" };
}

/** @param still settles when nothing that may not be disturbed is under way. */
export async function syncRound(store: RoundStore, ask: Ask, still: () => Promise<void>): Promise<Reach> {
  return (await pushAll(store, ask, still)) ?? (await pullAll(store, ask, still));
}
