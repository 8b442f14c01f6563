/** What a session came to, from its operations alone. */
import type { Body } from "../operation/kinds.ts";
import type { AnyOperation, Operation } from "../operation/operation.ts";

export type StrokeDone = Omit<Body<"session/stroke">, "session">;

export interface Pause {
  readonly stroke: number;
  /** s of the session. */
  readonly at: number;
  readonly why: Body<"session/paused">["why"];
}

export interface SessionRecord {
  readonly id: string;
  readonly device: string;
  /** Hash of the plan that was played. */
  readonly plan: string;
  readonly check: string;
  /** Strokes of the whole plan. */
  readonly strokes: number;
  /** The device's time of its beginning. */
  readonly begunAt: string;
  /** The stroke that comes next, from 1; one past the last when all have been. */
  readonly next: number;
  /** s of the session so far, up to the last thing recorded. */
  readonly time: number;
  /** Every stroke guided to its end, in the order in which they were done. */
  readonly done: readonly StrokeDone[];
  readonly pauses: readonly Pause[];
  readonly skips: readonly Omit<Body<"session/skipped">, "session">[];
  readonly ended?: Omit<Body<"session/ended">, "session">;
  readonly rated?: Omit<Body<"session/rated">, "session">;
}

function begin({ body, device, at }: Operation<"session/begun">): SessionRecord {
  const { session: id, plan, check, strokes } = body;
  return { id, device, plan, check, strokes, begunAt: at, next: 1, time: 0, done: [], pauses: [], skips: [] };
}

/** The session after one more of its operations; the same one where the operation says nothing about it. */
export function foldSession(session: SessionRecord | undefined, operation: AnyOperation): SessionRecord | undefined {
  if (operation.kind === "session/begun") return session ?? begin(operation);
  if (session === undefined) return undefined;
  switch (operation.kind) {
    case "session/stroke": {
      const { session: _, ...stroke } = operation.body;
      const time = Math.max(session.time, stroke.began + stroke.lasted);
      return { ...session, next: stroke.stroke + 1, time, done: [...session.done, stroke] };
    }
    case "session/paused": {
      const { session: _, ...pause } = operation.body;
      return { ...session, time: Math.max(session.time, pause.at), pauses: [...session.pauses, pause] };
    }
    case "session/resumed":
      return { ...session, next: operation.body.stroke };
    case "session/skipped": {
      const { session: _, ...skip } = operation.body;
      return { ...session, next: skip.to, skips: [...session.skips, skip] };
    }
    case "session/back":
      return { ...session, next: operation.body.to };
    case "session/ended": {
      const { session: _, ...ended } = operation.body;
      return { ...session, time: Math.max(session.time, ended.at), ended };
    }
    case "session/rated": {
      const { session: _, ...rated } = operation.body;
      return { ...session, rated };
    }
    default:
      return session;
  }
}

/** How many different strokes of the plan were guided to their end. */
export function strokesDone({ done }: Pick<SessionRecord, "done">): number {
  return new Set(done.map(({ stroke }) => stroke)).size;
}
