/** A server in memory whose every push is one transaction, as `receive` asks for. */

import { type AnyOperation, emptyHead, type Head } from "../operation/operation.ts";
import type { Answer, PullReply, Push, PushReply } from "../sync/messages.ts";
import { largestBatch, pullFormat, pushFormat } from "../sync/messages.ts";
import { type Held, type Kept, receive } from "../sync/receive.ts";

interface State {
  readonly held: ReadonlyMap<string, Held>;
  readonly kept: readonly Kept[];
  readonly heads: ReadonlyMap<string, Head>;
}

export interface TestServer {
  /** What is durable. */
  state: State;
  /** Undefined where the device belongs to somebody else. */
  push(message: Push, signedInAs: string): { readonly commit: () => void; readonly reply: PushReply } | undefined;
  pull(after: number): PullReply;
  taken(): readonly { readonly arrival: number; readonly operation: AnyOperation }[];
}

const hashOf = (raw: unknown): string => (raw as { hash: string }).hash;

export function testServer(owners: ReadonlyMap<string, string>): TestServer {
  const server: TestServer = {
    state: { held: new Map(), kept: [], heads: new Map() },
    push({ device, operations }, signedInAs) {
      const { held, kept, heads } = server.state;
      if (owners.get(device) !== signedInAs) return undefined;
      const { keep, answers, head } = receive(operations, {
        device,
        person: signedInAs,
        head: heads.get(device) ?? emptyHead,
        held: (id) => held.get(id),
        nextArrival: server.taken().length + 1,
      });
      const commit = () => {
        const entry = ({ raw, answer }: Kept): [string, Held] => [answer.id, { hash: hashOf(raw), answer }];
        server.state = {
          held: new Map([...held, ...keep.map(entry)]),
          kept: [...kept, ...keep],
          heads: new Map([...heads, [device, head]]),
        };
      };
      return { commit, reply: { format: pushFormat, answers, head } };
    },
    pull(after) {
      const all = server.taken().filter(({ arrival }) => arrival > after);
      const operations = all.slice(0, largestBatch);
      const cursor = operations.at(-1)?.arrival ?? after;
      return { format: pullFormat, operations, cursor, more: all.length > operations.length };
    },
    taken() {
      return server.state.kept.flatMap(({ answer, operation }) =>
        operation !== undefined && answer.taken ? [{ arrival: answer.arrival, operation }] : [],
      );
    },
  };
  return server;
}

/** Ids of what a reply says was refused. */
export const refusedIn = (answers: readonly Answer[]): readonly string[] =>
  answers.filter(({ taken }) => !taken).map(({ id }) => id);
