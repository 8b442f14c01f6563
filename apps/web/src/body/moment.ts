import { swellingRange } from "@openlymph/figure";
import type { WholeBodyState } from "@openlymph/physiology";
import { type Rehearsal, relativeStrandFlow, segmentExcess, territoryVeil } from "@openlymph/rehearsal";

export type RunName = "with" | "without";

/** Two neighbouring states and how far the moment lies between them, 0…1. */
export interface Moment {
  readonly before: WholeBodyState;
  readonly after: WholeBodyState;
  readonly share: number;
}

function statesAt(rehearsal: Rehearsal, run: RunName, time: number): readonly WholeBodyState[] {
  if (time < 0) return rehearsal.buildUp;
  return run === "with" ? rehearsal.withSession.states : rehearsal.without.states;
}

/** The body at a time (s after the session began): build-up before 0, then the chosen run. */
export function momentAt(rehearsal: Rehearsal, run: RunName, time: number): Moment {
  const states = statesAt(rehearsal, run, time);
  let low = 0;
  let high = states.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((states[middle]?.time ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  const before = states[low] ?? rehearsal.healthy;
  const after = states[low + 1] ?? before;
  const span = after.time - before.time;
  return { before, after, share: span > 0 ? Math.min(Math.max((time - before.time) / span, 0), 1) : 0 };
}

/** When a moment is, s after the session began. */
export const timeOf = (moment: Moment): number => between(moment, ({ time }) => time);

/** A number read off both states, between them. */
export function between({ before, after, share }: Moment, read: (state: WholeBodyState) => number): number {
  const start = read(before);
  return share === 0 ? start : start + share * (read(after) - start);
}

const flows = new WeakMap<WholeBodyState, ReadonlyMap<string, number>>();

function flowsOf({ index, healthy }: Rehearsal, state: WholeBodyState): ReadonlyMap<string, number> {
  const known = flows.get(state);
  if (known !== undefined) return known;
  const found = relativeStrandFlow(index, healthy, state);
  flows.set(state, found);
  return found;
}

/** Flow over healthy flow of the given strands, written to `out`; 1 where a strand is no vessel of the model. */
export function flowsAt(rehearsal: Rehearsal, moment: Moment, ids: readonly string[], out: Float32Array): void {
  const a = flowsOf(rehearsal, moment.before);
  const b = flowsOf(rehearsal, moment.after);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? "";
    const start = a.get(id) ?? 1;
    out[i] = start + moment.share * ((b.get(id) ?? 1) - start);
  }
}

function rounded(values: Readonly<Record<string, number>>, others: Readonly<Record<string, number>>, share: number) {
  return (grid: number): Record<string, number> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => {
        const at = Math.round((value + share * ((others[id] ?? value) - value)) / grid) * grid;
        return at === 0 ? [] : [[id, Number(at.toFixed(3))]];
      }),
    );
}

/** What the drawn limbs swell by, in steps of 2 % so that a still body is drawn once; never beyond what can be drawn. */
export function swellingAt({ index, healthy }: Rehearsal, { before, after, share }: Moment): Record<string, number> {
  const [least, most] = swellingRange;
  const read = (state: WholeBodyState) => segmentExcess(index, healthy, state);
  const found = rounded(read(before), read(after), share)(0.02);
  return Object.fromEntries(
    Object.entries(found).map(([part, excess]) => [part, Math.min(Math.max(excess, least), most)]),
  );
}

/** Whether a limb ever swells more than it can be drawn. */
export function swellsBeyondDrawing({ index, healthy, buildUp, withSession, without }: Rehearsal): boolean {
  return [buildUp, withSession.states, without.states].some((states) =>
    states.some((state) =>
      Object.values(segmentExcess(index, healthy, state)).some((excess) => excess > swellingRange[1]),
    ),
  );
}

/** Depth of the veil over each territory, in steps of a twentieth. */
export function veilAt({ index, healthy }: Rehearsal, { before, after, share }: Moment): Record<string, number> {
  const read = (state: WholeBodyState) => territoryVeil(index, healthy, state);
  return rounded(read(before), read(after), share)(0.05);
}

/** Share removed of every node group of which some was, by id. */
export function removedNodes(rehearsal: Rehearsal | undefined): Record<string, number> {
  return Object.fromEntries(
    (rehearsal?.index.nodes ?? []).flatMap((id, n) => {
      const share = rehearsal?.removed[n] ?? 0;
      return share > 0 ? [[id, share]] : [];
    }),
  );
}
