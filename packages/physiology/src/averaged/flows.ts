/**
 * All flows of the averaged body and their derivatives at one state.
 *
 *   V′ = Jv − Σ Q − Σ T          M′ = Js − Σ Q c − Σ T c_upwind          node: out = (1 − a) in
 */

import { mmHg } from "@openlymph/base";
import { bernoulliAndSlope } from "../elements/filtration.ts";
import { tissuePressureAndStiffness } from "../elements/interstitium.ts";
import { oncoticPressure, oncoticSlope } from "../elements/oncotic.ts";
import { limitPressure, limitStiffness } from "../elements/tissue-limits.ts";
import type { BodyCondition } from "./condition.ts";
import type { WholeBody } from "./invert.ts";
import { type Blood, feelPlasma, healthyPlasma } from "./plasma.ts";
import { makePump, type Pump } from "./pump.ts";
import { nothingRemodelled, type Remodelled } from "./remodelling.ts";
import { ramp, rampSlope } from "./valved-flow.ts";

/** Every buffer of one evaluation; made once per run. Names ending in `By…` are derivatives. */
export interface Flows {
  /** What the evaluation is told beside volumes, masses and pressures: plasma, remodelling, protein of the nodes' lymph. */
  readonly blood: Blood;
  readonly remodelled: Remodelled;
  readonly junctionProtein: Float64Array;
  /** Two numbers on their way from one function to the next. */
  readonly pair: Float64Array;
  readonly elastic: Float64Array;
  readonly stiffness: Float64Array;
  readonly concentration: Float64Array;
  readonly filtration: Float64Array;
  readonly filtrationByV: Float64Array;
  readonly filtrationByM: Float64Array;
  readonly proteinFiltration: Float64Array;
  readonly proteinByV: Float64Array;
  readonly proteinByM: Float64Array;
  /** Of filtration by capillary and by plasma oncotic pressure; of protein by filtration and by plasma protein. */
  readonly filtrationByRise: Float64Array;
  readonly filtrationByOncotic: Float64Array;
  readonly proteinByFlow: Float64Array;
  readonly proteinByPlasma: Float64Array;
  readonly drain: Float64Array;
  readonly drainByV: Float64Array;
  readonly drainByP: Float64Array;
  readonly edge: Float64Array;
  readonly edgeByP: Float64Array;
  readonly anastomosis: Float64Array;
  readonly anastomosisByP: Float64Array;
  readonly link: Float64Array;
  readonly linkByVa: Float64Array;
  readonly linkByVb: Float64Array;
  readonly volumeRate: Float64Array;
  readonly massRate: Float64Array;
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  readonly pump: Pump;
}

export function makeFlows(body: WholeBody): Flows {
  const compartments = () => new Float64Array(body.compartmentCount);
  const junctions = () => new Float64Array(body.junctionIds.length);
  const drains = () => new Float64Array(body.drainTo.length);
  const edges = () => new Float64Array(body.edgeFrom.length);
  const anastomoses = () => new Float64Array(body.anastomosisA.length);
  const links = () => new Float64Array(body.linkA.length);
  const blood: Blood = { protein: 0, oncotic: 0, rise: 0 };
  feelPlasma(body, healthyPlasma(body), blood);
  return {
    blood,
    remodelled: nothingRemodelled(body),
    junctionProtein: body.junctionProtein.slice(),
    pair: new Float64Array(2),
    elastic: compartments(),
    stiffness: compartments(),
    concentration: compartments(),
    filtration: compartments(),
    filtrationByV: compartments(),
    filtrationByM: compartments(),
    proteinFiltration: compartments(),
    proteinByV: compartments(),
    proteinByM: compartments(),
    filtrationByRise: compartments(),
    filtrationByOncotic: compartments(),
    proteinByFlow: compartments(),
    proteinByPlasma: compartments(),
    drain: drains(),
    drainByV: drains(),
    drainByP: drains(),
    edge: edges(),
    edgeByP: edges(),
    anastomosis: anastomoses(),
    anastomosisByP: anastomoses(),
    link: links(),
    linkByVa: links(),
    linkByVb: links(),
    volumeRate: compartments(),
    massRate: compartments(),
    inflow: junctions(),
    outflow: junctions(),
    pump: makePump(body.parameters, body.pumpLaw),
  };
}

