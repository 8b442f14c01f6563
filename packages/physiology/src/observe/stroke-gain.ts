/** What a massage does to a vessel: mean flow with strokes over mean flow without. */
import { ok, type Result } from "@openlymph/base";
import { type Massage, type Network, plainStroke } from "../network/network.ts";
import { simulate } from "./simulate.ts";

export interface StrokeGain {
  /** Mean outflow without and with strokes, m³/s. */
  readonly without: number;
  readonly with: number;
  /** Their ratio; infinite for a vessel that moves nothing by itself. */
  readonly gain: number;
}

/**
 * Compares a network with and without strokes, both in their last cycle.
 *
 * @param stroke amplitude, Pa, and what differs from the plain stroke (3 s, every 10 s, 2 cm/s, proximal).
 * @example
 * strokeGain(humanCollector({ inletResistance: 1e12 }), { amplitude: 10 * mmHg }) // gain about 2.2
 */
export function strokeGain(network: Network, stroke: Partial<Massage>, cycles?: number): Result<StrokeGain> {
  const massage: Massage = { ...plainStroke, ...stroke };
  const rested = simulate({ ...network, external: { ...network.external, massage: undefined } }, { cycles });
  if (!rested.ok) return rested;
  const pressed = simulate({ ...network, external: { ...network.external, massage } }, { cycles });
  if (!pressed.ok) return pressed;
  const without = rested.value.outflow;
  const moved = pressed.value.outflow;
  return ok({ without, with: moved, gain: without > 0 ? moved / without : Number.POSITIVE_INFINITY });
}
