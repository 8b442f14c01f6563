import { type Limb, limbs, limbTerritories } from "@openlymph/anatomy";
import type { WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";

/** A limb over the moments of a run. */
export interface LimbSeries {
  /** Fluid above health, m³. */
  readonly excess: Float64Array;
  /** Lymph that left through its collectors since the run began, m³. */
  readonly drained: Float64Array;
  /** Means of its tissue fluid by volume: pressure (Pa) and protein (kg/m³). */
  readonly pressure: Float64Array;
  readonly protein: Float64Array;
}

export type CourseSeries = Readonly<Record<Limb, LimbSeries>>;

/** What of the states of a run is kept: four numbers of each limb at each moment. */
export function courseSeries(
  index: BodyIndex,
  healthy: WholeBodyState,
  states: readonly WholeBodyState[],
): CourseSeries {
  const placeOf = new Map(index.territories.map((id, k) => [id, k]));
  const of = (limb: Limb): LimbSeries => {
    const territories = limbTerritories(limb);
    const places = territories.flatMap((id) => placeOf.get(id) ?? []);
    const wanted = new Set(territories);
    const drains = index.drains.flatMap(({ from }, d) => (wanted.has(from) ? [d] : []));
    const sum = (values: Float64Array, where: readonly number[]) =>
      where.reduce((total, place) => total + values[place]!, 0);
    const rest = sum(healthy.volume, places);
    const series = (value: (state: WholeBodyState) => number) => Float64Array.from(states, value);
    return {
      excess: series(({ volume }) => sum(volume, places) - rest),
      drained: series(({ passed }) => sum(passed.drain, drains)),
      pressure: series(
        ({ volume, tissuePressure }) =>
          places.reduce((total, k) => total + tissuePressure[k]! * volume[k]!, 0) / sum(volume, places),
      ),
      protein: series(({ volume, proteinMass }) => sum(proteinMass, places) / sum(volume, places)),
    };
  };
  return Object.fromEntries(limbs.map((limb) => [limb, of(limb)])) as CourseSeries;
}
