import { combinedEffect, territoryPoint } from "@openlymph/anatomy";
import { type BodyCondition, copyCondition, healthyCondition, type WholeBody } from "@openlymph/physiology";
import type { Assumption, History, HistoryEvent } from "@openlymph/therapy";
import { isRunning, runningSince, spansOf } from "./event-spans.ts";
import { upright, usualBypass } from "./tissue-class.ts";

const gravity = 9.81;
/** Place of the first moment after `time` in a rising list; −1 when there is none. */
function firstAfter(moments: readonly number[], time: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return low < moments.length ? low : -1;
}

/** Pressure of the blood column above each compartment while standing, Pa, before the share β. */
function hydrostaticColumn(body: WholeBody, height: number): Float64Array {
  return Float64Array.from(body.spec.compartments, ({ id }) => {
    const points = territoryPoint(id);
    const y = points.reduce((sum, point) => sum + point.y, 0) / Math.max(1, points.length);
    return upright.density.value * gravity * Math.max(0, y - upright.referenceLevel.value) * height;
  });
}

/** When the first thing of a history happens, s from `asOf`; 0 when nothing does before it. */
export function historyStart(history: History): number {
  return Math.min(0, ...turningPoints(history), ...history.events.map(({ start }) => start));
}

/** Moments at which a procedure or an assumption begins, s from `asOf`. */
function turningPoints(history: History): readonly number[] {
  const assumed = history.assume.flatMap((one) => ("at" in one && one.at !== undefined ? [one.at] : []));
  return [...history.procedures.map(({ at }) => at), ...assumed];
}

/** What a history makes of a body over time; times in s from `asOf`, before it negative. */
export interface HistoryCondition {
  readonly start: number;
  readonly breaks: readonly number[];
  apply(time: number, out: BodyCondition): void;
}

/**
 * Turns a history into conditions of the body.
 *
 * Removal f of a node group leaves 1 − f + b f of its conductance (b: bypass), fibrosis g takes the share g of that.
 * Several procedures each take their share of what is left.
 *
 * @param until s from `asOf` up to which events that repeat are laid out; ask for no later time.
 */
