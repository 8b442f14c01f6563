/** Drives a session by the device's clock: reads it many times a second, writes down what happens, gives the cues. */
import type { PlannedStroke } from "@openlymph/therapy";
import { useCallback, useEffect, useRef, useState } from "react";
import * as session from "./player.ts";

/** Seconds of a clock that never jumps. */
export const clock = (): number => performance.now() / 1000;
/** ms; a page that is not drawn still has to follow. */
const heartbeat = 100;

export interface PlayerHandlers {
  /** Everything that has to be written down, in order. */
  readonly onEvent: (event: session.Event) => void;
  /** A part has begun: a lead to a place, or a stroke. */
  readonly onPart: (player: session.Player, before: session.Player) => void;
  /** Every frame, to move what moves. */
  readonly onFrame: (player: session.Player, progress: number) => void;
}

export interface PlayerControls {
  readonly player: session.Player;
  readonly play: (first?: boolean) => void;
  readonly pause: () => void;
  readonly back: () => void;
  readonly skip: (why: Parameters<typeof session.skip>[3]) => void;
  /** The session now, for what is read once. */
  readonly now: () => session.Player;
}

export function usePlayer(
  list: readonly PlannedStroke[],
  from: () => session.Player,
  handlers: PlayerHandlers,
): PlayerControls {
  const [player, setPlayer] = useState(from);
  const current = useRef(player);
  const told = useRef(handlers);
  told.current = handlers;

  const take = useCallback(({ player: next, events }: session.Played): void => {
    const before = current.current;
    current.current = next;
    for (const event of events) told.current.onEvent(event);
    const changed = next.status !== before.status || next.stroke !== before.stroke || next.part !== before.part;
    if (!changed) return;
    told.current.onPart(next, before);
    setPlayer(next);
  }, []);

  useEffect(() => {
    let frame = 0;
    const follow = (): void => take(session.tick(current.current, list, clock()));
    const draw = (): void => {
      follow();
      told.current.onFrame(current.current, session.progress(current.current, list, clock()));
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    const beat = setInterval(follow, heartbeat);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(beat);
      take(session.pause(current.current, clock()));
    };
  }, [list, take]);

  return {
    player,
    play: (first = false) => take(session.play(current.current, list, clock(), first)),
    pause: () => take(session.pause(current.current, clock())),
    back: () => take(session.back(current.current, list, clock())),
    skip: (why) => take(session.skip(current.current, list, clock(), why)),
    now: () => current.current,
  };
}
