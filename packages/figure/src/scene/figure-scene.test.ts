import { describe, expect, it } from "vitest";
import { figureData } from "../data/figure-data.ts";
import { allBuilds } from "../data/schema.ts";
import { figureScene } from "./figure-scene.ts";
import type { FigureScene } from "./scene.ts";
import { pointAlong, stretch } from "./strand.ts";

const views = ["front", "back"] as const;
const scenes = views.map((view) => figureScene({ view }));
const idsOf = (pick: (scene: FigureScene) => readonly { readonly id: string }[]): Set<string> =>
  new Set(scenes.flatMap((scene) => pick(scene).map(({ id }) => id)));

type Spot = readonly [number, number];

/** Every place a node or its beads are drawn in a view; the other view's are seen through the body at −x. */
function spotsOf(scene: FigureScene, id: string): readonly Spot[] {
  const other = scenes.find((candidate) => candidate.view !== scene.view)!;
  const here = scene.nodes.filter((node) => node.id === id);
  const through = other.nodes.filter((node) => node.id === id);
  return [
    ...here.flatMap((node) => [node, ...node.beads].map(({ x, y }): Spot => [x, y])),
    ...through.flatMap((node) => [node, ...node.beads].map(({ x, y }): Spot => [-x, y])),
  ];
}

const distance = (x: number, y: number, spots: readonly Spot[]): number =>
  Math.min(...spots.map((spot) => Math.hypot(spot[0] - x, spot[1] - y)));

describe("figure scene", () => {
  it("shows every collector, edge, node group and territory of the data", () => {
    const { collectors, edges, nodes, territories, deepTerritories, watershedLines } = figureData;
    const of = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
    expect(idsOf((s) => s.strands)).toEqual(of([...collectors, ...edges]));
    expect(idsOf((s) => s.nodes)).toEqual(of(nodes));
    expect(idsOf((s) => s.territories)).toEqual(of(territories));
    expect(idsOf((s) => s.deepTerritories)).toEqual(of(deepTerritories));
    expect(idsOf((s) => s.watersheds)).toEqual(of(watershedLines));
  });

  it("ends every strand at a node group, or in a superficial strand that carries it on", () => {
    for (const scene of scenes) {
      const nodes = figureData.nodes.flatMap(({ id }) => spotsOf(scene, id));
      for (const strand of scene.strands.filter((s) => s.kind === "collector" && s.wraps !== true)) {
        const { joins } = figureData.collectors.find(({ id }) => id === strand.id)!;
        const onward = scene.strands.filter(
          ({ id, role }) => joins !== undefined && id !== strand.id && role === "superficial",
        );
        const carriers = onward.filter(({ kind }) => kind === "collector").flatMap((s) => spread(s.points));
        const [x, y] = [strand.points.at(-2)!, strand.points.at(-1)!];
        expect(distance(x, y, [...nodes, ...carriers]), `${scene.view} ${strand.id}`).toBeLessThan(2);
      }
    }
  });

  it("joins both nodes with every edge that stays in a view", () => {
    for (const scene of scenes) {
      for (const { id, points } of scene.strands.filter((s) => s.kind === "edge")) {
        const [from = "", to = ""] = id.split(">");
        expect(distance(points[0]!, points[1]!, spotsOf(scene, from)), id).toBeLessThan(2);
        expect(distance(points.at(-2)!, points.at(-1)!, spotsOf(scene, to)), id).toBeLessThan(2);
      }
    }
  });

  it("keeps strands, beads and nodes together when the body swells or has another build", () => {
    const swollen = figureScene({
      view: "front",
      swelling: { thigh_L: 0.4, calf_L: 0.4, foot_L: 0.4, forearm_L: 0.3 },
    });
    const healthy = scenes[0]!;
    const shifted = (id: string): number => {
      const [a, b] = [healthy, swollen].map((scene) => scene.nodes.find((node) => node.id === id)!);
      return Math.hypot(a!.x - b!.x, a!.y - b!.y);
    };
    expect(shifted("INGINF_L")).toBeGreaterThan(0.3);
    expect(shifted("INGINF_R")).toBe(0);
    expect(shifted("AXCEN_L")).toBe(0);
    for (const scene of [swollen, ...allBuilds.map((build) => figureScene({ view: "front", build }))]) {
      for (const strand of scene.strands.filter((s) => s.id === "vmThigh_L" || s.id === "armMedialB_R")) {
        const { to } = figureData.collectors.find(({ id }) => id === strand.id)!;
        const node = scene.nodes.find(({ id }) => id === to)!;
        const spots = [node, ...node.beads].map(({ x, y }): Spot => [x, y]);
        expect(distance(strand.points.at(-2)!, strand.points.at(-1)!, spots)).toBeLessThan(2);
      }
    }
  });

  it("moves only what lies on the swollen limb", () => {
    const swollen = figureScene({ view: "front", swelling: { forearm_L: 0.4 } });
    const healthy = scenes[0]!;
    const moved = swollen.strands.filter((strand, i) => strand !== healthy.strands[i]);
    expect(moved.length).toBeGreaterThan(5);
    for (const { points } of moved) expect(points.some((x, i) => i % 2 === 0 && x > 100)).toBe(true);
    expect(swollen.territories.find((t) => t.id === "forearmRadial_L")!.d).not.toBe(
      healthy.territories.find((t) => t.id === "forearmRadial_L")!.d,
    );
    expect(swollen.territories.find((t) => t.id === "forearmRadial_R")).toEqual(
      healthy.territories.find((t) => t.id === "forearmRadial_R"),
    );
  });

  it("is the same for the same options, with a healthy outline only when swollen", () => {
    const options = { view: "back", build: "female", swelling: { calf_R: 0.25 } } as const;
    const first = figureScene(options);
    for (let i = 0; i < 30; i++) figureScene({ view: "front", swelling: { hand_L: i / 100 } });
    expect(figureScene(options)).toEqual(first);
    expect(first.healthyOutline).toBeDefined();
    expect(figureScene({ view: "back", swelling: { calf_R: 0 } })).toBe(figureScene({ view: "back" }));
    expect(figureScene({ view: "back" }).healthyOutline).toBeUndefined();
  });

  it("refuses what it does not know, naming the part and the value", () => {
    const draw = (swelling: object) => () => figureScene({ view: "front", swelling });
    expect(draw({ tail_L: 0.2 })).toThrow(/swelling\.tail_L.*upperArm_L/);
    expect(draw({ hand_L: Number.NaN })).toThrow(/swelling\.hand_L.*finite/);
    expect(draw({ hand_L: 20 })).toThrow(/swelling\.hand_L.*20/);
    // @ts-expect-error a view that does not exist
    expect(() => figureScene({ view: "side" })).toThrow(/view.*"side".*front, back/);
  });
});

