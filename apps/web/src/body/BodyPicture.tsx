import { useEffect, useRef } from "react";
import styles from "./BodyFigure.module.css";
import type { DrawnFigure } from "./figure.worker.ts";
import type { Frame } from "./frame.ts";
import { picturesOf } from "./picture-parts.ts";

/** Most pixels per CSS pixel that are worth drawing. */
const sharpest = 2;

/** How a picture painted of one window must be moved and stretched to lie right in another. */
function shifted(painted: Frame, wanted: Frame): string {
  if (painted === wanted) return "none";
  const scale = painted[2] / wanted[2];
  const x = (100 * (painted[0] - wanted[0])) / wanted[2];
  const y = (100 * (painted[1] - wanted[1])) / wanted[3];
  return `translate(${x}%, ${y}%) scale(${scale})`;
}

interface BodyPictureProps {
  readonly drawn: DrawnFigure;
  readonly frame: Frame;
  /** Whether another drawing is about to come: the first painting then waits for it. */
  readonly early: boolean;
  /** Hears of every painting. */
  readonly onPainted: () => void;
}

interface Painting {
  frame: Frame;
  drawn: DrawnFigure;
  size: string;
}

/**
 * The body without what moves on it. Its thousand strokes and soft shadows are painted once, into pixels, and again only
 * when the drawing, its window or its size changes; so the dots can run over it on any machine. They are painted away
 * from the page, which can move the dots meanwhile. Until a new painting is there the old one is moved and stretched.
 */
export function BodyPicture({ drawn, frame, early, onPainted }: BodyPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const wish = useRef({ drawn, frame, early, onPainted });
  wish.current = { drawn, frame, early, onPainted };
  const painting = useRef<Painting>(undefined);
  const again = useRef(() => {});

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let alive = true;
    let busy = false;
    const paint = async (): Promise<void> => {
      const ratio = Math.min(devicePixelRatio, sharpest);
      const width = Math.round(element.clientWidth * ratio);
      const height = Math.round(element.clientHeight * ratio);
      const { onPainted: painted, early: waits, ...asked } = wish.current;
      const wished = { ...asked, size: `${width} ${height}` };
      const had = painting.current;
      element.style.transform = had === undefined ? "none" : shifted(had.frame, wished.frame);
      const same = had?.drawn === wished.drawn && had.frame === wished.frame && had.size === wished.size;
      if (width === 0 || same || busy || (waits && had === undefined)) return;
      busy = true;
      const pictures = await picturesOf(wished.drawn, { frame: wished.frame, width, height }).catch(() => undefined);
      busy = false;
      if (!alive) return;
      if (pictures !== undefined) {
        element.width = width;
        element.height = height;
        const context = element.getContext("2d");
        for (const picture of pictures) {
          context?.drawImage(picture, 0, 0, width, height);
          if (picture instanceof ImageBitmap) picture.close();
        }
        painted();
      }
      painting.current = wished;
      void paint();
    };
    again.current = () => void paint();
    const observer = new ResizeObserver(again.current);
    observer.observe(element);
    return () => {
      alive = false;
      observer.disconnect();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks for a new painting when one of them changes
  useEffect(() => again.current(), [drawn, frame, early]);
  return <canvas ref={canvas} className={`${styles["drawing"]} ${styles["painted"]}`} data-layer="body" />;
}
