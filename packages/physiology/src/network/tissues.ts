/**
 * Tissue in a network: compartments that fill from their capillaries, give way, and drain into initial lymphatics.
 *
 *   V̇ = K [ p_c − p − σ (Π_p − Π(c)) ] − Σ Q_lymph,   p = p(V/V₀ − y) + p_e
 *
 * Filtration is a flow path of conductance K from a reservoir whose pressure p_c − σ(Π_p − Π(c)) follows the protein c;
 * the slack y of stress relaxation and c change slowly (slow.ts). Laws: interstitium.ts, filtration.ts, oncotic.ts,
 * stress-relaxation.ts.
 */
import { interstitialPressure, interstitialStiffness } from "../elements/interstitium.ts";
import { oncoticLaws, oncoticPressure } from "../elements/oncotic.ts";
import { stepSlack } from "../elements/stress-relaxation.ts";
import type { SlowProcess } from "../solve/slow.ts";
import type { System } from "../solve/system.ts";
import type { Network, Tissue } from "./network.ts";

/** Tissues with their cells, in the order of their names in the file. */
export interface PlacedTissue {
  readonly id: string;
  readonly tissue: Tissue;
  readonly cell: number;
  /** Slot of the reservoir it filters from, −1 without capillaries. */
  readonly plasma: number;
}

/** Pressure, Pa, of the reservoir a tissue filters from, at a protein concentration (kg/m³). */
export function filtrationPressure({ capillary }: Tissue, concentration: number): number {
  if (capillary === undefined) return Number.NaN;
  const law = oncoticLaws[capillary.oncotic];
  const { reflection, glycocalyx } = capillary.wall;
  const shielded = glycocalyx?.share ?? 0;
  const opposing = (1 - shielded) * oncoticPressure(concentration, law) + shielded * (glycocalyx?.oncotic ?? 0);
  return capillary.pressure - reflection * (oncoticPressure(capillary.protein, law) - opposing);
}

/** Protein of a tissue at the start, kg/m³: that of the solute marked as protein, else none. */
export function initialProtein(network: Network, id: string): number {
  const protein = Object.values(network.solutes ?? {}).find((solute) => solute.protein);
  return protein === undefined ? 0 : (protein.tissues[id] ?? protein.initial);
}

/** The pass that writes pressure and stiffness of all tissues, and the process by which they give way. */
export function tissueParts(placed: readonly PlacedTissue[]): {
  readonly compartments: NonNullable<System["compartments"]>;
  readonly relaxation: SlowProcess | undefined;
} {
  const slack = new Float64Array(placed.length);
  const compartments: NonNullable<System["compartments"]> = (state, pressure, byVolume) => {
    for (let i = 0; i < placed.length; i++) {
      const { tissue, cell } = placed[i]!;
      const x = state[cell]! / tissue.volume - slack[i]!;
      pressure[cell] = interstitialPressure(tissue.law, x);
      byVolume[cell] = interstitialStiffness(tissue.law, x) / tissue.volume;
    }
  };
  const filling = new Float64Array(placed.length);
  const relaxation: SlowProcess | undefined = placed.some(({ tissue }) => tissue.relaxation !== undefined)
    ? {
        name: "stress relaxation",
        memory: [slack],
        observe(state) {
          for (let i = 0; i < placed.length; i++) filling[i] = state[placed[i]!.cell]! / placed[i]!.tissue.volume;
        },
        advance(_system, _t, h) {
          for (let i = 0; i < placed.length; i++) {
            const law = placed[i]!.tissue.relaxation;
            if (law !== undefined) slack[i] = stepSlack(law, slack[i]!, filling[i]!, filling[i]!, h);
          }
        },
      }
    : undefined;
  return { compartments, relaxation };
}
