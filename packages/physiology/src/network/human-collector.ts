/**
 * The human limb collector as a value: the network of examples/networks/human-collector.yaml, for programs that have no
 * file at hand. Parameters and sources: elements/lymphangion.ts, elements/valve-log-blend.ts, elements/tissue.ts.
 */
import { mmHg } from "@openlymph/base";
import type { Massage, Network } from "./network.ts";

export interface HumanCollectorOptions {
  /** N; default 10. */
  readonly lymphangions?: number;
  /** T₀, N/m; default 1.0. */
  readonly activeTension?: number;
  /** Contractions per second; default 1/60. */
  readonly frequency?: number;
  /** Pa; default 2 mmHg. */
  readonly inletPressure?: number;
  /** r_in, Pa·s/m³; default 0. With initial lymphatics in front 1e12 (*assumed*). */
  readonly inletResistance?: number;
  /** Pa; default 7 mmHg. */
  readonly outletPressure?: number;
  /** Constant external pressure, Pa; default 0. */
  readonly externalPressure?: number;
  readonly massage?: Massage;
}

/** A chain of lymphangions with human parameters. Frequency at most 12 /min: a contraction lasts 5 s. */
export function humanCollector(options: HumanCollectorOptions = {}): Network {
  const contraction = 5;
  return {
    title: "A human limb collector",
    about: "Lymphangions of a superficial limb collector in a row; assumed parameters within measured ranges.",
    viscosity: 1e-3,
    valves: {
      competent: {
        law: "log-blend",
        open: 1e9,
        closed: 1e15,
        opening: 10,
        closing: -1,
        width: 1.5,
        lag: 0.01,
        fold: "refuse",
      },
    },
    inlets: {
      tissue: { pressure: options.inletPressure ?? 2 * mmHg, resistance: options.inletResistance ?? 0, reflux: 1 },
    },
    outlets: { proximal: { pressure: options.outletPressure ?? 7 * mmHg } },
    junctions: {},
    nodes: {},
    vessels: {
      collector: {
        from: "tissue",
        to: "proximal",
        lymphangions: options.lymphangions ?? 10,
        walls: [
          {
            law: "human-collector",
            passivePressure: 150,
            referenceDiameter: 0.5e-3,
            activeTension: options.activeTension ?? 1,
            stiffening: 10,
            tone: 0.03,
            optimalStretch: 1.2,
            stretchWidth: 0.5,
          },
        ],
        lengths: [0.01],
        initialDiameters: [],
        valves: ["competent"],
        onset: 0,
      },
    },
    external: { pressure: options.externalPressure ?? 0, massage: options.massage },
    pacing: {
      contraction,
      rest: Math.max(0, 1 / (options.frequency ?? 1 / 60) - contraction),
      lag: { kind: "conduction", value: 0.012 },
    },
    solver: { method: "auto", tolerance: 1e-5, cycles: 5 },
  };
}
