import { teachingModelLabel } from "@openlymph/rehearsal";
import { words } from "../words.ts";
import type { DrawnFigure } from "./figure.worker.ts";
import { wholeOf } from "./frame.ts";

const margin = 30;
/** Below the bodies: their names, then the lines that say what is seen. */
const captionHeight = 34;
const lineHeight = 22;
/** Pixels of a PNG for a unit of the figure: a body is about two thousand pixels tall. */
const fine = 2;
const font = `font-family="'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif"`;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export interface PictureFile {
  readonly svg: string;
  /** px of a PNG. */
  readonly width: number;
  readonly height: number;
}

/** A body as it stands on the page now. */
export interface PicturedBody {
  readonly drawn: DrawnFigure;
  /** What it is called, where two runs stand beside each other. */
  readonly name: string | undefined;
  /** What lies on it, as SVG: detours, steps of the plan. */
  readonly over: string;
}

export interface PictureQuestion {
  readonly bodies: readonly PicturedBody[];
  readonly title: string;
  /** What the bodies show: which run, and when. */
  readonly moment: string;
  readonly ground: string;
  readonly ink: string;
}

/** `R  Front  L` below a body, as on the page. */
function caption({ drawn: { scene }, name }: PicturedBody, middle: number, y: number): string {
  const { sideLetters } = words.body;
  const [left, right] = scene.view === "front" ? (["right", "left"] as const) : (["left", "right"] as const);
  const letter = (x: number, side: "left" | "right"): string =>
    `<text x="${x}" y="${y}" text-anchor="middle" font-weight="700">${sideLetters[side]}</text>`;
  const aside = 128;
  return (
    letter(middle - aside, left) +
    letter(middle + aside, right) +
    `<text x="${middle}" y="${y}" text-anchor="middle">${escaped(name ?? words.body[scene.view])}</text>`
  );
}

/** The bodies as they are drawn now beside each other, as one file with what it is written below. */
export function pictureFile({ bodies, title, moment, ground, ink }: PictureQuestion): PictureFile {
  const [x, y, width, height] = wholeOf[bodies[0]?.drawn.scene.build ?? "neutral"];
  const lines = [title, moment, teachingModelLabel].filter((line) => line !== "");
  const foot = captionHeight + lines.length * lineHeight;
  const whole = { width: bodies.length * width + 2 * margin, height: height + 2 * margin + foot };
  const parts = bodies.map(
    ({ drawn, over }, n) =>
      `<svg x="${margin + n * width}" y="${margin}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">` +
      `${drawn.layers.map(({ svg }) => svg).join("")}${over}</svg>`,
  );
  const captions = bodies.map((body, n) => caption(body, margin + (n + 0.5) * width, height + margin + 18));
  const said = lines.map((line, n) => {
    const at = height + margin + captionHeight + lineHeight * (n + 1);
    return `<text x="${margin}" y="${at}">${escaped(line)}</text>`;
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" role="img">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ground}"/>${parts.join("")}` +
    `<g ${font} font-size="17" fill="${ink}">${captions.join("")}${said.join("")}</g></svg>`;
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
