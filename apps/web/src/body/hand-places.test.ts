import { type FigureScene, figureScene } from "@openlymph/figure";
import { type SessionStep, sessionSteps } from "@openlymph/rehearsal";
import { planFromSequence, regionsById, sequences, serializePlan } from "@openlymph/therapy";
import { describe, expect, test } from "vitest";
import { playedSteps } from "../home/player/played-step.ts";
import { readHomePlan } from "../home/read-home-plan.ts";
import { arrowOf, atPosition, type HandPlace, type HandStep, handPlaces } from "./hand.ts";

const front = figureScene({ view: "front" });
const back = figureScene({ view: "back" });

/** Corners of a territory's path. */
function corners(d: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let [x, y, command] = [0, 0, ""];
  const words = d.match(/[a-z]|-?\d*\.?\d+/gi) ?? [];
  for (let i = 0; i < words.length; ) {
    if (/[a-z]/i.test(words[i] ?? "")) command = words[i++] ?? "";
    if (command.toLowerCase() === "z") continue;
    if (!"MLml".includes(command)) throw new Error(`command ${command}`);
    const [a, b] = [Number(words[i++]), Number(words[i++])];
    [x, y] = command === command.toUpperCase() ? [a, b] : [x + a, y + b];
    found.push([x, y]);
  }
  return found;
}

function holds(scene: FigureScene, id: string, x: number, y: number): boolean {
  const all = corners(scene.territories.find((one) => one.id === id)?.d ?? "");
  let inside = false;
  for (const [i, [ax, ay]] of all.entries()) {
    const [bx, by] = all[(i + 1) % all.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** The territories of the region a hand works on, and the one the data name for it. */
function isInRegion(scene: FigureScene, step: HandStep, { x, y }: { x: number; y: number }): boolean {
  const ids = regionsById.get(step.region)?.territories ?? [];
  const own = scene.places.find(({ region }) => region === step.region)?.territory?.slice(0, -2);
  const all = own === undefined ? ids : [...ids, own];
  // A hand on the median line lies on both sides' edge.
  const near = Math.abs(x) < 0.5 ? [x - 1, x + 1] : [x];
  return all.some((id) => ["_L", "_R"].some((side) => near.some((at) => holds(scene, id + side, at, y))));
}

const shares = (positions: number): readonly number[] =>
  Array.from({ length: positions }, (_, n) => (positions < 2 ? 0 : 0.5 - n / (positions - 1)));

/** A target as a point: where the data say strokes toward it end, or the stations and territories of the target itself. */
function anatomicalEnd(scene: FigureScene, step: HandStep, hand: HandPlace): readonly [number, number] | undefined {
  const side = hand.mirrored ? "_R" : "_L";
  const ids = [...step.towardNodes, ...step.towardTerritories];
  const mine = ids.some((id) => id.endsWith(side)) ? ids.filter((id) => id.endsWith(side)) : ids;
  const nodes = scene.nodes.filter(({ id }) => mine.includes(id)).map(({ x, y }) => [x, y] as const);
  const shown =
    nodes.length > 0 ? nodes : scene.territories.filter(({ id }) => mine.includes(id)).map(({ label }) => label);
  if (shown.length === 0) return undefined;
  const mean = (at: 0 | 1): number => shown.reduce((sum, point) => sum + point[at], 0) / shown.length;
  return [mean(0), mean(1)];
}

function judge(scene: FigureScene, step: HandStep & { positions: number }): readonly string[] {
  const faults: string[] = [];
  for (const place of handPlaces(scene, step)) {
    for (const share of shares(step.positions)) {
      const hand = atPosition(place, share);
      const where = `${scene.view} ${step.region} → ${step.toward} at ${hand.x.toFixed(0)}, ${hand.y.toFixed(0)}`;
      if (!isInRegion(scene, step, hand)) faults.push(`${where}: outside its region`);
      const arrow = arrowOf(hand);
      const named = step.direction !== "none" && (step.toward !== "chosen_exit" || step.region.endsWith("_whole"));
      if ((arrow !== undefined) !== named) faults.push(`${where}: ${named ? "no arrow" : "an arrow"}`);
      if (arrow === undefined) continue;
      const turn = ((hand.angle ?? 0) * Math.PI) / 180;
      const end = [place.x + place.away * Math.cos(turn), place.y + place.away * Math.sin(turn)] as const;
      const far = ([x, y]: readonly [number, number], along: number): number =>
        Math.hypot(hand.x + along * Math.cos(turn) - x, hand.y + along * Math.sin(turn) - y);
      if (far(end, arrow.to) >= far(end, arrow.from)) faults.push(`${where}: the arrow leads away`);
      // Where hand and target do not share the stations they are named by, the anatomy has to say the same.
      const real = step.toward === step.region ? undefined : anatomicalEnd(scene, step, hand);
      if (real !== undefined && far(real, 0) > 60 && far(real, 20) >= far(real, 0))
        faults.push(`${where}: against the anatomy`);
    }
  }
  return faults;
}

describe.each(sequences.map(({ id }) => id))("%s", (id) => {
  test.each(["left", "right"] as const)(
    "%s: every hand lies in its region, and its arrow points to the target",
    (side) => {
      const made = planFromSequence(id, { affectedSide: side });
      if (!made.ok) throw new Error(JSON.stringify(made));
      const steps: readonly SessionStep[] = sessionSteps(made.value);
      const home = readHomePlan(serializePlan(made.value), "plan.yaml");
      if (!home.ok) throw new Error(JSON.stringify(home));
      const played = playedSteps(home.value).map(({ hand, step }) => ({ ...hand, positions: step.positions }));
      for (const all of [steps, played]) {
        expect(all.filter((step) => ![front, back].some((scene) => handPlaces(scene, step).length > 0))).toEqual([]);
        expect(all.flatMap((step) => [front, back].flatMap((scene) => judge(scene, step)))).toEqual([]);
      }
    },
  );
});

/** Degrees of the left hand of a step of a shipped plan for the left side. */
function angleOf(id: string, region: string, scene: FigureScene): number {
  const made = planFromSequence(id, { affectedSide: "left" });
  const step = made.ok ? sessionSteps(made.value).find((one) => one.region === region) : undefined;
  const hand = step === undefined ? undefined : handPlaces(scene, step).find(({ mirrored }) => !mirrored);
  if (hand?.angle === undefined) throw new Error(`no arrow at ${region}`);
  return hand.angle;
}

test.each([
  // Front view, left side: up is −90, toward the median line 180, outward 0.
  ["draft_arm_unilateral", "inguinal", front, -150, -95],
  ["draft_arm_unilateral", "neck_lateral", front, 45, 90],
  ["draft_arm_unilateral", "arm_whole", front, -125, -85],
  ["draft_arm_unilateral", "fingers", front, -120, -70],
  ["draft_arm_unilateral", "hand_dorsum", back, -90, -40],
  ["draft_leg_unilateral", "ankle", front, -100, -80],
  ["draft_leg_unilateral", "lower_leg", front, -100, -80],
  ["draft_leg_unilateral", "knee_popliteal", back, -95, -60],
  ["draft_leg_unilateral", "toes", front, -115, -80],
  ["draft_leg_unilateral", "leg_whole", front, -95, -75],
] as const)("%s, %s: the arrow runs as the step's words say", (id, region, scene, from, to) => {
  expect(angleOf(id, region, scene)).toBeGreaterThan(from);
  expect(angleOf(id, region, scene)).toBeLessThan(to);
});
