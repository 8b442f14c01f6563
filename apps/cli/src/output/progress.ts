import type { Progress } from "@openlymph/base";
import { plain } from "./page.ts";

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressLine {
  report(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

/** How long work may take before a line appears, and the time between two of them, ms. */
const patience = 300;
const gap = 100;

/** One line on the terminal that is written over; nothing where the stream is none. */
export function progressLine(stream: Screen, now: () => number = performance.now.bind(performance)): ProgressLine {
  if (stream.isTTY !== true) return { report: () => {}, clear: () => {} };
  const began = now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    report({ task, fraction, message }) {
      const time = now();
      if (time - began < patience || time - last < gap) return;
      last = time;
      shown = true;
      const done = `${Math.floor(100 * Math.min(1, Math.max(0, fraction)))} %`.padStart(5);
      const line = `${done}  ${plain(task)}: ${plain(message)}`.slice(0, (stream.columns ?? 80) - 1);
      stream.write(`\r\u001b[2K${line}`);
    },
    clear() {
      if (shown) stream.write("\r\u001b[2K");
      shown = false;
    },
  };
}
