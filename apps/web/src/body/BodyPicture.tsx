import { useEffect, useRef } from "react";
import styles from "./BodyFigure.module.css";
import type { DrawnFigure } from "./figure.worker.ts";
import { frameBox } from "./frame.ts";

/** Most pixels per CSS pixel that are worth drawing. */
const sharpest = 2;

/** The drawing as one picture of the given size, px. */
async function pictureOf({ layers }: DrawnFigure, width: number, height: number): Promise<HTMLImageElement> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frameBox}" width="${width}" height="${height}">` +
    `${layers.map((layer) => layer.svg).join("")}</svg>`;
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return image;
}

/**
 * The body without what moves on it. Its thousand strokes and soft shadows are painted once, into pixels, and again only
 * when the drawing or its size changes; so the dots can run over it on any machine.
 */
export function BodyPicture({ drawn }: { readonly drawn: DrawnFigure }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let turn = 0;
    let done = "";
    const paint = async (): Promise<void> => {
      const ratio = Math.min(devicePixelRatio, sharpest);
      const width = Math.round(element.clientWidth * ratio);
      const height = Math.round(element.clientHeight * ratio);
      const size = `${width} ${height}`;
      if (width === 0 || size === done) return;
      done = size;
      const own = ++turn;
      const image = await pictureOf(drawn, width, height);
      if (own !== turn) return;
      element.width = width;
      element.height = height;
      element.getContext("2d")?.drawImage(image, 0, 0, width, height);
    };
    const observer = new ResizeObserver(() => void paint());
    observer.observe(element);
    return () => {
      turn++;
      observer.disconnect();
    };
  }, [drawn]);
  return <canvas ref={canvas} className={styles["drawing"]} data-layer="body" />;
}
