/** The body with a tracer as light on it, from both sides, at some moments of an examination. */
import { palette as bodyPalette, type FigureDrawing, figureScene, figureSvg, joinedCollector } from "@openlymph/figure";
import { type Examination, tracerLight } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { significant, timeWords } from "../output/numbers.ts";
import { doseShare } from "../present/examination.ts";
import { removedShares } from "./drawn-body.ts";

const views = ["front", "back"] as const;
/** Size of a pair, in the units of the figure. */
export const pairSize = { width: 360, height: 352 } as const;

/** Shares of the time followed at which the body is drawn. */
const drawnShares = [1 / 24, 1 / 4, 1] as const;

/** Lines of vessels without tracer stay in the background. */
const quietStrand = 0.55;

export interface TracedPair {
  readonly heading: string;
  readonly words: string;
  /** An `<svg>` of `pairSize` with the body from the front and from the back. */
  readonly svg: string;
}

/** Places in the times at which the body is drawn. */
function moments(times: readonly number[]): readonly number[] {
  return drawnShares.map((share) => {
    const time = share * (times.at(-1) ?? 0);
    return times.reduce((best, at, n) => (Math.abs(at - time) < Math.abs(times[best]! - time) ? n : best), 0);
  });
}

function bodySvg(
  history: History,
  found: Examination,
  at: number,
  view: (typeof views)[number],
  prefix: string,
): string {
  const scene = figureScene({ view, build: history.body.build });
  const drawing: FigureDrawing = {
    theme: "dark",
    tracer: tracerLight(found, at, joinedCollector),
    removed: removedShares(found.index, found.removed),
    strandWeight: Object.fromEntries(scene.strands.map(({ id }) => [id, quietStrand])),
    layers: { watersheds: false },
    prefix,
    title: `After ${timeWords(found.times[at]!)}, from the ${view}`,
  };
  return figureSvg(scene, drawing);
}

/** Pairs of bodies, the earliest first. They are drawn for a dark ground. */
export function tracedPairs(history: History, found: Examination): readonly TracedPair[] {
  return moments(found.times).map((at, n) => {
    const bodies = views.map((view, v) => {
      const [, top, , tall] = figureScene({ view }).viewBox;
      const place = `x="${(v * pairSize.width) / 2}" y="0" width="${pairSize.width / 2}" height="${pairSize.height}"`;
      return bodySvg(history, found, at, view, `body-${n}-${view}`)
        .replace("<svg ", `<svg ${place} `)
        .replace(/viewBox="[^"]*"/, `viewBox="-266 ${top} 532 ${tall}"`);
    });
    const nodes = found.findings.nodes.reduce(
      (sum, node) => (node.kind === "nodeGroup" ? sum + (node.uptake[at] ?? 0) : sum),
      0,
    );
    const { width, height } = pairSize;
    return {
      heading: timeWords(found.times[at]!),
      words: `nodes ${doseShare(nodes)} %, blood ${doseShare(found.findings.blood.share[at] ?? 0)} % of the dose`,
      svg: `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${bodies.join("")}</svg>`,
    };
  });
}

/** What the light means, in words and colours: from what is just seen to the whole dose. */
export function tracerScale({ tracer: { detection } }: Examination) {
  const { skin1, tracer } = bodyPalette.dark.colours;
  return {
    from: skin1,
    to: tracer,
    least: `${significant(100 * detection.value, 1)} % of the dose, just seen`,
    most: "all of the dose",
  };
}
