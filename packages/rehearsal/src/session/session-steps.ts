import { meanPressureShare, type Plan, regionsById, resolveStep, stepDuration, strokesById } from "@openlymph/therapy";
import type { SessionStep } from "./session-step.ts";
import { handArea, strokeGain } from "./stroke-effect.ts";

/**
 * A plan laid out in time: every step with its optional ones, one after the other, hands on the skin throughout.
 *
 * The time to move from place to place is left out, so the session is as long as its strokes.
 */
export function sessionSteps(plan: Plan): readonly SessionStep[] {
  let start = 0;
  return plan.steps.map((step, place) => {
    const resolved = resolveStep(plan, step);
    const end = start + stepDuration(step);
    const pressure = resolved.pressure ?? 0;
    const stroke = strokesById.get(step.stroke);
    const breathing = resolved.kind === "breathing" || pressure === 0;
    const direction = breathing ? ("none" as const) : resolved.direction;
    const laid: SessionStep = {
      n: step.n ?? place + 1,
      start,
      end,
      region: step.region,
      regionLabel: regionsById.get(step.region)?.label ?? step.region,
      side: step.side,
      stroke: step.stroke,
      strokeName: stroke?.name ?? step.stroke,
      action: step.action ?? "",
      toward: resolved.toward.region,
      towardLabel: regionsById.get(resolved.toward.region)?.label ?? resolved.toward.region,
      towardSide: step.towardSide,
      pressure,
      pressedShare: stroke === undefined ? 0 : meanPressureShare(stroke),
      cycle: step.pace,
      repetitions: step.repetitions,
      positions: step.positions,
      provenance: step.provenance,
      territories: resolved.territories,
      nodes: resolved.nodes,
      anastomoses: resolved.anastomoses,
      towardTerritories: resolved.toward.territories,
      towardNodes: resolved.toward.nodes,
      direction,
      gain: direction === "none" ? 1 : strokeGain(pressure, direction),
      coverage: resolved.area > 0 ? Math.min(1, handArea / resolved.area) : 0,
    };
    start = end;
    return laid;
  });
}
