import { describe, expect, it } from "vitest";
import { figureScene } from "../scene/figure-scene.ts";
import { handLook, handPlaces } from "./hand-place.ts";
import { handShape } from "./hand-shape.ts";
import { strokeDrawings } from "./stroke-data.ts";
import { strokeFrame, strokeMoving } from "./stroke-frame.ts";
import type { HandMoment, StrokePicture } from "./stroke-picture.ts";
import { strokeStill } from "./stroke-still.ts";

/** Half a stroke a quarter of a hand width to the exit and back. */
function push(phase: number): HandMoment {
  const wave = Math.sin(2 * Math.PI * phase);
  return { along: 0.25 * Math.sin(Math.PI * phase) ** 2, across: 0, pressure: Math.max(0, wave), lift: 0, rise: 0 };
}

function pictureOf(id: string, change: Partial<StrokePicture> = {}): StrokePicture {
  const step = { head: "Head", text: "A sentence that is long enough to be broken into two lines below its picture." };
  return {
    id,
    motion: push,
    workingShare: 0.5,
    cycle: 2,
    lag: 0,
    skinMoves: true,
    advance: 0,
    words: {
      title: "Pump <1>",
      description: "A hand & a limb.",
      marks: "Draft",
      working: "Stretch 1 s",
      resting: "Release 1 s",
      pressure: "30 to 40 mmHg",
      steps: { place: step, stretch: step, release: step },
    },
    ...change,
  };
}

const drawings = (id: string, theme: "light" | "dark") => {
  const picture = pictureOf(id);
  return [
    strokeFrame(picture, 0.3, { theme, prefix: id }),
    strokeMoving(picture, { theme, prefix: id }),
    strokeStill(picture, { theme, prefix: id }),
  ];
};

