import type { RegionPlace } from "@openlymph/figure";
import type { SessionStep } from "@openlymph/rehearsal";

/** Where one hand lies in a view and which way it works: degrees, 0 to the viewer's right, 90 down. */
export interface HandPlace {
  readonly x: number;
  readonly y: number;
  /** Undefined where the stroke has no direction (breathing). */
  readonly angle: number | undefined;
  /** How far its end is, units; 0 without a direction. */
  readonly away: number;
  /** The hand of the person's right side is drawn mirrored. */
  readonly mirrored: boolean;
  /** How far the positions of the step lie apart, units; across the stroke instead of along it. */
  readonly reach: number;
  readonly across: boolean;
}

type Point = readonly [number, number];
type Side = "L" | "R" | "M";

/** What has to be known of a view to lay hands on it. */
export interface HandScene {
  readonly places: readonly RegionPlace[];
}

/** What has to be known of a step. */
export type HandStep = Pick<
  SessionStep,
  "region" | "side" | "toward" | "territories" | "nodes" | "towardTerritories" | "towardNodes" | "direction"
>;

/** The sides that ids of the anatomy name: `M` for those without one. */
const sidesIn = (ids: readonly string[]): ReadonlySet<Side> =>
  new Set(ids.map((id): Side => (/_[LR]$/.test(id) ? (id.slice(-1) as Side) : "M")));

const placeOf = (scene: HandScene, region: string, side: Side): RegionPlace | undefined =>
  scene.places.find((place) => place.region === region && place.side === (side === "M" ? "L" : side));

/** Where a stroke of a hand on a side ends: on its own side where the target has one there. */
function target(scene: HandScene, step: HandStep, own: RegionPlace, side: Side): Point | undefined {
  const sides = sidesIn([...step.towardTerritories, ...step.towardNodes]);
  const there = sides.size === 0 || sides.has(side) || sides.has("M") ? side : ([...sides][0] ?? side);
  const open = sides.size === 0 ? (own.open ?? step.toward) : step.toward;
  const end = own.ends[open];
  if (end === undefined) return placeOf(scene, open, there)?.to;
  return there === side ? end : [-end[0], end[1]];
}

/** The hands of a step in a view, one per side it works on; none where the view does not show the place. */
export function handPlaces(scene: HandScene, step: HandStep): readonly HandPlace[] {
  const worked = sidesIn(step.territories.length > 0 ? step.territories : step.nodes);
  const middle = placeOf(scene, step.region, "M")?.thirds[step.side]?.[0] === 0;
  const sides: readonly Side[] = middle ? ["M"] : (["L", "R", "M"] as const).filter((side) => worked.has(side));
  return sides.flatMap((side): HandPlace[] => {
    const own = placeOf(scene, step.region, side);
    const at = own?.thirds[step.side] ?? own?.at;
    if (own === undefined || at === undefined) return [];
    const to = step.direction === "none" ? undefined : target(scene, step, own, side);
    const away = to === undefined ? 0 : Math.hypot(to[0] - at[0], to[1] - at[1]);
    const angle = to === undefined ? undefined : (Math.atan2(to[1] - at[1], to[0] - at[0]) * 180) / Math.PI;
    const { reach, across } = own;
    return [{ x: at[0], y: at[1], angle, away, mirrored: side === "R", reach, across }];
  });
}

/** A hand at one of the positions of its step: from 0.5, nearest the end of the stroke, to −0.5. */
export function atPosition(place: HandPlace, share: number): HandPlace {
  const turn = (((place.angle ?? -90) + (place.across ? 90 : 0)) * Math.PI) / 180;
  const by = share * place.reach;
  const away = place.across ? place.away : Math.max(0, place.away - by);
  return { ...place, x: place.x + by * Math.cos(turn), y: place.y + by * Math.sin(turn), away };
}

const arrowLength = 33;
const arrowFarthest = 78;

/** The arrow of a hand, units from its middle: beyond the fingers, or over them where the end is nearer. */
export function arrowOf({ angle, away }: HandPlace): { readonly from: number; readonly to: number } | undefined {
  if (angle === undefined) return undefined;
  const to = Math.min(arrowFarthest, Math.max(away, 6));
  return { from: to - arrowLength, to };
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
