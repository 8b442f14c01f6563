import type { FigureDrawing, FigureSceneOptions } from "@openlymph/figure";
import { useEffect, useRef, useState } from "react";
import type { DrawnFigure } from "./figure.worker.ts";
import { figureWorker } from "./figure-worker.ts";

/** Least time between two drawings of a moving body, ms. */
const pause = 240;

interface Wish {
  readonly key: string;
  readonly options: FigureSceneOptions;
  readonly drawing: FigureDrawing;
}

/**
 * The body as drawn by its worker; undefined until the first drawing is there. While one drawing is under way only the
 * latest wish is kept, and parts that did not change keep their identity.
 */
export function useFigure(options: FigureSceneOptions, drawing: FigureDrawing): DrawnFigure | undefined {
  const [drawn, setDrawn] = useState<DrawnFigure>();
  const state = useRef({ wish: undefined as Wish | undefined, busy: false, alive: true, done: "" });
  const key = JSON.stringify([options, drawing]);

  useEffect(() => {
    const own = state.current;
    own.alive = true;
    return () => {
      own.alive = false;
    };
  }, []);

  useEffect(() => {
    const own = state.current;
    const [wishedOptions, wishedDrawing] = JSON.parse(key) as [FigureSceneOptions, FigureDrawing];
    own.wish = { key, options: wishedOptions, drawing: wishedDrawing };
    const next = async (): Promise<void> => {
      const { wish } = own;
      if (own.busy || wish === undefined || wish.key === own.done) return;
      own.busy = true;
      const result = await figureWorker.draw(wish.options, wish.drawing).catch(() => undefined);
      own.done = wish.key;
      // A body that cannot be drawn is not shown as it was before.
      if (own.alive) setDrawn((before) => (result === undefined ? undefined : keepSame(before, result)));
      setTimeout(() => {
        own.busy = false;
        if (own.alive) void next();
      }, pause);
    };
    void next();
  }, [key]);
  return drawn;
}

function keepSame(before: DrawnFigure | undefined, now: DrawnFigure): DrawnFigure {
  if (before === undefined) return now;
  const layers = now.layers.map((layer, n) => {
    const old = before.layers[n];
    return old !== undefined && old.svg === layer.svg ? old : layer;
  });
  const sameBody = before.scene.view === now.scene.view && before.scene.outline === now.scene.outline;
  return { scene: sameBody ? before.scene : now.scene, layers, ink: now.ink };
}
