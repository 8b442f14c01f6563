/** The drawn body as pictures that lie over each other: one, painted by the worker, or more where it cannot. */
import type { DrawnFigure } from "./figure.worker.ts";
import { figureWorker } from "./figure-worker.ts";
import { boxOf, type Frame } from "./frame.ts";

/** A window on the drawing, and how large it is painted, px. */
export interface PictureSize {
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
}

/** Layers with which a new part begins where the page itself must read the drawing: it reads a part at once. */
const beginnings: ReadonlySet<string> = new Set(["ground", "vessels", "trunks"]);

function partsOf({ layers }: DrawnFigure, { frame, width, height }: PictureSize): readonly string[] {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${boxOf(frame)}" width="${width}" height="${height}">`;
  const defs = layers.find(({ id }) => id === "defs")?.svg ?? "";
  const parts: string[][] = [];
  for (const { id, svg } of layers) {
    if (id === "defs") continue;
    if (parts.length === 0 || beginnings.has(id)) parts.push([]);
    parts.at(-1)?.push(svg);
  }
  return parts.map((part) => `${open}${defs}${part.join("")}</svg>`);
}

/** The parts, one after the other; between them the page does what else it has to do. */
async function readParts(svgs: readonly string[]): Promise<readonly HTMLImageElement[]> {
  const images: HTMLImageElement[] = [];
  for (const svg of svgs) {
    await new Promise((resolve) => setTimeout(resolve));
    const image = new Image();
    // Not a `Blob`: to give one an address, the page would have to wait for the browser.
    image.src = `data:image/svg+xml;charset=utf-8,${svg.replace(/[%#]/g, encodeURIComponent)}`;
    await image.decode();
    images.push(image);
  }
  return images;
}

/** Pictures that show the drawing when they are laid over each other in their order. */
export async function picturesOf(
  drawn: DrawnFigure,
  size: PictureSize,
): Promise<readonly (ImageBitmap | HTMLImageElement)[]> {
  const svgs = drawn.layers.map(({ svg }) => svg);
  const painted = await figureWorker.paint(svgs, size).catch(() => undefined);
  return painted === undefined ? readParts(partsOf(drawn, size)) : [painted];
}
