import { anatomy } from "@openlymph/anatomy";
import { mLPerHour } from "@openlymph/base";
import type { FigureScene } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { between, type Moment } from "./moment.ts";

/** A link between two basins that carries lymph now. */
export interface Detour {
  readonly id: string;
  readonly name: string;
  /** Where it flows from and to, node ids. */
  readonly from: string;
  readonly to: string;
  /** m³/s, positive. */
  readonly flow: number;
}

/** Below this an open link is not drawn. */
const least = 0.02 * mLPerHour;

/** Links between basins that carry lymph at a moment, strongest first. */
export function detoursAt({ index }: Rehearsal, moment: Moment): readonly Detour[] {
  return index.anastomoses
    .map(({ id, name, a, b }, n) => {
      const flow = between(moment, (state) => state.anastomosisFlow[n] ?? 0);
      return flow >= 0 ? { id, name, from: a, to: b, flow } : { id, name, from: b, to: a, flow: -flow };
    })
    .filter(({ flow }) => flow >= least)
    .sort((x, y) => y.flow - x.flow);
}

/** How wide a detour is drawn, units of the figure. */
export function detourWidth({ flow }: Detour): number {
  return Math.min(4.2, 1.2 + 5 * Math.sqrt(flow / mLPerHour / 2));
}

type Point = readonly [number, number];

function curve(points: readonly Point[]): string {
  const at = (n: number): Point => points[Math.min(Math.max(n, 0), points.length - 1)] ?? [0, 0];
  const pieces = points.slice(1).map((to, n) => {
    const [before, from, after] = [at(n - 1), at(n), at(n + 2)];
    const c1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const c2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...c1, ...c2, ...to].map((value) => value.toFixed(1)).join(" ")}`;
  });
  return `M${at(0).join(" ")}${pieces.join("")}`;
}

function nodeBox(scene: FigureScene, id: string): Point | undefined {
  const node = scene.nodes.find((candidate) => candidate.id === id);
  return node === undefined ? undefined : [node.x, node.y];
}

/**
 * The way of a detour in a view, from its node through the territories of its route to its other node; undefined where
 * the view shows no two points of it.
 */
export function detourPath(scene: FigureScene, { id, from, to }: Detour): string | undefined {
  const record = anatomy.byId.anastomoses.get(id);
  if (record === undefined) return undefined;
  const route = record.a === from ? record.route : [...record.route].reverse();
  const labels = new Map(scene.territories.map((territory) => [territory.id, territory.label]));
  const through = route.flatMap((territory): Point[] => {
    const label = labels.get(territory);
    return label === undefined ? [] : [label];
  });
  const ends = [nodeBox(scene, from), nodeBox(scene, to)] as const;
  const points = [ends[0], ...through, ends[1]].filter((point) => point !== undefined);
  return points.length < 2 ? undefined : curve(points);
}