function exchange(
  body: WholeBody,
  condition: BodyCondition,
  volume: Float64Array,
  mass: Float64Array,
  out: Flows,
): void {
  const { parameters } = body;
  const { protein: plasma, oncotic: plasmaOncotic, rise } = out.blood;
  const { scarring } = out.remodelled;
  const { pair } = out;
  for (let k = 0; k < body.compartmentCount; k++) {
    const rest = body.volume[k]!;
    const v = volume[k]!;
    const x = v / rest;
    const c = mass[k]! / v;
    const swollenSlope = body.swollenSlope[k]! * (1 + scarring[k]!);
    tissuePressureAndStiffness(x, parameters.tissuePressure, swollenSlope, pair);
    const p = pair[0]! + limitPressure(x, parameters);
    const stiff = (pair[1]! + limitStiffness(x, parameters)) / rest;
    const sigma = condition.reflection[k]!;
    const filtration = body.filtration[k]! * condition.filtrationFactor[k]!;
    const permeability = body.permeability[k]! * condition.permeabilityFactor[k]!;
    const slope = sigma * oncoticSlope(c);
    const drive =
      body.capillaryPressure[k]! +
      condition.capillaryRise[k]! +
      rise -
      p -
      condition.filtrationSqueeze[k]! -
      sigma * (plasmaOncotic - oncoticPressure(c));
    const jv = filtration * drive;
    const jvByV = filtration * (-stiff - (slope * c) / v);
    const jvByM = (filtration * slope) / v;
    const peclet = (jv * (1 - sigma)) / permeability;
    bernoulliAndSlope(peclet, pair);
    const forward = pair[0]!;
    const backward = forward - peclet;
    const bySlope = pair[1]!;
    const byJv = (1 - sigma) * (plasma * bySlope - c * (bySlope - 1));
    const byC = -permeability * backward;
    out.elastic[k] = p;
    out.stiffness[k] = stiff;
    out.concentration[k] = c;
    out.filtration[k] = jv;
    out.filtrationByV[k] = jvByV;
    out.filtrationByM[k] = jvByM;
    out.proteinFiltration[k] = permeability * (plasma * forward - c * backward);
    out.proteinByV[k] = byJv * jvByV - (byC * c) / v;
    out.proteinByM[k] = byJv * jvByM + byC / v;
    out.filtrationByRise[k] = filtration;
    out.filtrationByOncotic[k] = -filtration * sigma;
    out.proteinByFlow[k] = byJv;
    out.proteinByPlasma[k] = permeability * forward;
    out.volumeRate[k] = jv;
    out.massRate[k] = out.proteinFiltration[k]!;
  }
}

function pump(body: WholeBody, condition: BodyCondition, pressure: Float64Array, out: Flows): void {
  const { answer } = out.pump;
  const openConductance = body.parameters.openConductance / mmHg;
  for (let k = 0; k < body.compartmentCount; k++) {
    const p = out.elastic[k]!;
    const squeezed = p + condition.tissueSqueeze[k]!;
    out.pump.fill(p, condition.strength[k]! * out.remodelled.pumpHealth[k]!);
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      const n = body.drainTo[d]!;
      const leaky = condition.incompetence[d]!;
      const gain = condition.drainGain[d]!;
      const capacity = (1 - leaky) * body.drainCapacity[d]! * gain;
      const open = leaky * gain * openConductance * body.drainFlow[d]!;
      out.pump.lift(pressure[n]! - squeezed);
      const pumpedByP = capacity * answer[2]!;
      const q = capacity * answer[0]! + open * (squeezed - pressure[n]!);
      out.drain[d] = q;
      out.drainByP[d] = pumpedByP - open;
      out.drainByV[d] = (capacity * answer[1]! - pumpedByP + open) * out.stiffness[k]!;
      out.volumeRate[k] = out.volumeRate[k]! - q;
      out.massRate[k] = out.massRate[k]! - q * (q >= 0 ? out.concentration[k]! : out.junctionProtein[n]!);
      if (q >= 0) out.inflow[n] = out.inflow[n]! + q;
      else out.outflow[n] = out.outflow[n]! - q;
    }
  }
}

