/** Whether strokes are being guided at this moment, for whatever may wait until they are not. */
let playing = false;
const waiting = new Set<() => void>();

export function setInPlay(now: boolean): void {
  playing = now;
  if (now) return;
  for (const go of waiting) go();
  waiting.clear();
}

/** Settles at once, or when the session stands still. */
export const still = (): Promise<void> =>
  playing ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve();