export function historyCondition(history: History, body: WholeBody, until = 0): HistoryCondition {
  const compartmentOf = new Map(body.spec.compartments.map(({ id }, k) => [id, k]));
  const junctionOf = new Map(body.junctionIds.map((id, n) => [id, n]));
  const column = hydrostaticColumn(body, history.body.height);
  const compartments = (ids: readonly string[]) => ids.flatMap((id) => compartmentOf.get(id) ?? []);
  const junctions = (ids: readonly string[]) => ids.flatMap((id) => junctionOf.get(id) ?? []);

  const operate = (time: number, out: BodyCondition): void => {
    const done = history.procedures.filter(({ at }) => at <= time).map(({ effect }) => effect);
    const { removed, fibrosis } = combinedEffect(done);
    const bypass = new Map<string, number>();
    for (const assumption of history.assume) {
      if (assumption.kind !== "bypass") continue;
      for (const id of assumption.nodes) bypass.set(id, assumption.value);
    }
    for (const [id, share] of Object.entries(removed)) {
      const kept = bypass.get(id) ?? usualBypass;
      for (const n of junctions([id])) {
        out.removed[n] = share;
        out.conductance[n] = 1 - share + kept * share;
      }
    }
    for (const [id, share] of Object.entries(fibrosis)) {
      for (const n of junctions([id])) out.conductance[n] = out.conductance[n]! * (1 - share);
    }
  };

  const scaleDrains = (out: BodyCondition, k: number, factor: number): void => {
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) out.drainGain[d] = out.drainGain[d]! * factor;
  };
  const assume = (assumption: Assumption, time: number, out: BodyCondition): void => {
    if (assumption.kind === "bypass" || assumption.kind === "venousPressure") return;
    if (assumption.at !== undefined && time < assumption.at) return;
    for (const k of compartments(assumption.territories)) {
      if (assumption.kind === "pumpStrength") out.strength[k] = assumption.value;
      if (assumption.kind === "pumpOutput") scaleDrains(out, k, assumption.value);
      if (assumption.kind === "capillaryPressure") out.capillaryRise[k] = out.capillaryRise[k]! + assumption.value;
    }
  };

  /** Basins already narrowed and territories already inflamed are not so a second time by another infection. */
  const infect = (
    event: HistoryEvent & { readonly kind: "infection" },
    out: BodyCondition,
    before: BodyCondition,
  ): void => {
    for (const k of compartments(event.scope.territories)) {
      out.filtrationFactor[k] = Math.max(out.filtrationFactor[k]!, event.factors.filtration);
      out.permeabilityFactor[k] = Math.max(out.permeabilityFactor[k]!, event.factors.permeability);
      out.reflection[k] = Math.min(out.reflection[k]!, event.factors.reflection);
    }
    for (const n of junctions(event.basin)) {
      out.conductance[n] = Math.min(out.conductance[n]!, before.conductance[n]! * event.factors.basinConductance);
    }
  };
  const happen = (event: HistoryEvent, out: BodyCondition, before: BodyCondition): void => {
    switch (event.kind) {
      case "infection":
        infect(event, out, before);
        return;
      case "posture":
        if (event.posture === "lying") return;
        column.forEach((pressure, k) => {
          out.capillaryRise[k] = out.capillaryRise[k]! + event.factors.hydrostaticShare * pressure;
        });
        return;
      case "sleeve":
        for (const k of compartments(event.scope.territories)) {
          const transmitted = event.factors.tissueShare * event.pressure;
          out.tissueSqueeze[k] = out.tissueSqueeze[k]! + transmitted;
          out.filtrationSqueeze[k] = out.filtrationSqueeze[k]! + event.factors.filtrationShare * transmitted;
        }
        return;
      case "meal":
        for (const k of compartments(event.territories)) {
          out.filtrationFactor[k] = Math.max(out.filtrationFactor[k]!, event.factors.filtration);
          out.capillaryRise[k] = Math.max(
            out.capillaryRise[k]!,
            before.capillaryRise[k]! + event.factors.capillaryPressure,
          );
        }
    }
  };
  /** A body has one posture at a time: the one that began last. */
  const running = (time: number): readonly HistoryEvent[] => {
    const all = history.events.filter((event) => isRunning(event, time));
    const postures = all.filter(({ kind }) => kind === "posture");
    const [posture] = [...postures].sort((x, y) => runningSince(y, time) - runningSince(x, time));
    return all.filter((event) => event.kind !== "posture" || event === posture);
  };

  const breaks = [...turningPoints(history), ...history.events.flatMap((event) => spansOf(event, until).flat())].sort(
    (a, b) => a - b,
  );

  let heldFrom = Number.NaN;
  let heldTo = Number.NaN;
  let held = healthyCondition(body);
  const hold = (time: number): void => {
    if (time >= heldFrom && time < heldTo) return;
    const next = firstAfter(breaks, time);
    heldFrom = (next < 0 ? breaks.at(-1) : breaks[next - 1]) ?? Number.NEGATIVE_INFINITY;
    heldTo = breaks[next] ?? Number.POSITIVE_INFINITY;
    held = healthyCondition(body);
    operate(time, held);
    for (const assumption of history.assume) assume(assumption, time, held);
    const before = healthyCondition(body);
    copyCondition(held, before);
    for (const event of running(time)) happen(event, held, before);
  };
  return {
    start: historyStart(history),
    breaks,
    apply(time, out) {
      hold(time);
      copyCondition(held, out);
    },
  };
}

/** Share of every node group removed and conductance left at a time, in the order of the body's junctions. */
export function nodeDamage(
  history: History,
  body: WholeBody,
  time: number,
): { removed: Float64Array; conductance: Float64Array } {
  const condition = healthyCondition(body);
  historyCondition(history, body).apply(time, condition);
  return { removed: condition.removed, conductance: condition.conductance };
}
