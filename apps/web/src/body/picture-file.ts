import { teachingModelLabel } from "@openlymph/rehearsal";
import type { DrawnFigure } from "./figure.worker.ts";
import { wholeOf } from "./frame.ts";

const margin = 30;
const foot = 46;
/** Pixels of a PNG for a unit of the figure: a body is about two thousand pixels tall. */
const fine = 2;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export interface PictureFile {
  readonly svg: string;
  /** px of a PNG. */
  readonly width: number;
  readonly height: number;
}

/** The bodies as they are drawn now beside each other, as one file with what it is written below. */
export function pictureFile(bodies: readonly DrawnFigure[], title: string, ground: string, ink: string): PictureFile {
  const [x, y, width, height] = wholeOf[bodies[0]?.scene.build ?? "neutral"];
  const whole = { width: bodies.length * width + 2 * margin, height: height + 2 * margin + foot };
  const parts = bodies.map(
    ({ layers }, n) =>
      `<svg x="${margin + n * width}" y="${margin}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">` +
      `${layers.map(({ svg }) => svg).join("")}</svg>`,
  );
  const lines = [title, teachingModelLabel].map(
    (line, n) =>
      `<text x="${margin}" y="${height + margin + 26 + 22 * n}" font-family="system-ui, sans-serif" font-size="17" fill="${ink}">${escaped(line)}</text>`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" role="img">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ground}"/>${parts.join("")}${lines.join("")}</svg>`;
  return { svg, width: fine * whole.width, height: fine * whole.height };
}

/** The same picture in pixels. */
export async function pngOf({ svg, width, height }: PictureFile): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
