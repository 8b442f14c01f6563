/** A lymphatic network as its author describes it, in SI; `parseNetwork` reads it from a file, `assemble` makes it run. */

import type { BacteriaLaw } from "../elements/bacteria.ts";
import type { Outlet } from "../elements/boundary.ts";
import type { CalciumOscillator } from "../elements/calcium.ts";
import type { CapillaryWall } from "../elements/filtration.ts";
import type { InterstitiumLaw } from "../elements/interstitium.ts";
import type { Junction } from "../elements/junction.ts";
import type { Load } from "../elements/load.ts";
import type { LoadAdaptation } from "../elements/load-adaptation.ts";
import type { WallLaw } from "../elements/lymphangion.ts";
import type { LymphNode } from "../elements/node.ts";
import type { OncoticLawName } from "../elements/oncotic.ts";
import type { Pacemaker } from "../elements/pacemaker.ts";
import type { StressRelaxation } from "../elements/stress-relaxation.ts";
import type { Inlet } from "../elements/tissue.ts";
import type { ValveLaw } from "../elements/valve-laws.ts";
import type { ShearInhibition } from "../elements/wall-shear.ts";
import type { MethodChoice } from "../solve/tableau.ts";

/** A chain of lymphangions between two places, with a valve at every end: N lymphangions, N + 1 valves. */
export interface Vessel {
  readonly from: string;
  readonly to: string;
  readonly lymphangions: number;
  /** One entry for all lymphangions, or one each. */
  readonly walls: readonly WallLaw[];
  /** Length of a lymphangion, m: one entry, or one each. */
  readonly lengths: readonly number[];
  /** Diameter at the start of a run, m: none (reference diameter), one, or one each. */
  readonly initialDiameters: readonly number[];
  /** Names in `Network.valves`, or `none`: one entry for all N + 1 valves, or one each. */
  readonly valves: readonly string[];
  /** Added to the onset of every contraction in this vessel, s. */
  readonly onset: number;
  /** How much higher its end lies than its start when the body is upright, m; absent for 0. */
  readonly rise?: number | undefined;
}

/** How the contraction is timed along the flow: a delay per lymphangion (s or rad) or a conduction velocity (m/s). */
export type Lag =
  | { readonly kind: "time"; readonly value: number }
  | { readonly kind: "phase"; readonly value: number }
  | { readonly kind: "conduction"; readonly value: number };

export interface Pacing {
  /** Duration of one contraction, s. */
  readonly contraction: number;
  /** Rest after it, s; the period is the sum. */
  readonly rest: number;
  readonly lag: Lag;
  /** What sets the time of a contraction; absent for `prescribed`: onset, lag and period above. */
  readonly source?: PacingSource | undefined;
  /** Wall-shear inhibition of strength and frequency; absent for none. */
  readonly shear?: ShearInhibition | undefined;
  /** Strength that follows the load; absent for the same strength under every load. */
  readonly adaptation?: LoadAdaptation | undefined;
}

/** Contractions that answer to the vessel: by pacemakers in its wall, or by its calcium and nitric oxide. */
export type PacingSource =
  | { readonly kind: "pacemaker"; readonly pacemaker: Pacemaker }
  | { readonly kind: "calcium"; readonly calcium: CalciumOscillator };

/** Interstitium around initial lymphatics: a compartment that fills from capillaries and drains into the vessels from it. */
export interface Tissue {
  /** Fluid at rest V₀, m³, and at the start of a run, as a share of it. */
  readonly volume: number;
  readonly initialFilling: number;
  readonly law: InterstitiumLaw;
  /** Absent: it does not give way in time. */
  readonly relaxation?: StressRelaxation | undefined;
  /** Absent: nothing filters in. */
  readonly capillary?:
    | {
        readonly wall: CapillaryWall;
        readonly pressure: number;
        readonly protein: number;
        readonly oncotic: OncoticLawName;
      }
    | undefined;
  /** Initial lymphatics of each vessel that begins here: resistance r_in (Pa·s/m³) and share ε of it backward. */
  readonly drain: { readonly resistance: number; readonly reflux: number };
}

