/** Marching squares: the longest closed line on which a field is zero. */
import type { Field } from "./field.ts";

const top = 0;
const right = 1;
const bottom = 2;
const left = 3;

/** Leaving edge for every corner pattern (bits: top left, top right, bottom right, bottom left) and entering edge. */
const leave: readonly (readonly number[])[] = Array.from({ length: 16 }, (_, pattern) => {
  const corner = [pattern & 1, (pattern >> 1) & 1, (pattern >> 2) & 1, (pattern >> 3) & 1];
  const crossed = [top, right, bottom, left].filter((edge) => corner[edge] !== corner[(edge + 1) % 4]);
  return [top, right, bottom, left].map((edge) => crossed.find((other) => other !== edge) ?? edge);
});
/** Saddles, when the two inside corners are joined through the middle: the outside corners are cut off. */
const joined: Readonly<Record<number, readonly number[]>> = {
  5: [right, top, left, bottom],
  10: [left, bottom, right, top],
};
const apart: Readonly<Record<number, readonly number[]>> = {
  5: [left, bottom, right, top],
  10: [right, top, left, bottom],
};

/** Points x0, y0, x1, y1, … of the longest closed zero line, not repeating the first point; empty without one. */
export function longestContour(field: Field): Float64Array {
  const { values, width, height, step } = field;
  const seen = new Uint8Array(width * height);
  let best: number[] = [];
  for (let j = 0; j < height - 1; j++) {
    for (let i = 0; i < width - 1; i++) {
      const at = j * width + i;
      if (seen[at] === 1 || values[at]! < 0 === values[at + 1]! < 0) continue;
      const line = trace(i, j);
      if (line.length > best.length) best = line;
    }
  }
  return Float64Array.from(best);

  function trace(startI: number, startJ: number): number[] {
    const line: number[] = [];
    let i = startI;
    let j = startJ;
    let entered = top;
    do {
      const at = j * width + i;
      const a = values[at]!;
      const b = values[at + 1]!;
      const c = values[at + width + 1]!;
      const d = values[at + width]!;
      const pattern = (a < 0 ? 1 : 0) | (b < 0 ? 2 : 0) | (c < 0 ? 4 : 0) | (d < 0 ? 8 : 0);
      const saddle = a + b + c + d < 0 ? joined : apart;
      const out = (saddle[pattern] ?? leave[pattern]!)[entered]!;
      if (out === top) {
        seen[at] = 1;
        line.push((i + field.x0 + a / (a - b)) * step, (j + field.y0) * step);
        j--;
        entered = bottom;
      } else if (out === bottom) {
        seen[at + width] = 1;
        line.push((i + field.x0 + d / (d - c)) * step, (j + 1 + field.y0) * step);
        j++;
        entered = top;
      } else if (out === right) {
        line.push((i + 1 + field.x0) * step, (j + field.y0 + b / (b - c)) * step);
        i++;
        entered = left;
      } else {
        line.push((i + field.x0) * step, (j + field.y0 + a / (a - d)) * step);
        i--;
        entered = right;
      }
    } while (!(i === startI && j === startJ && entered === top));
    return line;
  }
}
