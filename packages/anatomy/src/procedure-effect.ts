import { fail, ok, type Result } from "@openlymph/base";
import { anatomy } from "./anatomy.ts";
import { findRecord } from "./lookup.ts";
import type { Procedure } from "./schema/procedure.ts";
import { sided } from "./side.ts";

/** The operated side; `both` for an operation done on both sides. */
export type OperatedSide = "L" | "R" | "both";

/** Which part of a combined procedure counts. */
export const procedureParts = ["all", "surgery", "radiotherapy"] as const;
export type ProcedurePart = (typeof procedureParts)[number];

/** What a procedure does to the network. All numbers are estimates. */
export interface ProcedureEffect {
  /** Share of each node group that is taken out, 0..1. */
  readonly removed: Readonly<Record<string, number>>;
  /** Share of each node group's conductance lost to fibrosis after radiation, 0..1. */
  readonly fibrosis: Readonly<Record<string, number>>;
  readonly cutCollectors: readonly string[];
}

function onSides(shares: Readonly<Record<string, number>>, sides: readonly ("L" | "R")[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(shares).flatMap(([node, share]) =>
      sided(node, sides, anatomy.byId.nodeGroups).map((id) => [id, share]),
    ),
  );
}

function sidesFor(procedure: Procedure, side: OperatedSide | undefined): Result<readonly ("L" | "R")[]> {
  const refuse = (expected: string, hint: string) =>
    fail("field/invalid", { path: "side", value: side ?? null, expected, hint });
  if (procedure.midline === true) {
    if (side === undefined) return ok([]);
    return refuse("no side", `${procedure.id} (${procedure.name}) concerns an unpaired vessel.`);
  }
  if (side === "both" || (side === undefined && procedure.bilateral === true)) return ok(["L", "R"]);
  if (side === "L" || side === "R") return ok([side]);
  if (side === undefined) {
    return fail("field/missing", {
      path: "side",
      expected: "L (left), R (right) or both",
      hint: `${procedure.id} (${procedure.name}) is done on one side; say which.`,
    });
  }
  return refuse("L (left), R (right) or both", "The side is the person's own left or right.");
}

/**
 * What a procedure removes, scars and cuts, as ids with side.
 *
 * Procedures that are normally done on both sides (`bilateral`) take both when no side is given; those on an unpaired
 * vessel (`midline`) take no side.
 *
 * @returns `reference/unknown` for an unknown procedure, `field/missing` without a needed side, `field/invalid` for a
 * side that is not possible or a `radiotherapy` part that the procedure does not have.
 */
export function procedureEffect(
  procedureId: string,
  side?: OperatedSide,
  part: ProcedurePart = "all",
): Result<ProcedureEffect> {
  const found = findRecord("procedure", procedureId, anatomy.byId.procedures);
  if (!found.ok) return found;
  const procedure = found.value;
  const sides = sidesFor(procedure, side);
  if (!sides.ok) return sides;
  if (part === "radiotherapy" && procedure.radiationFibrosis === undefined) {
    const irradiating = anatomy.procedures.filter(({ radiationFibrosis }) => radiationFibrosis !== undefined);
    return fail("field/invalid", {
      path: "part",
      value: part,
      expected: `radiotherapy only for ${irradiating.map(({ id }) => id).join(", ")}`,
    });
  }
  const surgery = part !== "radiotherapy";
  const cut = surgery ? (procedure.cutsCollectors ?? []) : [];
  return ok({
    removed: surgery ? onSides(procedure.removes, sides.value) : {},
    fibrosis: part === "surgery" ? {} : onSides(procedure.radiationFibrosis ?? {}, sides.value),
    cutCollectors: cut.flatMap((id) => sided(id, sides.value, anatomy.byId.collectors)),
  });
}

function together(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [node, share] of Object.entries(b)) sum[node] = 1 - (1 - (sum[node] ?? 0)) * (1 - share);
  return sum;
}

/** Several procedures on one body: each takes its share of what the earlier ones left. The order does not matter. */
export function combinedEffect(effects: readonly ProcedureEffect[]): ProcedureEffect {
  return effects.reduce<ProcedureEffect>(
    (all, effect) => ({
      removed: together(all.removed, effect.removed),
      fibrosis: together(all.fibrosis, effect.fibrosis),
      cutCollectors: [...new Set([...all.cutCollectors, ...effect.cutCollectors])],
    }),
    { removed: {}, fibrosis: {}, cutCollectors: [] },
  );
}
