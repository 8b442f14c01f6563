/** What a step of the fluid does to a solute: a flux byFrom u_from + byTo u_to on every path; see solute-rider.ts. */
import { bernoulli } from "../elements/filtration.ts";
import type { BodySolute } from "./body-solute.ts";
import type { FluidStep } from "./fluid-step.ts";
import type { SoluteLayout } from "./solute-layout.ts";

export interface SoluteFluxes {
  /** Per path, m³ (1 for what a group holds), for the share of the step last asked for. */
  readonly byFrom: Float64Array;
  readonly byTo: Float64Array;
  /** Takes over what passed during a step. */
  read(step: FluidStep): void;
  /** Writes the coefficients for a share of that step, h seconds long. */
  weigh(share: number, h: number): void;
}

export function soluteFluxes(layout: SoluteLayout, solute: BodySolute): SoluteFluxes {
  const { body, from, to, conduit, junction } = layout;
  const { compartmentCount: tissues, unknownCount: junctions } = body;
  const { nodes } = solute;
  const moved = new Float64Array(layout.conduits);
  const absorbed = new Float64Array(junctions);
  const leaving = new Float64Array(junctions);
  const back = new Float64Array(tissues);
  const capture = new Float64Array(junctions);
  const paths = from.length;
  const byFrom = new Float64Array(paths);
  const byTo = new Float64Array(paths);

  /** Everything of the fluid's step that does not change with the sub-step. */
  const read = (step: FluidStep): void => {
    let at = 0;
    for (const volumes of [step.drain, step.edge, step.anastomosis, step.link]) {
      moved.set(volumes, at);
      at += volumes.length;
    }
    absorbed.fill(0);
    leaving.fill(0);
    for (let e = 0; e < layout.absorption; e++) {
      const w = moved[conduit[e]!]!;
      const a = (w >= 0 ? from[e]! : to[e]!) - junction;
      const b = (w >= 0 ? to[e]! : from[e]!) - junction;
      if (a >= 0 && a < junctions) {
        leaving[a] = leaving[a]! + Math.abs(w);
        absorbed[a] = absorbed[a]! - Math.abs(w);
      }
      if (b >= 0 && b < junctions) absorbed[b] = absorbed[b]! + Math.abs(w);
    }
    for (let n = 0; n < junctions; n++) {
      const share = nodes.capture * (1 - step.condition.removed[n]!);
      capture[n] = (share / (1 - share)) * (leaving[n]! + solute.absorbed * Math.max(0, absorbed[n]!));
    }
    for (let k = 0; k < tissues; k++) {
      const permeability = body.permeability[k]! * step.condition.permeabilityFactor[k]! * solute.permeability;
      if (permeability === 0) {
        back[k] = 0;
        continue;
      }
      const jv = step.filtered[k]! / step.duration;
      back[k] = permeability * step.duration * bernoulli((-jv * (1 - step.condition.reflection[k]!)) / permeability);
    }
  };

  /** Coefficients of the flux byFrom u_from + byTo u_to of every path over a share of the step. */
  const weigh = (share: number, h: number): void => {
    for (let e = 0; e < layout.absorption; e++) {
      const w = share * moved[conduit[e]!]!;
      byFrom[e] = w > 0 ? w : 0;
      byTo[e] = w < 0 ? w : 0;
    }
    for (let n = 0; n < junctions; n++) {
      byFrom[layout.absorption + n] = share * solute.absorbed * Math.max(0, absorbed[n]!);
    }
    for (let k = 0; k < tissues; k++) byFrom[layout.capillary + k] = share * back[k]!;
    for (let e = layout.exchange; e < paths; e++) {
      byFrom[e] = share * capture[from[e]! - junction]!;
      byTo[e] = -h * nodes.release;
    }
  };

  return { byFrom, byTo, read, weigh };
}