function inside(contour: Float64Array, x: number, y: number): boolean {
  let within = false;
  for (let i = 0, j = contour.length - 2; i < contour.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [contour[i]!, contour[i + 1]!, contour[j]!, contour[j + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

describe("pictures of strokes", () => {
  it("are complete in themselves: ids once, every reference answered, nothing from elsewhere, text escaped", () => {
    for (const id of ["vodder_pump", "vodder_rotary"]) {
      for (const svg of drawings(id, "light")) {
        const own = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
        expect(new Set(own).size, id).toBe(own.length);
        for (const [, name] of svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)) expect(own.includes(name), name).toBe(true);
        for (const name of own) expect(name?.startsWith(id)).toBe(true);
        expect(/https?:|<script/.test(svg.replace("http://www.w3.org/2000/svg", ""))).toBe(false);
        expect(svg.includes("Pump &lt;1&gt;")).toBe(true);
        expect(svg.includes("NaN")).toBe(false);
      }
    }
  });

  it("are the same bytes for the same moment alone", () => {
    const picture = pictureOf("vodder_pump");
    const frame = strokeFrame(picture, 0.25, { theme: "light" });
    const same = (phase: number, theme: "light" | "dark") => strokeFrame(picture, phase, { theme }) === frame;
    expect(same(0.25, "light")).toBe(true);
    expect(same(0.4, "light")).toBe(false);
    expect(same(0.25, "dark")).toBe(false);
  });

  it("move only where motion is not unwelcome, at the pace of the stroke", () => {
    const svg = strokeMoving(pictureOf("vodder_pump", { cycle: 6 }), { theme: "light" });
    const [, style = ""] = /<style>(.*)<\/style>/.exec(svg) ?? [];
    expect(style.startsWith("@media (prefers-reduced-motion:no-preference){")).toBe(true);
    expect(style.match(/animation:[\w-]+ 6s linear infinite/g)?.length).toBeGreaterThan(5);
    const named = [...style.matchAll(/animation:([\w-]+)/g)].map(([, name]) => name);
    for (const name of named) expect(svg.includes(`class="${name}"`), name).toBe(true);
  });

  it("show three moments in a storyboard, of which only the second presses", () => {
    const svg = strokeStill(pictureOf("vodder_pump"), { theme: "light" });
    expect(svg.match(/>Head</g)).toHaveLength(3);
    const scales = [...svg.matchAll(/rotate\(0\)scale\(([\d.]+)\)/g)].map(([, scale]) => Number(scale));
    expect(scales.map((scale) => scale < 1)).toEqual([false, true, false]);
    const tall = strokeStill(pictureOf("vodder_pump"), { theme: "light", layout: "column" });
    expect(tall.includes('viewBox="0 0 392 ')).toBe(true);
  });

  it("draw the second hand where the stroke has two, and lift, lag and the next place when told so", () => {
    const hands = (picture: StrokePicture) => strokeFrame(picture, 0.3, { theme: "light" }).match(/scale\(1 -?1\)/g);
    expect(hands(pictureOf("foldi_oedema"))?.length).toBe(2 * (hands(pictureOf("fg_fill"))?.length ?? 0));
    const next = (advance: number) => strokeFrame(pictureOf("vodder_pump", { advance }), 0.3, { theme: "light" });
    const dashed = (svg: string) => svg.includes('stroke-dasharray="4 3.4"');
    expect([dashed(next(1)), dashed(next(0))]).toEqual([true, false]);
    const place = strokeDrawings.scenes["fg_flush"]!;
    const lagging = pictureOf("fg_flush", { lag: 0.5 });
    const [first, second] = handPlaces(place, lagging).map((hand) => handLook(place, hand, lagging, 0.25).pressure);
    expect(first).toBeCloseTo(1);
    expect(second).toBe(0);
  });

  it("put a mirrored hand on the other side, thumb and fingers the other way round", () => {
    const place = strokeDrawings.scenes["vodder_rotary"]!;
    const [one, other] = handPlaces(place, pictureOf("vodder_rotary"));
    expect(other).toMatchObject({ x: -one!.x, y: one!.y, mirror: -one!.mirror });
    const across = (hand: typeof one) => Math.cos((hand!.fingers * Math.PI) / 180);
    expect(across(other)).toBeCloseTo(-across(one), 10);
  });

  it("raise the belly where the breath does", () => {
    const breath = pictureOf("breath_diaphragm", {
      motion: (phase) => ({ along: 0, across: 0, pressure: 0, lift: 0, rise: Math.sin(Math.PI * phase) ** 2 }),
      skinMoves: false,
    });
    const place = strokeDrawings.scenes["breath_diaphragm"]!;
    const [hand] = handPlaces(place, breath);
    const [out, full] = [0, 0.5].map((phase) => handLook(place, hand!, breath, phase));
    expect(full!.y).toBeLessThan(out!.y);
    expect(strokeMoving(breath, { theme: "light" }).includes("@keyframes stroke-belly0")).toBe(true);
  });

  it("say which strokes have a picture when one has none", () => {
    expect(() => strokeFrame(pictureOf("vodder_pum"), 0, { theme: "light" })).toThrow();
  });
});

describe("places of strokes", () => {
  it("lie on the skin, at the beginning of the work and at its end", () => {
    for (const [id, place] of Object.entries(strokeDrawings.scenes)) {
      const picture = pictureOf(id);
      const { contour } = figureScene({ view: place.view });
      for (const hand of handPlaces(place, picture)) {
        for (const phase of [0, 0.5]) {
          const { x, y } = handLook(place, hand, picture, phase);
          expect(inside(contour, hand.x + x, hand.y + y), `${id} at ${phase}`).toBe(true);
        }
      }
    }
  });

  it("veil only territories of the body", () => {
    for (const { view, veil } of Object.values(strokeDrawings.scenes)) {
      const known = figureScene({ view }).territories.map(({ id }) => id);
      for (const id of Object.keys(veil ?? {})) expect(known).toContain(id);
    }
  });
});

describe("the hand", () => {
  it("has four nails, three partings, and is the same object in the same pose", () => {
    const pose = strokeDrawings.poses.flat;
    const shape = handShape(pose, 0);
    expect(shape.nails).toHaveLength(4);
    expect(shape.partings).toHaveLength(3);
    expect(handShape(pose, 0)).toBe(shape);
    expect(handShape(pose, 12)).not.toBe(shape);
  });
});
