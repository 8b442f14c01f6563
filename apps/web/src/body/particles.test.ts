import { figureScene } from "@openlymph/figure";
import { expect, test } from "vitest";
import { fade, healthySpeed, makeParticles, moveParticles } from "./particles.ts";

const { strands } = figureScene({ view: "front" });
const flowOf = (value: number) => new Float32Array(strands.length).fill(value);
const longest = strands.reduce((best, strand, s) => (strand.length > (strands[best]?.length ?? 0) ? s : best), 0);

test("a strand has about one dot per 22 units, and every strand at least one", () => {
  const particles = makeParticles(strands);
  const length = strands.reduce((sum, strand) => sum + strand.length, 0);
  expect(particles.strand.length / (length / 22)).toBeGreaterThan(0.9);
  expect(particles.strand.length / (length / 22)).toBeLessThan(1.2);
  expect(new Set(particles.strand).size).toBe(strands.length);
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
