import { expect, it } from "vitest";
import { drawFigure } from "./draw-figure.ts";
import type { Figure } from "./figure.ts";

const figure: Figure = {
  caption: "Flow falls with load < 20 mmHg.",
  x: { label: "load, mmHg", from: 0, to: 10 },
  y: { label: "flow, mL/h" },
  series: [
    {
      name: "ours",
      style: "line",
      points: [
        [0, 1],
        [10, 0.5],
      ],
    },
    { name: "measured", style: "published", points: [[5, 0.8]], errors: [0.2] },
  ],
  bands: [{ axis: "y", from: 0.6, to: 1, name: "published" }],
};

it("places the ends of a curve on the frame that the axes span", () => {
  const svg = drawFigure(figure);
  const curve = /<polyline[^>]*points="([^"]+)"/.exec(svg)?.[1]?.split(" ") ?? [];
  const [left, right] = curve.map((point) => point.split(",").map(Number)) as [number[], number[]];
  const frame = /<rect class="frame" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(svg);
  expect(left[0]).toBe(Number(frame?.[1]));
  expect(right[0]).toBe(Number(frame?.[1]) + Number(frame?.[2]));
  expect(right[1]).toBeGreaterThan(left[1]!);
});

it("draws the bar of a published point as long as its error", () => {
  const svg = drawFigure(figure);
  const bar = /<line class="error" x1="([\d.]+)" x2="\1" y1="([\d.]+)" y2="([\d.]+)"/.exec(svg);
  const band = /<rect class="band"[^>]*height="([\d.]+)"/.exec(svg);
  expect(Math.abs(Number(bar?.[2]) - Number(bar?.[3]))).toBeCloseTo(Number(band?.[1]), 1);
});

it("escapes words, and gives the same bytes for the same figure", () => {
  const labelled = { ...figure, x: { ...figure.x, label: "a < b & c" } };
  expect(drawFigure(labelled)).toContain("a &lt; b &amp; c");
  expect(drawFigure(figure)).toBe(drawFigure(structuredClone(figure)));
});

it("does not notice a difference in the last digits of a number", () => {
  const points = figure.series[0]!.points.map(([x, y]) => [x, y * (1 + 1e-9)] as const);
  const near = { ...figure, series: [{ ...figure.series[0]!, points }, figure.series[1]!] };
  expect(drawFigure(near)).toBe(drawFigure(figure));
});
