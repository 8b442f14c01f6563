import { type Limb, limbTerritories, type ProcedureEffect } from "@openlymph/anatomy";
import { type Assumption, type History, limbsAtRisk } from "@openlymph/therapy";
import type { Draws } from "./draw.ts";

/** A share whose logit is shifted; 0 and 1 stay what they are. */
export function shiftedShare(share: number, shift: number): number {
  return share / (share + (1 - share) * Math.exp(-shift));
}

function shiftedEffect(effect: ProcedureEffect, shift: number): ProcedureEffect {
  const removed = Object.entries(effect.removed).map(([node, share]) => [node, shiftedShare(share, shift)] as const);
  return { ...effect, removed: Object.fromEntries(removed) };
}

/** When the first procedure that puts a limb at risk was done, s from `asOf`. */
function firstProcedure(history: History, limb: Limb): number {
  const concerning = history.procedures.filter((procedure) =>
    limbsAtRisk({ ...history, conditions: [], procedures: [procedure] }).includes(limb),
  );
  return Math.min(...concerning.map(({ at }) => at));
}

/** Pump strength that a history leaves open: of the limbs its procedures put at risk, where it says nothing about them. */
function acquiredStrengths(history: History, strength: number): readonly Assumption[] {
  const told = new Set(history.assume.flatMap((one) => (one.kind === "pumpStrength" ? one.territories : [])));
  return limbsAtRisk({ ...history, conditions: [] }).flatMap((limb) => {
    const territories = limbTerritories(limb);
    if (territories.some((id) => told.has(id))) return [];
    return [
      { kind: "pumpStrength", value: strength, assumed: true, territories, at: firstProcedure(history, limb) } as const,
    ];
  });
}

/** Bypass that a history leaves open. */
function grownBypass(history: History, bypass: number): readonly Assumption[] {
  const told = new Set(history.assume.flatMap((one) => (one.kind === "bypass" ? one.nodes : [])));
  const removed = new Set(history.procedures.flatMap(({ effect }) => Object.keys(effect.removed)));
  const nodes = [...removed].filter((id) => !told.has(id));
  return nodes.length === 0 ? [] : [{ kind: "bypass", value: bypass, assumed: true, nodes }];
}

/** What a history leaves open, and virtual bodies therefore differ in. */
export function leftOpen(history: History): {
  readonly extent: boolean;
  readonly bypass: boolean;
  readonly strength: boolean;
} {
  const shares = history.procedures.flatMap(({ effect }) => Object.values(effect.removed));
  return {
    extent: shares.some((share) => share > 0 && share < 1),
    bypass: grownBypass(history, 1).length > 0,
    strength: acquiredStrengths(history, 1).length > 0,
  };
}

/**
 * A history as it went in one virtual body: how much the operations took, what bypass grew, how strong the pumps of the limbs
 * at risk stayed. What the history itself assumes stays as it is told.
 */
export function memberHistory(history: History, draws: Draws): History {
  return {
    ...history,
    procedures: history.procedures.map((procedure) => ({
      ...procedure,
      effect: shiftedEffect(procedure.effect, draws.removalShift),
    })),
    assume: [
      ...history.assume,
      ...acquiredStrengths(history, draws.acquiredStrength),
      ...grownBypass(history, draws.bypass),
    ],
  };
}
