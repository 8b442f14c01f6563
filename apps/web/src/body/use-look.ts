import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type Frame, frameOf, type Look, moved, nearer, wholeLook } from "./frame.ts";

/** One step nearer or farther. */
export const lookStep = 1.5;
/** How much a turn of the wheel brings nearer, per pixel. */
const wheelPace = 0.002;
/** A pointer that moved less than this was a tap, px. */
const tap = 6;

interface Finger {
  readonly x: number;
  readonly y: number;
  readonly figure: Element | null;
}

/** Where on the front view a point of the screen lies, and how many units a pixel is; nothing beside a figure. */
function placeOf(look: Look, { x, y, figure }: Finger) {
  const view = figure?.getAttribute("data-view");
  const box = figure?.querySelector("[data-frame]")?.getBoundingClientRect();
  if (box === undefined || box.width === 0 || (view !== "front" && view !== "back")) return undefined;
  const [left, top, width, height] = frameOf(look, view);
  const side = view === "front" ? 1 : -1;
  return {
    x: side * (left + ((x - box.left) / box.width) * width),
    y: top + ((y - box.top) / box.height) * height,
    unit: width / box.width,
    side,
  };
}

/**
 * How near the body is looked at: nearer with the wheel, two fingers or keys, moved by dragging. `area` is the element
 * that listens, `whole` what is seen at first and again once another build is drawn; figures in it have `data-view`, their frames `data-frame`.
 */
export function useLook(area: RefObject<HTMLElement | null>, whole: Frame) {
  const [look, setLook] = useState<Look>(() => wholeLook(whole));
  useEffect(() => setLook((before) => (before.whole === whole ? before : wholeLook(whole))), [whole]);
  const fingers = useRef(new Map<number, Finger>());
  const dragged = useRef(false);
  const near = look.scale > 1;

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      const figure = (event.target as Element).closest("figure");
      if (figure === null) return;
      event.preventDefault();
      setLook((before) => {
        const at = placeOf(before, { x: event.clientX, y: event.clientY, figure });
        return nearer(before, Math.exp(-wheelPace * event.deltaY), at?.x, at?.y);
      });
    };
    // React's own listener may not keep the page from scrolling.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [area]);

  const move = useCallback((event: PointerEvent): void => {
    const known = fingers.current.get(event.pointerId);
    if (known === undefined) return;
    const now = { ...known, x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined && Math.hypot(now.x - known.x, now.y - known.y) < tap && !dragged.current) return;
    dragged.current = true;
    fingers.current.set(event.pointerId, now);
    setLook((before) => {
      const at = placeOf(before, known);
      if (at === undefined) return before;
      if (other === undefined) {
        if (before.scale === 1) return before;
        return moved(before, -at.side * at.unit * (now.x - known.x), -at.unit * (now.y - known.y));
      }
      const middle = placeOf(before, { ...known, x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      const apart = (finger: Finger) => Math.hypot(finger.x - other.x, finger.y - other.y);
      return nearer(before, apart(now) / Math.max(1, apart(known)), middle?.x, middle?.y);
    });
  }, []);
  const down = useCallback((event: PointerEvent): void => {
    if (fingers.current.size === 0) dragged.current = false;
    const figure = (event.target as Element).closest("figure");
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY, figure });
  }, []);
  const up = useCallback((event: PointerEvent): void => {
    fingers.current.delete(event.pointerId);
  }, []);

  return {
    look,
    setLook,
    near,
    /** Whether the last press was a drag and no tap; told once. */
    wasDragged: () => {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up, onPointerLeave: up },
  };
}
