/** The shapes of a drawn figure as paths of a canvas. */
import type { SvgElement } from "./svg-text.ts";

/** Ends the painting where the drawing holds what is not known here. */
export const refuse = (what: string): never => {
  throw new Error(`not painted here: ${what}`);
};

/** The outline of a shape in its own place, without its turn. */
export function shapePath({ name, attributes }: SvgElement): Path2D {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  if (name === "path") return new Path2D(attributes["d"]);
  const path = new Path2D();
  const [cx, cy] = [number("cx"), number("cy")];
  if (name === "circle") path.ellipse(cx, cy, number("r"), number("r"), 0, 0, 2 * Math.PI);
  else if (name === "ellipse") path.ellipse(cx, cy, number("rx"), number("ry"), 0, 0, 2 * Math.PI);
  else if (name === "rect") path.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
  else return refuse(name);
  path.closePath();
  return path;
}

/** `rotate(angle x y)`, the only turn there is. */
export function turnOf({ attributes: { transform } }: SvgElement): DOMMatrix | undefined {
  if (transform === undefined) return undefined;
  const [, angle, x, y] = /^rotate\((\S+) (\S+) (\S+)\)$/.exec(transform) ?? refuse(transform);
  return new DOMMatrix().translate(Number(x), Number(y)).rotate(Number(angle)).translate(-Number(x), -Number(y));
}

/** Top and bottom of a path made of `M`, `l` and `c`, by the points it goes through. */
export function heightsOf(d: string): readonly [number, number] {
  let [y, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, letter = "", written = ""] of d.matchAll(/([Mlc])([^A-Za-z]*)/g)) {
    const numbers = (written.match(/-?[\d.]+/g) ?? []).map(Number);
    const every = letter === "c" ? 6 : 2;
    for (let n = every - 1; n < numbers.length; n += every) {
      y = letter === "M" ? (numbers[n] ?? 0) : y + (numbers[n] ?? 0);
      [low, high] = [Math.min(low, y), Math.max(high, y)];
    }
  }
  return [low, high];
}