function spread(points: Float64Array): readonly Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    for (let t = 0; t < 1; t += 0.04) {
      spots.push([points[i]! * (1 - t) + points[i + 2]! * t, points[i + 1]! * (1 - t) + points[i + 3]! * t]);
    }
  }
  return [...spots, [points.at(-2)!, points.at(-1)!]];
}

describe("walking along a strand", () => {
  const strand = scenes[0]!.strands.find((s) => s.id === "vmCalf_L")!;
  const at = new Float64Array(4);

  it("starts and ends at its ends and stops there", () => {
    pointAlong(strand, -5, at);
    expect([at[0], at[1]]).toEqual([strand.points[0], strand.points[1]]);
    pointAlong(strand, strand.length + 5, at);
    expect(at[0]).toBeCloseTo(strand.points.at(-2)!, 9);
    expect(at[1]).toBeCloseTo(strand.points.at(-1)!, 9);
  });

  it("covers equal ways in equal steps, in the direction of the flow", () => {
    const n = 400;
    const pace = strand.length / n;
    let [x, y] = [strand.points[0]!, strand.points[1]!];
    for (let i = 1; i <= n; i++) {
      pointAlong(strand, i * pace, at);
      const [dx, dy] = [at[0]! - x, at[1]! - y];
      expect(Math.hypot(dx, dy) / pace).toBeGreaterThan(0.9);
      expect(Math.hypot(dx, dy) / pace).toBeLessThan(1.1);
      expect(dx * at[2]! + dy * at[3]!).toBeGreaterThan(0);
      [x, y] = [at[0]!, at[1]!];
    }
  });

  it("cuts stretches at shares of the length", () => {
    pointAlong(strand, 0.4 * strand.length, at);
    const part = stretch(strand, 0.4, 1);
    expect([part[0], part[1]]).toEqual([at[0], at[1]]);
    expect([part.at(-2), part.at(-1)]).toEqual([strand.points.at(-2), strand.points.at(-1)]);
  });
});
