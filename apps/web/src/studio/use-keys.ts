import { useEffect, useRef } from "react";
import type { Clock } from "../clock/clock.ts";

export interface StudioKeys {
  /** What Space plays and pauses; undefined while there is nothing to play. */
  readonly clock: Clock | undefined;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const written = ["text", "search", "email", "number", "tel", "url", "password", "date", "time", "datetime-local"];
const ownSpace = ["BUTTON", "INPUT", "SELECT", "SUMMARY", "TEXTAREA"];

/** Whether keys write something there. */
function isField(target: HTMLElement): boolean {
  const { tagName, isContentEditable } = target;
  if (tagName === "INPUT") return written.includes((target as HTMLInputElement).type);
  return isContentEditable || tagName === "TEXTAREA" || tagName === "SELECT";
}

/**
 * Space plays and pauses, Ctrl+Z takes back, with Shift makes again: wherever the focus is on the page, on nothing too,
 * but not in a field, on what answers to Space itself, or while a dialog is open.
 */
export function useKeys(keys: StudioKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target;
      if (event.defaultPrevented || !(target instanceof HTMLElement) || isField(target)) return;
      if (document.querySelector('[role="dialog"], dialog[open]') !== null) return;
      const { clock, undo, redo } = latest.current;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
        event.preventDefault();
        (event.shiftKey ? redo : undo)?.();
        return;
      }
      const own = ownSpace.includes(target.tagName) || target.role !== null;
      if (event.key !== " " || own || clock === undefined) return;
      event.preventDefault();
      if (clock.get().playing) clock.pause();
      else clock.play();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