/** Books a flow a → b as leaving one junction and entering the other. */
function pass(q: number, a: number, b: number, out: Flows): void {
  const from = q >= 0 ? a : b;
  const to = q >= 0 ? b : a;
  const amount = Math.abs(q);
  out.outflow[from] = out.outflow[from]! + amount;
  out.inflow[to] = out.inflow[to]! + amount;
}

function conduits(body: WholeBody, condition: BodyCondition, pressure: Float64Array, out: Flows): void {
  const { valveLeak, valveWidth, anastomosisWidth, anastomosisConductance } = body.parameters;
  for (let e = 0; e < body.edgeFrom.length; e++) {
    const a = body.edgeFrom[e]!;
    const b = body.edgeTo[e]!;
    const y = pressure[a]! - pressure[b]!;
    const g = body.edgeConductance[e]! * condition.conductance[a]!;
    out.edge[e] = g * ((1 - valveLeak) * ramp(y, valveWidth) + valveLeak * y);
    out.edgeByP[e] = g * ((1 - valveLeak) * rampSlope(y, valveWidth) + valveLeak);
    pass(out.edge[e]!, a, b, out);
  }
  for (let n = 0; n < body.anastomosisA.length; n++) {
    const { relative, forward, backward, opening } = body.spec.anastomoses[n]!;
    const a = body.anastomosisA[n]!;
    const b = body.anastomosisB[n]!;
    const y = pressure[a]! - pressure[b]! - body.anastomosisRest[n]!;
    const g = anastomosisConductance * relative * condition.anastomosis[n]!;
    const ahead = forward ? ramp(y - opening, anastomosisWidth) : 0;
    const back = backward ? ramp(-y - opening, anastomosisWidth) : 0;
    const aheadSlope = forward ? rampSlope(y - opening, anastomosisWidth) : 0;
    const backSlope = backward ? rampSlope(-y - opening, anastomosisWidth) : 0;
    out.anastomosis[n] = g * (ahead - back);
    out.anastomosisByP[n] = g * (aheadSlope + backSlope);
    pass(out.anastomosis[n]!, a, b, out);
  }
}

function tissue(body: WholeBody, condition: BodyCondition, volume: Float64Array, out: Flows): void {
  const exponent = body.parameters.tissueExponent;
  const { scarring } = out.remodelled;
  for (let n = 0; n < body.linkA.length; n++) {
    const a = body.linkA[n]!;
    const b = body.linkB[n]!;
    const swelling = (volume[a]! / body.volume[a]! + volume[b]! / body.volume[b]!) / 2;
    const scarred = 1 + (scarring[a]! + scarring[b]!) / 2;
    const grown = exponent === 1 ? swelling : swelling ** exponent;
    const g = (body.linkConductance[n]! * condition.tissue[n]! * grown) / scarred;
    const drop =
      out.elastic[a]! +
      condition.tissueSqueeze[a]! -
      out.elastic[b]! -
      condition.tissueSqueeze[b]! +
      condition.drive[n]!;
    const flow = g * drop;
    const byX = (exponent * flow) / (2 * swelling);
    out.link[n] = flow;
    out.linkByVa[n] = g * out.stiffness[a]! + byX / body.volume[a]!;
    out.linkByVb[n] = -g * out.stiffness[b]! + byX / body.volume[b]!;
    const carried = flow * out.concentration[flow >= 0 ? a : b]!;
    out.volumeRate[a] = out.volumeRate[a]! - flow;
    out.volumeRate[b] = out.volumeRate[b]! + flow;
    out.massRate[a] = out.massRate[a]! - carried;
    out.massRate[b] = out.massRate[b]! + carried;
  }
}

/** Evaluates all flows and derivatives at (V, M, P) into `out`. No allocation. */
export function evaluateFlows(
  body: WholeBody,
  condition: BodyCondition,
  volume: Float64Array,
  mass: Float64Array,
  pressure: Float64Array,
  out: Flows,
): void {
  out.inflow.fill(0);
  out.outflow.fill(0);
  exchange(body, condition, volume, mass, out);
  pump(body, condition, pressure, out);
  conduits(body, condition, pressure, out);
  tissue(body, condition, volume, out);
}
