/**
 * A collector with the tissue it drains: capillaries, interstitium, initial lymphatics, and the collector of human.ts.
 *
 * | symbol          | value                    | source                                                                   |
 * | --------------- | ------------------------ | ------------------------------------------------------------------------ |
 * | share, leg      | 1/17 of a leg            | 17 collectors; *assumed* with the averaged model                          |
 * | share, arm      | 0.3/10 of a leg          | an arm is 0.3 of a leg and has 10 collectors; *assumed* there             |
 * | V₀, K, PS, σ    | 1.75 L, 5e-11, 1.6e-9, 0.9 of a leg | one adult leg of the averaged model                            |
 * | p_c, plasma     | 18 mmHg, 72 g/L          | the same                                                                  |
 * | tissue protein  | 25 g/L                   | the same                                                                  |
 * | pressure law    | Chapple 1993, −1 mmHg    | public code; Aukland & Reed 1993                                          |
 * | outside, outlet | −1, +5 mmHg              | the vessel lies in its tissue; central vein, *textbook*                   |
 */
import { mmHg } from "@openlymph/base";
import type { HumanCollectorOptions, Network, PlacedLoad } from "@openlymph/physiology";
import { collector } from "./human.ts";

/** The vessel lies in tissue at rest: its outside, not that of the tissue itself, is at −1 mmHg. */
const around: PlacedLoad = {
  load: { kind: "static", pressure: -1 * mmHg, steps: [], ramp: 1 },
  share: 1,
  on: ["collector"],
};

export const legShare = 1 / 17;
export const armShare = 0.3 / 10;

export interface LimbOptions {
  readonly collector: HumanCollectorOptions;
  /** Share of a leg's tissue that it drains. */
  readonly share: number;
  /** Fluid over that at rest; 1 unless swollen. */
  readonly filling?: number;
}

/** The collector (vessel `collector`) and its tissue (`skin`). */
export function limb({ collector: options, share, filling = 1 }: LimbOptions): Network {
  const network = collector({ ...options, outletPressure: 5 * mmHg });
  const wall = { conductance: share * 5e-11, permeability: share * 1.6e-9, reflection: 0.9, solute: "patlak" } as const;
  return {
    ...network,
    inlets: {},
    tissues: {
      skin: {
        volume: share * 1.75e-3,
        initialFilling: filling,
        law: { law: "chapple-1993", restPressure: -1 * mmHg, swollenSlope: 0.42 * mmHg },
        capillary: { wall, pressure: 18 * mmHg, protein: 72, oncotic: "landis-pappenheimer" },
        drain: { resistance: options.inletResistance ?? 1e12, reflux: 0.02 },
      },
    },
    solutes: {
      protein: {
        inlets: {},
        initial: 25,
        tissues: {},
        injections: [],
        protein: true,
        absorbed: 0,
        nodes: {},
        detection: 1,
      },
    },
    vessels: { collector: { ...network.vessels["collector"]!, from: "skin" } },
    external: { pressure: 0, loads: [around] },
  };
}

/** The same under more loads. */
export function pressed(network: Network, ...loads: readonly PlacedLoad[]): Network {
  return { ...network, external: { ...network.external, loads: [...(network.external.loads ?? []), ...loads] } };
}
