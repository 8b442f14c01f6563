import { useEffect, useRef } from "react";
import type { RunName } from "../body/moment.ts";
import type { Clock } from "../clock/clock.ts";
import type { UsedWork } from "../studio/use-work.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { hoursLater, type Scene } from "./stories.ts";

interface Room {
  readonly used: Pick<UsedWork, "visit" | "leave">;
  readonly clock: Clock;
  /** End of the session, s; nothing before the rehearsal is there. */
  readonly duration: number | undefined;
  readonly onRun: (run: RunName) => void;
  readonly onMicroscope: (settings: Scene["microscope"]) => void;
}

/** Brings the room to what a part of a story speaks of, and back to the person's own work when the story ends. */
export function useScene(scene: Scene | undefined, room: Room): void {
  const still = useReducedMotion();
  const own = useRef(room);
  own.current = room;
  const told = useRef(false);
  useEffect(() => {
    const { used, onRun, onMicroscope } = own.current;
    if (scene === undefined) {
      if (told.current) {
        used.leave();
        onMicroscope(undefined);
      }
      told.current = false;
      return;
    }
    told.current = true;
    used.visit({ history: { file: scene.history }, plan: { file: scene.plan } });
    if (scene.run !== undefined) onRun(scene.run);
    onMicroscope(scene.microscope);
  }, [scene]);
  const { clock, duration } = room;
  useEffect(() => {
    if (scene?.at === undefined || duration === undefined) return;
    clock.pause();
    if (scene.at === "weeks") clock.seek(0);
    if (scene.at === "session") clock.seekTime(0);
    if (scene.at === "later") clock.seekTime(duration + hoursLater);
    if (scene.plays === true && !still) clock.play();
  }, [scene, clock, duration, still]);
}
