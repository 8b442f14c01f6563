import type { StrokeGlyph } from "@openlymph/figure";
import { useEffect, useState } from "react";
import { figureWorker } from "./figure-worker.ts";

const asked = new Map<string, Promise<StrokeGlyph | undefined>>();
const known = new Map<string, StrokeGlyph | undefined>();

function ask(stroke: string): Promise<StrokeGlyph | undefined> {
  const before = asked.get(stroke);
  if (before !== undefined) return before;
  const answer = figureWorker.glyph(stroke).then((glyph) => {
    known.set(stroke, glyph);
    return glyph;
  });
  asked.set(stroke, answer);
  return answer;
}

/** The sign of a stroke; undefined for a stroke without one, and until it came from the figure's worker. */
export function useGlyph(stroke: string): StrokeGlyph | undefined {
  const [, setSeen] = useState(stroke);
  useEffect(() => {
    if (known.has(stroke)) return;
    let alive = true;
    void ask(stroke).then(() => {
      if (alive) setSeen(`${stroke} known`);
    });
    return () => {
      alive = false;
    };
  }, [stroke]);
  return known.get(stroke);
}