/** Something dissolved or carried in lymph. Amounts are in kg, or in any other unit used throughout, such as bacteria. */
export interface Solute {
  /** Concentration at inlets that are reservoirs, by name; absent for none. */
  readonly inlets: Readonly<Record<string, number>>;
  /** Concentration of what comes back from an outlet, by name; absent for none. */
  readonly outlets?: Readonly<Record<string, number>> | undefined;
  /** Concentration everywhere at the start, kg/m³; tissues by name differ. */
  readonly initial: number;
  readonly tissues: Readonly<Record<string, number>>;
  /** Injections: how much, where (a lymphangion or tissue), when (s). */
  readonly injections: readonly { readonly at: string; readonly amount: number; readonly time: number }[];
  /** Share of the fluid of tissue at rest that is closed to it; absent for none. */
  readonly excluded?: number | undefined;
  /** Whether blood gives it to tissue and it draws water in tissue and nodes: plasma protein. */
  readonly protein: boolean;
  /** Share that leaves with water absorbed in nodes: 0 for protein, 1 for what passes every wall. */
  readonly absorbed: number;
  /** Capture and killing in nodes, by name; absent for none. */
  readonly nodes: Readonly<Record<string, BacteriaLaw>>;
  /** Concentration that counts as arrived, kg/m³. */
  readonly detection: number;
}

/** A stroke of the hand along whole vessels, from their first lymphangion to their last. */
export interface Massage {
  /** Peak pressure A, Pa. */
  readonly amplitude: number;
  /** Duration T_m of the pulse at one place, s. */
  readonly duration: number;
  /** Time T_p from one stroke to the next, s; at least the duration. */
  readonly period: number;
  /** Speed c of the hand, m/s. */
  readonly speed: number;
  /** `proximal`: with the flow, toward the heart. `distal`: against it. */
  readonly direction: "proximal" | "distal";
}

/** The stroke used when only an amplitude is given. *Assumed.* */
export const plainStroke: Massage = { amplitude: 0, duration: 3, period: 10, speed: 0.02, direction: "proximal" };

/** A load and what lies under it. Its positions count from the most distal lymphangion upstream, along the flow. */
export interface PlacedLoad {
  readonly load: Load;
  /** Vessels and tissues under it; absent for all. */
  readonly on?: readonly string[] | undefined;
  /** Part of the pressure that arrives, 0 to 1. */
  readonly share: number;
}

export interface External {
  /** Constant pressure on every lymphangion and tissue, Pa. */
  readonly pressure: number;
  readonly massage?: Massage | undefined;
  /** Vessels under the hand; absent for all. */
  readonly massaged?: readonly string[] | undefined;
  /** Cuffs, sleeves, strokes, muscles; their pressures add up. */
  readonly loads?: readonly PlacedLoad[] | undefined;
}

export interface SolverSettings {
  readonly method: MethodChoice;
  readonly tolerance: number;
  /** Fixed step, s. */
  readonly step?: number | undefined;
  /** Longest step, s; absent for a fraction of the contraction. */
  readonly longestStep?: number | undefined;
  /** Cycles to run when the caller does not say. */
  readonly cycles: number;
}

/** Immutable; change it with `setParameter` or by spreading. */
export interface Network {
  readonly title: string;
  readonly about: string;
  /** Pa·s. */
  readonly viscosity: number;
  readonly valves: Readonly<Record<string, ValveLaw>>;
  readonly inlets: Readonly<Record<string, Inlet>>;
  readonly outlets: Readonly<Record<string, Outlet>>;
  readonly junctions: Readonly<Record<string, Junction>>;
  readonly nodes: Readonly<Record<string, LymphNode>>;
  readonly tissues?: Readonly<Record<string, Tissue>> | undefined;
  readonly solutes?: Readonly<Record<string, Solute>> | undefined;
  readonly vessels: Readonly<Record<string, Vessel>>;
  readonly external: External;
  /** How upright the body is, from 0 lying to 1 standing: share of gravity along the vessels; absent for 0. */
  readonly upright?: number | undefined;
  readonly pacing: Pacing;
  readonly solver: SolverSettings;
}

/** Time from one contraction to the next, s. */
export function periodOf(pacing: Pacing): number {
  return pacing.contraction + pacing.rest;
}

/** The entry for place `i` of a list that has one entry for all or one each. */
export function entryFor<T>(list: readonly T[], i: number): T {
  return (list.length === 1 ? list[0] : list[i]) as T;
}
