import { expect, test } from "vitest";
import { addDot, dotInks } from "./dot-pixels.ts";

const width = 40;
const look = { core: 3, rim: 8, dot: "#FFF7C4", edge: "#6E5C08" };

function picture(...dots: readonly { readonly line: readonly number[]; readonly strength: number }[]) {
  const pixels = new Int32Array(width * width);
  for (const { line, strength } of dots) addDot(pixels, width, Float64Array.from(line), strength, dotInks(look));
  return (x: number, y: number): readonly number[] => {
    const pixel = pixels[y * width + x] ?? 0;
    return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24];
  };
}

test("a dot is its colour along its line, the rim's beside it, and nothing farther away", () => {
  const at = picture({ line: [10, 20, 25, 20], strength: 1 });
  expect(at(17, 20)).toEqual([0xff, 0xf7, 0xc4, 255]);
  expect(at(17, 22).slice(0, 3)).toEqual([0x6e, 0x5c, 0x08]);
  expect(at(17, 22)[3]).toBe(Math.round(0.7 * 255));
  expect(at(17, 25)).toEqual([0, 0, 0, 0]);
  expect(at(5, 20)).toEqual([0, 0, 0, 0]);
  expect(at(8, 20)[3]).toBeGreaterThan(0);
});

test("a fainter dot is less opaque and never hides a clearer one, whichever came first", () => {
  const clear = { line: [10, 20, 25, 20], strength: 1 };
  const faint = { line: [18, 10, 18, 30], strength: 0.4 };
  expect(picture(faint)(18, 12)[3]).toBeLessThan(picture(clear)(18, 20)[3] ?? 0);
  for (const at of [picture(clear, faint), picture(faint, clear)]) expect(at(18, 20)).toEqual([0xff, 0xf7, 0xc4, 255]);
});

test("what lies outside the picture is left out, also where a dot crosses its border", () => {
  const at = picture({ line: [-50, 10, -45, 10], strength: 1 }, { line: [36, 39.5, 60, 39.5], strength: 1 });
  expect(at(39, 39)[3]).toBe(255);
  expect(at(0, 10)[3]).toBe(0);
  expect(at(0, 38)[3]).toBe(0);
});
