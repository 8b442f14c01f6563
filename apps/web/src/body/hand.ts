import type { SessionStep } from "@openlymph/rehearsal";

/** Where one hand lies in a view and which way it works: degrees, 0 to the viewer's right, 90 down. */
export interface HandPlace {
  readonly x: number;
  readonly y: number;
  /** Undefined where the stroke has no direction (breathing). */
  readonly angle: number | undefined;
  /** The hand of the person's right side is drawn mirrored. */
  readonly mirrored: boolean;
}

type Point = readonly [number, number];

/** What has to be known of a view to lay hands on it. */
export interface HandScene {
  readonly territories: readonly { readonly id: string; readonly label: Point }[];
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/** What has to be known of a step. */
export type HandStep = Pick<SessionStep, "territories" | "nodes" | "towardTerritories" | "towardNodes" | "direction">;

function points(scene: HandScene, territories: readonly string[], nodes: readonly string[]): readonly Point[] {
  const here = scene.territories.filter(({ id }) => territories.includes(id)).map(({ label }) => label);
  if (here.length > 0) return here;
  return scene.nodes.filter(({ id }) => nodes.includes(id)).map(({ x, y }) => [x, y] as const);
}

function middle(all: readonly Point[]): Point | undefined {
  if (all.length === 0) return undefined;
  const sum = all.reduce((total, [x, y]) => [total[0] + x, total[1] + y] as const, [0, 0] as const);
  return [sum[0] / all.length, sum[1] / all.length];
}

const onSide = (ids: readonly string[], side: string): readonly string[] =>
  ids.filter((id) => (side === "M" ? !/_[LR]$/.test(id) : id.endsWith(`_${side}`)));

function target(scene: HandScene, step: HandStep, side: string): Point | undefined {
  const both = (ids: readonly string[]) => (onSide(ids, side).length > 0 ? onSide(ids, side) : ids);
  const byNode = middle(points(scene, [], both(step.towardNodes)));
  return byNode ?? middle(points(scene, both(step.towardTerritories), []));
}

/** The hands of a step in a view, one per side it works on; none where the view does not show the place. */
export function handPlaces(scene: HandScene, step: HandStep): readonly HandPlace[] {
  return ["L", "R", "M"].flatMap((side): HandPlace[] => {
    const territories = onSide(step.territories, side);
    const nodes = onSide(step.nodes, side);
    const onlyNodes = step.territories.length === 0 ? nodes : [];
    const place = middle(points(scene, territories, onlyNodes));
    if (place === undefined || (territories.length === 0 && onlyNodes.length === 0)) return [];
    const to = step.direction === "none" ? undefined : target(scene, step, side);
    const away = to === undefined ? 0 : Math.hypot(to[0] - place[0], to[1] - place[1]);
    const angle =
      to === undefined || away < 3 ? undefined : (Math.atan2(to[1] - place[1], to[0] - place[0]) * 180) / Math.PI;
    return [{ x: place[0], y: place[1], angle, mirrored: side === "R" }];
  });
}

/** Whether a view shows where the hands of a step lie. */
export function showsStep(scene: HandScene, step: HandStep): boolean {
  return handPlaces(scene, step).length > 0;
}

/**
 * Where within its region the hand lies at a time: the positions of a step follow one another, the one nearest the
 * target first. Share of the region from −0.5 (far) to 0.5 (near).
 */
export function positionAlong(step: SessionStep, time: number): number {
  if (step.positions < 2) return 0;
  const share = Math.min(Math.max((time - step.start) / (step.end - step.start), 0), 0.999);
  const position = Math.floor(share * step.positions);
  return 0.5 - position / (step.positions - 1);
}

/** The step at a time and the one after it; undefined before and after the session. */
export function stepsAt(
  steps: readonly SessionStep[],
  time: number,
): { readonly now: SessionStep | undefined; readonly next: SessionStep | undefined; readonly place: number } {
  const place = steps.findIndex(({ start, end }) => time >= start && time < end);
  return { now: steps[place], next: place < 0 ? undefined : steps[place + 1], place };
}
