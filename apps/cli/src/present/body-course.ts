/** What a run of the body says over time, in numbers for figures and pages. */
import {
  type BodyRun,
  excessFluid,
  lymphFlow,
  type PartCurve,
  partTerritories,
  partVolume,
} from "@openlymph/rehearsal";
import { timeWords } from "../output/numbers.ts";
import { noticeable } from "./body-run.ts";

/** Beside the part that swells most, this share of it is too little to draw. */
const worthDrawing = 0.03;

/** When a part was furthest from health, s, and its excess then, over its healthy volume. */
export function mostExcess({ course }: BodyRun, { excessShare }: PartCurve) {
  const at = excessShare.reduce((best, share, n) => (Math.abs(share) > Math.abs(excessShare[best] ?? 0) ? n : best), 0);
  return { time: course.times[at] ?? 0, share: excessShare[at] ?? 0 };
}

/** The parts, the most changed first. */
function byChange(run: BodyRun): readonly { readonly part: PartCurve; readonly most: number }[] {
  return run.course.parts
    .map((part) => ({ part, most: Math.abs(mostExcess(run, part).share) }))
    .sort((a, b) => b.most - a.most);
}

/** The parts that swell, or lose fluid, noticeably, the most changed first. */
export function changedParts(run: BodyRun): readonly PartCurve[] {
  const order = byChange(run);
  const least = Math.max(noticeable, worthDrawing * (order[0]?.most ?? 0));
  return order.filter(({ most }) => most > least).map(({ part }) => part);
}

/** The parts to draw: those that change; the most changed one where none does. */
export function drawnParts(run: BodyRun): readonly PartCurve[] {
  const changed = changedParts(run);
  return changed.length > 0
    ? changed
    : byChange(run)
        .slice(0, 1)
        .map(({ part }) => part);
}

/** One part at one of the states of a run. */
export function partAt({ index, healthy, series }: BodyRun, { part }: Pick<PartCurve, "part">, at: number) {
  const state = series.states[at] ?? healthy;
  const territories = partTerritories(part);
  const excess = excessFluid(index, healthy, state, territories);
  return {
    excess,
    excessShare: excess / partVolume(part),
    flowShare: lymphFlow(index, state, territories) / lymphFlow(index, healthy, territories),
  };
}

const mostMoments = 4;

/** Places in the states of a run at which the body is drawn, the last among them. */
export function drawnMoments({ series }: BodyRun): readonly number[] {
  const last = series.states.length - 1;
  if (last < mostMoments) return series.states.map((_, n) => n);
  return Array.from({ length: mostMoments }, (_, n) => Math.round((n * last) / (mostMoments - 1)));
}

/** How long a run is: `720 d`. */
export function lengthWords({ series }: BodyRun): string {
  return timeWords(series.states.at(-1)?.time ?? 0);
}
