import { ok, type Result } from "@openlymph/base";
import { flowGradient, type NudgedNetwork } from "@openlymph/physiology";
import { type ModelSetup, networkAt } from "./evaluate-point.ts";

/** Share by which a parameter is nudged where the right-hand side is differenced. */
const nudge = 1e-5;

/**
 * Derivatives of a model's outputs at a point, SI: one row per output, one column per parameter. NaN where the engine has
 * no exact ones: for outputs other than the whole inflow and outflow, for parameters at zero or of the rhythm, and for
 * networks that pace themselves.
 */
export function gradientAt(setup: ModelSetup, point: readonly number[]): Result<readonly (readonly number[])[]> {
  const none = setup.outputs.map(() => point.map(() => Number.NaN));
  const centre = networkAt(setup, point);
  if (!centre.ok) return ok(none);
  const columns = point.map((value, j): { readonly inflow: number; readonly outflow: number } => {
    const unknown = { inflow: Number.NaN, outflow: Number.NaN };
    const at = (factor: number) => networkAt(setup, point.with(j, value * factor));
    const [more, less] = [at(1 + nudge), at(1 - nudge)];
    if (value === 0 || !more.ok || !less.ok) return unknown;
    const nudged: NudgedNetwork = { more: more.value, less: less.value, difference: 2 * nudge * value };
    const found = flowGradient(centre.value, [nudged], setup.cycles);
    return found.ok ? { inflow: found.value.inflowBy[0]!, outflow: found.value.outflowBy[0]! } : unknown;
  });
  return ok(
    setup.outputs.map((name) => {
      const end = name === "inflow" || name === "outflow" ? name : undefined;
      return columns.map((column) => (end === undefined ? Number.NaN : column[end]));
    }),
  );
}
