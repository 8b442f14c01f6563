import { useEffect, useState } from "react";
import type uPlot from "uplot";

let loaded: typeof uPlot | undefined;

/** What draws curves; undefined until it was fetched, which waits for the first curve. */
export function useDrawing(): typeof uPlot | undefined {
  const [drawing, setDrawing] = useState(() => loaded);
  useEffect(() => {
    if (loaded !== undefined) return;
    let alive = true;
    // Without it the tables below the curves still hold every number.
    import("uplot").then(
      (module) => {
        loaded = module.default;
        if (alive) setDrawing(() => loaded);
      },
      () => {},
    );
    return () => {
      alive = false;
    };
  }, []);
  return drawing;
}
