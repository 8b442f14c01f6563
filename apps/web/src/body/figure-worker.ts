import { wrap } from "comlink";
import type { FigureWorker } from "./figure.worker.ts";

/** The worker that draws the body and holds the drawing's data. */
export const figureWorker = wrap<FigureWorker>(
  new Worker(new URL("./figure.worker.ts", import.meta.url), { type: "module", name: "figure" }),
);
