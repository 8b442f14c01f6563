import type { FigureScene } from "@openlymph/figure";
import type { SessionStep } from "@openlymph/rehearsal";
import { handPlaces } from "./hand.ts";

/** A place on the body: which steps lie there, and which ways they run. */
export interface PlanSpot {
  readonly x: number;
  readonly y: number;
  readonly numbers: readonly number[];
  /** Degrees, each once, 0 to the viewer's right, 90 down. */
  readonly angles: readonly number[];
}

/** Spots nearer than this would cover each other; 1/1000 of the height. */
const apart = 34;
const sameWay = 20;

function turned(a: number, b: number): number {
  const between = Math.abs(a - b) % 360;
  return Math.min(between, 360 - between);
}

/** The steps of a session on a view of the body, those that lie on one place together, in the order of the steps. */
export function planSpots(scene: FigureScene, steps: readonly SessionStep[]): readonly PlanSpot[] {
  const spots: { x: number; y: number; numbers: number[]; angles: number[] }[] = [];
  for (const step of steps) {
    for (const { x, y, angle } of handPlaces(scene, step)) {
      let spot = spots.find((one) => Math.hypot(one.x - x, one.y - y) < apart);
      if (spot === undefined) {
        spot = { x, y, numbers: [], angles: [] };
        spots.push(spot);
      }
      if (!spot.numbers.includes(step.n)) spot.numbers.push(step.n);
      if (angle !== undefined && !spot.angles.some((one) => turned(one, angle) < sameWay)) spot.angles.push(angle);
    }
  }
  return spots;
}

/** `1, 3–5`: numbers as short as they can be read. */
export function numbersText(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/** Half width and half height of a label in the units of the figure. */
export const labelHeight = 19;
export const labelWidth = (text: string): number => Math.max(labelHeight, 7 * text.length + 7);

/** A spot with its number beside it where others would cover it. */
export interface PlacedSpot extends PlanSpot {
  readonly text: string;
  readonly labelX: number;
  readonly labelY: number;
}

const gap = 2;
const rounds = 200;

/** Moves the numbers of spots as far apart as they need to be read. */
export function placedSpots(spots: readonly PlanSpot[]): readonly PlacedSpot[] {
  const placed = spots.map((spot) => ({ ...spot, text: numbersText(spot.numbers), labelX: spot.x, labelY: spot.y }));
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        const wide = labelWidth(a.text) + labelWidth(b.text) + gap - Math.abs(a.labelX - b.labelX);
        const high = 2 * labelHeight + gap - Math.abs(a.labelY - b.labelY);
        if (wide <= 0 || high <= 0) continue;
        moved = true;
        // Along the shorter way out, half each; of two on one spot the later one goes down.
        if (wide < high) {
          const way = a.labelX <= b.labelX ? 1 : -1;
          a.labelX -= (way * wide) / 2;
          b.labelX += (way * wide) / 2;
        } else {
          const way = a.labelY <= b.labelY ? 1 : -1;
          a.labelY -= (way * high) / 2;
          b.labelY += (way * high) / 2;
        }
      }
    }
    if (!moved) break;
  }
  return placed;
}
