import { type NodeSwelling, stepSwelling } from "../elements/node-swelling.ts";
import type { FluidRider } from "./fluid-step.ts";
import type { SoluteLayout } from "./solute-layout.ts";
import type { SoluteRider } from "./solute-rider.ts";

/** Swelling of every junction's nodes at one moment: relative growth of volume, 0 in health and where there are no nodes. */
export interface SwellingState {
  readonly time: number;
  readonly swelling: Float64Array;
}

export interface SwellingRider extends FluidRider {
  readonly states: readonly SwellingState[];
}

/**
 * Node groups that swell with what they hold (elements/node-swelling.ts): every node of a group with its part of it. It
 * must be told of each step after the solutes it looks at. Flows do not feel the swelling.
 *
 * @param nodes how many nodes each junction has; where there are none, nothing swells.
 */
export function rideSwelling(
  layout: SoluteLayout,
  law: NodeSwelling,
  nodes: Float64Array,
  loads: readonly SoluteRider[],
  start?: SwellingState,
): SwellingRider {
  const swelling = start?.swelling.slice() ?? new Float64Array(layout.store.length);
  const states: SwellingState[] = [];
  return {
    states,
    carry({ duration }) {
      for (let n = 0; n < swelling.length; n++) {
        const store = layout.store[n]!;
        if (store < 0 || !(nodes[n]! > 0)) continue;
        let load = 0;
        for (const { amount } of loads) load += amount[store]! / nodes[n]!;
        swelling[n] = stepSwelling(law, swelling[n]!, load, duration);
      }
    },
    keep(time) {
      states.push({ time, swelling: swelling.slice() });
    },
  };
}
