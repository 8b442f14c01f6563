/** A phone as a test drives it: what lies on its disk, and how it talks to a server over HTTP. */
import { contentHash } from "@openlymph/base";
import {
  type AnyOperation,
  applyReply,
  type Body,
  emptyHead,
  headOf,
  homeAddresses,
  type Kind,
  nextOperation,
  nextPush,
  type Own,
  type Push,
  type PushReply,
  pushReplySchema,
} from "@openlymph/record";
import { v7 as uuidv7 } from "uuid";
import type { Joining } from "./world.ts";

const plan = contentHash("plan");

/** One stroke of a session, as phones write them most of all. */
export const strokeBody = (session: string, stroke: number): Body<"session/stroke"> => ({
  session,
  stroke,
  step: 1,
  position: 1,
  repetition: stroke,
  began: 3 * stroke,
  planned: 3,
  lasted: 3,
});

export interface Answered {
  readonly status: number;
  readonly reply?: PushReply;
}

export function phoneOf(joining: Joining) {
  const { device, person } = joining;
  let own: readonly Own[] = [];
  let head = emptyHead;
  const phone = {
    joining,
    get own() {
      return own;
    },
    /** Ids that the server has said to have. */
    acknowledged: new Set<string>(),
    write<K extends Kind>(kind: K, body: Body<K>, at = new Date().toISOString()): AnyOperation {
      const operation = nextOperation({ id: uuidv7(), person, device, at, kind, body }, head) as AnyOperation;
      head = headOf(operation);
      own = [...own, { operation, standing: { state: "waiting" } }];
      return operation;
    },
    /** A whole session: begun, strokes, ended. */
    writeSession(strokes: number): void {
      const session = uuidv7();
      phone.write("session/begun", { session, plan, check: uuidv7(), strokes });
      for (let n = 1; n <= strokes; n++) phone.write("session/stroke", strokeBody(session, n));
      phone.write("session/ended", { session, how: "finished", at: 3 * strokes, strokes });
    },
    next: (): Push | undefined => nextPush(own),
    /** Sends a message, signed in as this phone or as another one. @throws where no answer comes. */
    async send(origin: string, push: Push, as = joining.token): Promise<Answered> {
      const response = await fetch(origin + homeAddresses.push, {
        method: "POST",
        headers: { "content-type": "application/json", origin, cookie: `openlymph-phone=${as}` },
        body: JSON.stringify(push),
      });
      const { status } = response;
      const body: unknown = await response.json();
      return status === 200 ? { status, reply: pushReplySchema.parse(body) } : { status };
    },
    take(reply: PushReply): void {
      const { changes } = applyReply(own, reply);
      const standing = new Map(changes.map((each) => [each.id, each.standing]));
      own = own.map((each) => ({ ...each, standing: standing.get(each.operation.id) ?? each.standing }));
      for (const answer of reply.answers) if (answer.taken) phone.acknowledged.add(answer.id);
    },
    /** Sends until nothing waits. @returns ms each answer took. */
    async settle(origin: string): Promise<readonly number[]> {
      const took: number[] = [];
      for (let push = phone.next(); push !== undefined; push = phone.next()) {
        const before = performance.now();
        const { status, reply } = await phone.send(origin, push);
        if (reply === undefined) throw new Error(`The server answered ${status}.`);
        took.push(performance.now() - before);
        phone.take(reply);
      }
      return took;
    },
  };
  return phone;
}
export type TestPhone = ReturnType<typeof phoneOf>;
