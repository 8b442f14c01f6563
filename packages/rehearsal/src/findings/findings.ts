import type { Limb } from "@openlymph/anatomy";

/** What a rehearsal found. SI; every difference is "with the session" minus "without". */
export interface Findings {
  /** Moments at which the findings are given, s after the session began; the first is its end. */
  readonly times: readonly number[];
  readonly limbs: readonly LimbFinding[];
  /** The parts of the body that are no limb: head and neck without the brain, and the wall of the trunk. */
  readonly parts: readonly PartFinding[];
  readonly territories: readonly TerritoryFinding[];
  readonly watersheds: readonly CrossingFinding[];
  readonly routes: readonly RouteFinding[];
  readonly nodes: readonly NodeFinding[];
  readonly venousAngles: readonly OutletFinding[];
  readonly bound: SessionBound;
  /** Highest flow of a bundle while a stroke lies on its territory, as a multiple of its flow without the session then. */
  readonly largestGain: number;
  /** Where the body left the range the model is meant for; its numbers there mean nothing. */
  readonly warnings: readonly string[];
  /** Plain sentences that belong beside the numbers. */
  readonly notes: readonly string[];
}

export interface LimbFinding extends FluidFinding {
  readonly limb: Limb;
  /** Tissue volume of the healthy limb, m³. */
  readonly limbVolume: number;
}

export interface PartFinding extends FluidFinding {
  readonly part: "headNeck" | "trunk";
  readonly name: string;
  /** Tissue volume of the healthy part, m³. */
  readonly volume: number;
}

export interface FluidFinding {
  /** Fluid above health when the session begins, m³ and as a share of the healthy tissue volume. */
  readonly excess: number;
  readonly excessShare: number;
  /** Lymph flow over healthy lymph flow when the session begins. */
  readonly flowShare: number;
  /** m³ per moment of `times`. */
  readonly withSession: readonly number[];
  readonly without: readonly number[];
  readonly difference: readonly number[];
}

export interface TerritoryFinding {
  readonly territory: string;
  readonly name: string;
  /** Fluid above health at the start, m³. */
  readonly excess: number;
  readonly difference: readonly number[];
}

/** Fluid across a watershed over the whole run, m³: the net volume through every link, in either direction, added up. */
export interface CrossingFinding {
  readonly watershed: string;
  readonly name: string;
  /** Through the skin, and through anastomoses. */
  readonly tissue: { readonly withSession: number; readonly without: number };
  readonly anastomoses: { readonly withSession: number; readonly without: number };
}

/** A detour: an anastomosis and what it carries, named in the direction of the fluid that passed over the run. */
export interface RouteFinding {
  readonly anastomosis: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Flow from → to at the start, m³/s; negative where it then ran the other way. */
  readonly flow: number;
  /** Net m³ from → to over the run. */
  readonly withSession: number;
  readonly without: number;
}

export interface NodeFinding {
  readonly node: string;
  readonly name: string;
  /** Share removed by operations. */
  readonly removed: number;
  /** Pa at the start, and in health. */
  readonly pressure: number;
  readonly healthyPressure: number;
  /** Inflow over healthy inflow: at the start, and the largest in the whole run with the session. */
  readonly load: number;
  readonly peakLoad: number;
}

/** What reached the blood at a venous angle over the whole run, m³. */
export interface OutletFinding {
  readonly outlet: string;
  readonly name: string;
  readonly withSession: number;
  readonly without: number;
}

/** The arithmetic ceiling on what the vessels of a limb can add in one session, and why it is not more. */
export interface SessionBound {
  readonly limb: Limb | undefined;
  /** Lymph flow of the limb at the start, m³/s. */
  readonly lymphFlow: number;
  readonly duration: number;
  /** (largest gain − 1) × flow × duration, m³. */
  readonly duringStrokes: number;
  /** after-effect × flow × its time constant, m³. */
  readonly afterwards: number;
  readonly total: number;
}
