/** A lymphatic network as its author describes it, in SI; `parseNetwork` reads it from a file, `assemble` makes it run. */
import type { Outlet } from "../elements/boundary.ts";
import type { Massage } from "../elements/external-pressure.ts";
import type { Junction } from "../elements/junction.ts";
import type { WallLaw } from "../elements/lymphangion.ts";
import type { LymphNode } from "../elements/node.ts";
import type { Inlet } from "../elements/tissue.ts";
import type { ValveLaw } from "../elements/valve.ts";
import type { MethodName } from "../solve/tableau.ts";

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
}

export interface External {
  /** Constant pressure on every lymphangion, Pa. */
  readonly pressure: number;
  readonly massage?: Massage | undefined;
  /** Vessels under the hand; absent for all. */
  readonly massaged?: readonly string[] | undefined;
}

export interface SolverSettings {
  readonly method: MethodName;
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
  readonly vessels: Readonly<Record<string, Vessel>>;
  readonly external: External;
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
