import { anatomy, limbOf, territoryPoint } from "@openlymph/anatomy";
import { type BodyCondition, copyCondition, healthyCondition, type WholeBody } from "@openlymph/physiology";
import type { ExerciseFactors, History, HistoryEvent } from "@openlymph/therapy";
import { isRunning, runningSince } from "../event-spans.ts";
import { upright } from "../tissue-class.ts";
import type { BodyPlaces } from "./body-places.ts";
import { grown } from "./operations.ts";

const gravity = 9.81;
/** Rise of temperature to which the factors of heat belong, K. */
const heatStep = 10;

/** Pressure of the blood column above each compartment while standing, Pa, before the share β. */
function hydrostaticColumn(body: WholeBody, height: number): Float64Array {
  return Float64Array.from(body.spec.compartments, ({ id }) => {
    const points = territoryPoint(id);
    const y = points.reduce((sum, point) => sum + point.y, 0) / Math.max(1, points.length);
    return upright.density.value * gravity * Math.max(0, y - upright.referenceLevel.value) * height;
  });
}

const legs = anatomy.territories.map(({ id }) => id).filter((id) => limbOf(id)?.startsWith("leg"));

/**
 * What happens to a body: everything that runs at a time, one posture at a time (the one that began last; walking is one).
 *
 * Inflamed territories and narrowed basins are not so a second time by another infection or wound.
 */
export function events(
  history: History,
  body: WholeBody,
  places: BodyPlaces,
): (time: number, out: BodyCondition) => void {
  const column = hydrostaticColumn(body, history.body.height);
  const before = healthyCondition(body);

  const raise = (out: BodyCondition, share: number): void => {
    column.forEach((pressure, k) => {
      out.capillaryRise[k] = out.capillaryRise[k]! + share * pressure;
    });
  };
  const inflame = (
    out: BodyCondition,
    territories: readonly string[],
    { filtration, permeability, reflection }: { filtration: number; permeability: number; reflection: number },
  ): void => {
    for (const k of places.compartments(territories)) {
      out.filtrationFactor[k] = Math.max(out.filtrationFactor[k]!, filtration);
      out.permeabilityFactor[k] = Math.max(out.permeabilityFactor[k]!, permeability);
      out.reflection[k] = Math.min(out.reflection[k]!, reflection);
    }
  };
  const speedUp = (out: BodyCondition, k: number, factor: number): void => {
    for (const d of places.drains(k)) out.drainGain[d] = out.drainGain[d]! * factor;
  };
  const work = (out: BodyCondition, territories: readonly string[], factors: ExerciseFactors): void => {
    for (const k of places.compartments(territories)) {
      const deep = anatomy.byId.territories.get(body.spec.compartments[k]?.id ?? "")?.layer === "deep";
      speedUp(out, k, deep ? factors.muscleLymph : factors.skinLymph);
      out.filtrationFactor[k] = Math.max(out.filtrationFactor[k]!, factors.filtration);
    }
  };

  const happen = (event: HistoryEvent, out: BodyCondition): void => {
    switch (event.kind) {
      case "infection":
        inflame(out, event.scope.territories, event.factors);
        for (const n of places.junctions(event.basin)) {
          const narrowed = before.conductance[n]! * event.factors.basinConductance;
          out.conductance[n] = Math.min(out.conductance[n]!, narrowed);
        }
        return;
      case "injury":
        inflame(out, event.scope.territories, event.factors);
        return;
      case "posture":
        if (event.posture === "upright") raise(out, event.factors.hydrostaticShare);
        return;
      case "walking":
        raise(out, event.factors.hydrostaticShare * event.factors.venousPump);
        work(out, legs, event.factors);
        return;
      case "exercise":
        work(out, event.scope.territories, event.factors);
        return;
      case "heat":
        for (const k of places.compartments(event.scope.territories)) {
          speedUp(out, k, event.factors.frequency ** (event.rise / heatStep));
          out.filtrationFactor[k] = out.filtrationFactor[k]! * event.factors.filtration ** (event.rise / heatStep);
        }
        return;
      case "sleeve":
        for (const k of places.compartments(event.scope.territories)) {
          const transmitted = event.factors.tissueShare * event.pressure;
          out.tissueSqueeze[k] = out.tissueSqueeze[k]! + transmitted;
          out.filtrationSqueeze[k] = out.filtrationSqueeze[k]! + event.factors.filtrationShare * transmitted;
        }
        return;
      case "meal":
        for (const k of places.compartments(event.territories)) {
          const raised = before.capillaryRise[k]! + event.factors.capillaryPressure;
          out.filtrationFactor[k] = Math.max(out.filtrationFactor[k]!, event.factors.filtration);
          out.capillaryRise[k] = Math.max(out.capillaryRise[k]!, raised);
        }
    }
  };

  const running = (time: number): readonly HistoryEvent[] => {
    const all = history.events.filter((event) => isRunning(event, time));
    const isPosture = ({ kind }: HistoryEvent) => kind === "posture" || kind === "walking";
    const [posture] = all.filter(isPosture).sort((x, y) => runningSince(y, time) - runningSince(x, time));
    return all.filter((event) => !isPosture(event) || event === posture);
  };

  return (time, out) => {
    for (const event of history.events) {
      if (event.kind !== "injury" || event.start > time) continue;
      const { collectors, regrowth } = event.factors;
      const left = 1 - collectors * (1 - regrowth * grown(time - event.start));
      for (const k of places.compartments(event.scope.territories)) speedUp(out, k, left);
    }
    copyCondition(out, before);
    for (const event of running(time)) happen(event, out);
  };
}
