import { anatomy, nodePoint, territoryPoint } from "@openlymph/anatomy";
import type { BodyCondition, WholeBody } from "@openlymph/physiology";
import { externalPressure } from "../body/tissue-class.ts";
import type { SessionStep } from "./session-step.ts";
import { afterEffect, distalShare, stationFactor } from "./stroke-effect.ts";

interface PlacedStep {
  readonly step: SessionStep;
  readonly compartments: readonly number[];
  readonly junctions: readonly number[];
  /** Tissue links the stroke pushes along, with the sign of the push in a → b. */
  readonly links: readonly { readonly link: number; readonly sign: number }[];
  /** Increase of flow right after the step. */
  readonly after: number;
}

type Point = { readonly x: number; readonly y: number; readonly view: string };

function middle(points: readonly Point[], view: string): Point | undefined {
  const seen = points.filter((point) => point.view === view);
  if (seen.length === 0) return undefined;
  const sum = (of: (p: Point) => number) => seen.reduce((total, point) => total + of(point), 0) / seen.length;
  return { x: sum((p) => p.x), y: sum((p) => p.y), view };
}

/** For every territory under the hand: the neighbour that lies most nearly in the direction of the stroke. */
function pushedLinks(
  body: WholeBody,
  step: SessionStep,
  compartmentOf: ReadonlyMap<string, number>,
): PlacedStep["links"] {
  const targets = [
    ...step.towardTerritories.flatMap((id) => territoryPoint(id)),
    ...step.towardNodes.flatMap((id) => nodePoint(id) ?? []),
  ];
  const forward = step.direction === "distal" ? -1 : 1;
  return step.territories.flatMap((id) => {
    const neighbours = anatomy.byId.territories.get(id)?.neighbours ?? [];
    const candidates = territoryPoint(id).flatMap((from) => {
      const target = middle(targets, from.view) ?? middle(targets, from.view === "front" ? "back" : "front");
      if (target === undefined) return [];
      const aim = { x: (target.x - from.x) * forward, y: (target.y - from.y) * 2 * forward };
      return neighbours.flatMap(({ territory }) => {
        const to = territoryPoint(territory).find(({ view }) => view === from.view);
        if (to === undefined) return [];
        const way = { x: to.x - from.x, y: (to.y - from.y) * 2 };
        const length = Math.hypot(way.x, way.y) * Math.hypot(aim.x, aim.y);
        return [{ territory, cosine: length > 0 ? (way.x * aim.x + way.y * aim.y) / length : 0 }];
      });
    });
    const [best] = candidates.filter(({ cosine }) => cosine > 0.5).sort((a, b) => b.cosine - a.cosine);
    if (best === undefined) return [];
    const from = compartmentOf.get(id);
    const to = compartmentOf.get(best.territory);
    return [...body.linkA].flatMap((a, link) => {
      const b = body.linkB[link];
      if (a === from && b === to) return [{ link, sign: 1 }];
      return a === to && b === from ? [{ link, sign: -1 }] : [];
    });
  });
}

/**
 * The session as a condition of the body over time, laid over what its history makes of it.
 *
 * While a step runs: the vessels under the hands carry `gain` times as much on the covered share of skin; the transmitted
 * pressure pushes tissue fluid toward the neighbouring territory the stroke points to and is felt a little by filtration;
 * pressed node stations conduct better. Pressure acts on the pump through the gain alone: the gain was computed with that
 * pressure on the vessels, and adding it to the afterload would count it twice. Afterwards the treated vessels keep a
 * decaying increase, in full however short the step was and however little skin it covered (assumed; nobody measured how it
 * grows). A territory worked again while it lasts has the larger of the two, not their product.
 *
 * @param displacement factor on the conductance of the tissue a stroke pushes along, while it pushes. Nobody has measured it;
 * without one hands move what the resting tissue lets through.
 */
export function sessionCondition(body: WholeBody, steps: readonly SessionStep[], displacement = 1) {
  const compartmentOf = new Map(body.spec.compartments.map(({ id }, k) => [id, k]));
  const placed: readonly PlacedStep[] = steps.map((step) => ({
    step,
    compartments: step.territories.flatMap((id) => compartmentOf.get(id) ?? []),
    junctions: step.nodes.map((id) => body.junctionIds.indexOf(id)).filter((n) => n >= 0 && !body.isOutlet[n]),
    links: step.direction === "none" ? [] : pushedLinks(body, step, compartmentOf),
    after:
      afterEffect.increase *
      Math.min(1, step.pressure / afterEffect.fullPressure) *
      (step.direction === "distal" ? distalShare : 1),
  }));
  const lasting = new Float64Array(body.compartmentCount);
  const pressed = new Float64Array(body.compartmentCount);

  const scaleDrains = (out: BodyCondition, k: number, factor: number): void => {
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) out.drainGain[d] = out.drainGain[d]! * factor;
  };
  const press = (out: BodyCondition, { step, compartments, junctions, links }: PlacedStep): void => {
    const mean = step.pressure * step.pressedShare;
    const transmitted = externalPressure.strokeTransmission.value * mean * step.coverage;
    for (const k of compartments) {
      pressed[k] = Math.max(pressed[k]!, (step.gain - 1) * step.coverage);
      out.filtrationSqueeze[k] = out.filtrationSqueeze[k]! + externalPressure.filtrationShare.value * transmitted;
    }
    for (const n of junctions) out.conductance[n] = out.conductance[n]! * stationFactor;
    for (const { link, sign } of links) {
      out.drive[link] = out.drive[link]! + sign * transmitted;
      out.tissue[link] = displacement;
    }
  };

  return {
    breaks: steps.flatMap(({ start, end }) => [start, end]),
    /** Adds the session to a condition; `time` in s after the session began. */
    apply(time: number, out: BodyCondition): void {
      lasting.fill(0);
      pressed.fill(0);
      for (const place of placed) {
        const { start, end } = place.step;
        if (time >= start && time < end) press(out, place);
        if (time < end || place.after === 0) continue;
        const left = place.after * Math.exp(-(time - end) / afterEffect.decay);
        for (const k of place.compartments) lasting[k] = Math.max(lasting[k]!, left);
      }
      lasting.forEach((left, k) => {
        const increase = Math.max(left, pressed[k]!);
        if (increase > 0) scaleDrains(out, k, 1 + increase);
      });
    },
  };
}
