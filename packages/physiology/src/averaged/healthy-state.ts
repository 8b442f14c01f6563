import type { WholeBody } from "./invert.ts";
import { healthyPlasma } from "./plasma.ts";
import { nothingRemodelled } from "./remodelling.ts";
import type { Passed, WholeBodyState } from "./state.ts";

/** First step after a start or a jump of the condition, s. */
export const firstStep = 60;

/** Room for what passes, m³. */
export function nothingPassed(body: WholeBody): Passed {
  return {
    drain: new Float64Array(body.drainTo.length),
    edge: new Float64Array(body.edgeFrom.length),
    anastomosis: new Float64Array(body.anastomosisA.length),
    link: new Float64Array(body.linkA.length),
  };
}

/** The healthy body as a start. */
export function healthyState(body: WholeBody, time = 0): WholeBodyState {
  const flows = body.volume.map((_, k) => body.filtration[k]! * body.parameters.netFiltration);
  return {
    time,
    volume: body.volume.slice(),
    proteinMass: body.volume.map((v, k) => v * body.protein[k]!),
    tissuePressure: body.volume.map(() => body.parameters.tissuePressure),
    filtration: flows,
    plasmaVolume: healthyPlasma(body).volume,
    plasmaProtein: healthyPlasma(body).protein,
    ...nothingRemodelled(body),
    drainFlow: body.drainFlow.slice(),
    pressure: body.pressure.slice(),
    inflow: body.inflow.slice(),
    absorbedShare: body.absorbed.slice(),
    junctionProtein: body.junctionProtein.slice(),
    edgeFlow: body.edgeFlow.slice(),
    anastomosisFlow: new Float64Array(body.anastomosisA.length),
    linkFlow: new Float64Array(body.linkA.length),
    passed: nothingPassed(body),
    nextStep: firstStep,
  };
}
