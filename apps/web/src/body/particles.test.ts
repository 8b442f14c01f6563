import { figureScene } from "@openlymph/figure";
import { expect, test } from "vitest";
import { dotsDrawn, fade, healthySpeed, makeParticles, moveParticles, widening } from "./particles.ts";

const { strands } = figureScene({ view: "front" });
const flowOf = (value: number) => new Float32Array(strands.length).fill(value);
const longest = strands.reduce((best, strand, s) => (strand.length > (strands[best]?.length ?? 0) ? s : best), 0);

test("ten thousand dots lie on the front and the back with their deep vessels, and every strand has one", () => {
  const back = figureScene({ view: "back" }).strands;
  const all = [strands, back].map(makeParticles);
  expect(all.reduce((sum, { strand }) => sum + strand.length, 0)).toBeGreaterThan(10_000);
  for (const { strand, moved } of all) expect(new Set(strand.subarray(0, moved.length)).size).toBe(moved.length);
});

test("fewer dots still lie on every strand as its length asks", () => {
  const { strand } = makeParticles(strands);
  const all = strands.reduce((sum, { length }) => sum + length, 0);
  const long = strands.flatMap(({ length }, s) => (length > 200 ? [s] : []));
  for (const share of [0.4, 0.7, 1]) {
    const drawn = strand.subarray(0, Math.round(share * strand.length));
    for (const s of long) {
      const own = drawn.filter((each) => each === s).length;
      expect(own / drawn.length / (strands[s]!.length / all)).toBeGreaterThan(0.8);
      expect(own / drawn.length / (strands[s]!.length / all)).toBeLessThan(1.2);
    }
  }
});

test("about one dot for 20 units where the whole body is seen, more when nearer, fewer on a slow machine", () => {
  const particles = makeParticles(strands);
  const length = strands.reduce((sum, strand) => sum + strand.length, 0);
  const usual = dotsDrawn(particles, 1, 1);
  expect(length / usual).toBeGreaterThan(17);
  expect(length / usual).toBeLessThan(23);
  expect(dotsDrawn(particles, 2, 1)).toBeGreaterThan(1.8 * usual);
  expect(dotsDrawn(particles, 8, 1)).toBe(particles.strand.length);
  expect(dotsDrawn(particles, 1, 0.2)).toBe(strands.length);
});

test("a dot moves 18 units a second at healthy flow, half as far at half the flow, and backwards with reflux", () => {
  const length = strands[longest]?.length ?? 0;
  for (const flow of [1, 0.5, -0.5, 0]) {
    const particles = makeParticles(strands);
    moveParticles(particles, strands, flowOf(flow), 1);
    const moved = particles.moved[longest] ?? 0;
    const units = (moved > 0.5 ? moved - 1 : moved) * length;
    expect(units).toBeCloseTo(flow * healthySpeed, 3);
  }
});

test("dots stay on their strand however long they move", () => {
  const particles = makeParticles(strands);
  for (let i = 0; i < 100; i++) moveParticles(particles, strands, flowOf(-3.7), 0.9);
  expect(Math.min(...particles.moved)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...particles.moved)).toBeLessThan(1);
});

test("a dot comes and goes softly at the ends of its strand", () => {
  expect(fade(0)).toBe(0);
  expect(fade(0.15)).toBeCloseTo(1, 12);
  expect(fade(0.5)).toBe(1);
  expect(fade(1)).toBeCloseTo(0, 12);
});

test("small dots are drawn wider where the ground asks for it, and never those that are large enough", () => {
  expect(widening(1.4, 2)).toBe(1.4);
  expect(widening(1.4, 2.5)).toBeCloseTo(1.2, 9);
  expect(widening(1.4, 6)).toBe(1);
  expect(widening(1, 1)).toBe(1);
});
