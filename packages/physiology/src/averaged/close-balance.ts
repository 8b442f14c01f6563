/**
 * Makes the flows of a solved stage add up at every node to the last digit, however closely the stage was solved.
 *
 *   out = (1 − a) in:   the vessel that carries most away from a node takes what is missing
 *
 * From the periphery to the blood, so that each correction is in the balance of the next node. Corrections are as small as
 * what Newton's method left over; fluid is then conserved to rounding whatever its tolerance.
 */
import type { Flows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";

/** Corrects `edge`, `inflow` and `outflow`. */
export function closeNodeBalance(body: WholeBody, absorbed: Float64Array, flows: Flows): void {
  const { edge, inflow, outflow } = flows;
  const { flowOrder, mainEdge, edgeTo } = body;
  for (let i = 0; i < flowOrder.length; i++) {
    const n = flowOrder[i]!;
    const e = mainEdge[n]!;
    if (e < 0) continue;
    const kept = 1 - absorbed[n]!;
    const before = edge[e]!;
    // What the vessel adds to out − (1 − a) in of its node: all of a flow away, the kept share of one that runs back.
    const wanted = (before >= 0 ? before : kept * before) + kept * inflow[n]! - outflow[n]!;
    const after = wanted >= 0 ? wanted : wanted / kept;
    const to = edgeTo[e]!;
    const ahead = Math.max(0, after) - Math.max(0, before);
    const back = Math.max(0, -after) - Math.max(0, -before);
    edge[e] = after;
    outflow[n] = outflow[n]! + ahead;
    inflow[to] = inflow[to]! + ahead;
    outflow[to] = outflow[to]! + back;
    inflow[n] = inflow[n]! + back;
  }
}
