import { anatomy } from "@openlymph/anatomy";
import type { FigureScene } from "@openlymph/figure";
import { words } from "../words.ts";

export type ThingKind = "node" | "vessel" | "territory";

/** Something on the body that can be pointed at. */
export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly name: string;
}

/** A thing where it lies in one view: `d` is the area that answers, (x, y) its middle. */
export interface PlacedThing extends Thing {
  readonly x: number;
  readonly y: number;
  readonly d: string;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function nodeName(id: string): string {
  return anatomy.byId.nodeGroups.get(id)?.name ?? id;
}

/** A name with its side, which a name of vessels does not say itself. */
function sidedName(name: string, side: "L" | "R" | "M"): string {
  if (side === "M") return name;
  return `${name}, ${words.history.sides[side === "L" ? "left" : "right"]}`;
}

function vesselName(id: string): string {
  const collector = anatomy.byId.collectors.get(id);
  if (collector !== undefined) return sidedName(collector.name, collector.side);
  const edge = anatomy.byId.edges.get(id);
  return edge === undefined ? id : `${nodeName(edge.from)} → ${nodeName(edge.to)}`;
}

function round(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** Everything in a view that can be pointed at: regions at the bottom, vessels over them, node groups on top. */
export function thingsOf(scene: FigureScene, deep: boolean): readonly PlacedThing[] {
  const territories = scene.territories.map(({ id, d, label }): PlacedThing => {
    const name = anatomy.byId.territories.get(id)?.name ?? id;
    return { kind: "territory", id, name: upper(name), x: label[0], y: label[1], d };
  });
  const bundles = new Map<string, { d: string; x: number; y: number }>();
  for (const { id, d, points, overview } of scene.strands) {
    if (!overview && !deep) continue;
    const half = Math.floor(points.length / 4) * 2;
    const known = bundles.get(id);
    if (known === undefined) bundles.set(id, { d, x: points[half] ?? 0, y: points[half + 1] ?? 0 });
    else known.d += d;
  }
  const vessels = [...bundles].map(
    ([id, place]): PlacedThing => ({ kind: "vessel", id, name: upper(vesselName(id)), ...place }),
  );
  const nodes = scene.nodes
    .filter(({ overview, beads, id }) => (overview || deep) && (beads.length > 0 || id.startsWith("VA_")))
    .map(({ id, x, y, beads }): PlacedThing => {
      const areas = beads.length === 0 ? round(x, y, 5) : beads.map((b) => round(b.x, b.y, b.rx + 2.4)).join("");
      return { kind: "node", id, name: upper(nodeName(id)), x, y, d: areas };
    });
  return [...territories, ...vessels, ...nodes];
}

/** The nearest thing in a direction: what lies straight ahead counts as nearer than what lies aside. */
export function neighbour(
  things: readonly PlacedThing[],
  from: PlacedThing,
  direction: readonly [number, number],
): PlacedThing | undefined {
  let best: PlacedThing | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    if (thing === from) continue;
    const ahead = (thing.x - from.x) * direction[0] + (thing.y - from.y) * direction[1];
    const aside = Math.abs((thing.x - from.x) * direction[1] - (thing.y - from.y) * direction[0]);
    if (ahead <= 0.5 || aside > 2.5 * ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [thing, far];
  }
  return best;
}
