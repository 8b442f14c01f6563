import type { ProcedureEffect, ProcedurePart } from "@openlymph/anatomy";
import type { Provenance, ReviewStatus } from "@openlymph/base";
import type { BodySide } from "../fields/body-side.ts";
import type { Scope } from "../fields/scope.ts";

export const historyFormat = "openlymph/history@1";

export const builds = ["neutral", "female", "male"] as const;

/** The body the history is applied to: a generic one, never a measured person. */
export interface HistoryBody {
  readonly build: (typeof builds)[number];
  /** m */
  readonly height: number;
}

export interface HistoryProcedure {
  /** Id in the anatomy's list of procedures. */
  readonly procedure: string;
  readonly name: string;
  readonly side?: BodySide;
  /** `radiotherapy`: only the fibrosis of a combined procedure; `surgery`: only what was cut. */
  readonly part: ProcedurePart;
  /** `2024-11-22` */
  readonly date: string;
  /** Seconds from `asOf`; zero or negative. */
  readonly at: number;
  /** What it does to the network. */
  readonly effect: ProcedureEffect;
  readonly note?: string;
}

export interface HistoryCondition {
  /** A word such as `lymphedema` or `diabetes`. */
  readonly condition: string;
  readonly scope?: Scope;
  /** Stage of the International Society of Lymphology. */
  readonly stage?: "0" | "I" | "II" | "III";
  readonly since?: string;
  readonly note?: string;
}

/** Assumptions that scale or shift something in a part of the body. */
export const scopedAssumptions = [
  "pumpStrength",
  "pumpOutput",
  "hypoplasia",
  "valveIncompetence",
  "capillaryPressure",
  "venousHypertension",
  "startVolume",
  "remodelling",
] as const;

/**
 * What only the model needs and nobody measured; always shown as assumed.
 *
 * | kind               | value | meaning |
 * | pumpStrength       | 1     | acquired contractility θ of the collectors, 1 = healthy |
 * | pumpOutput         | 1     | factor on what the collectors pump, 0 = stopped |
 * | hypoplasia         | 1     | share of the collectors that were never there |
 * | valveIncompetence  | 1     | share of the collectors whose valves do not close |
 * | capillaryPressure  | Pa    | lasting rise of capillary pressure |
 * | venousHypertension | Pa    | lasting rise of venous pressure, most of which reaches the capillaries |
 * | startVolume        | 1     | interstitial volume at the start over the healthy one |
 * | remodelling        | 1     | how fast overloaded pumps tire and swollen tissue scars, 1 = as assumed, 0 = not at all |
 * | bypass             | 1     | share b of conductance that scar bypass and remaining nodes keep |
 * | regrowth           | 1     | share of the lost conductance that grows back, over weeks |
 * | obstruction        | 1     | share of conductance that is blocked in node groups, trunks or ducts |
 * | cutCollectors      | 1     | share of the bundles an operation cuts that stays cut |
 * | venousPressure     | Pa    | pressure at the venous angles |
 */
export type Assumption = {
  readonly value: number;
  readonly assumed: true;
  readonly note?: string;
} & (
  | {
      readonly kind: (typeof scopedAssumptions)[number];
      /** Territories concerned; all of the body when nothing is said. */
      readonly territories: readonly string[];
      readonly scope?: Scope;
      /** Seconds from `asOf` at which it begins; `undefined`: from the start of the calculation. */
      readonly at: number | undefined;
    }
  | {
      readonly kind: "bypass" | "regrowth";
      /** Node groups that were removed, for which it holds. */
      readonly nodes: readonly string[];
    }
  | {
      readonly kind: "obstruction";
      readonly nodes: readonly string[];
      readonly at: number | undefined;
    }
  | { readonly kind: "venousPressure" | "cutCollectors" }
);

/** When something happens: seconds from the start of the `asOf` day. `repeat` is a period in seconds. */
export interface EventTime {
  readonly start: number;
  readonly end: number;
  readonly repeat?: number;
}

/** What happens to the body, with the factors the model needs; factors are assumed, whoever wrote them. */
export type HistoryEvent = EventTime & { readonly note?: string } & (
    | {
        readonly kind: "infection";
        readonly scope: Scope;
        /** Node groups whose conductance falls. */
        readonly basin: readonly string[];
        /** Bacteria that enter its tissue when it begins, colony-forming units; the model's usual number when not told. */
        readonly inoculum?: number;
        readonly factors: InfectionFactors;
      }
    | { readonly kind: "posture"; readonly posture: Posture; readonly factors: PostureFactors }
    | { readonly kind: "sleeve"; readonly pressure: number; readonly scope: Scope; readonly factors: SleeveFactors }
    | { readonly kind: "meal"; readonly territories: readonly string[]; readonly factors: MealFactors }
    | { readonly kind: "walking"; readonly factors: WalkingFactors }
    | { readonly kind: "exercise"; readonly scope: Scope; readonly factors: ExerciseFactors }
    | { readonly kind: "heat"; readonly rise: number; readonly scope: Scope; readonly factors: HeatFactors }
    | { readonly kind: "injury"; readonly scope: Scope; readonly factors: InjuryFactors }
  );

export const postures = ["upright", "lying"] as const;
export type Posture = (typeof postures)[number];

/** Inflammation of the capillaries and of the nodes that drain them. */
export interface InfectionFactors {
  /** Factor on the filtration coefficient K. */
  readonly filtration: number;
  /** Factor on the permeability–surface product PS. */
  readonly permeability: number;
  /** Reflection coefficient σ during the infection. */
  readonly reflection: number;
  /** Factor on the conductance of the basin's nodes. */
  readonly basinConductance: number;
}

export interface PostureFactors {
  /** Share β of the hydrostatic column that reaches the capillaries. */
  readonly hydrostaticShare: number;
}

export interface SleeveFactors {
  /** Share α of the garment's pressure that reaches the tissue fluid. */
  readonly tissueShare: number;
  /** Share κ of that which acts against filtration; the veins are squeezed as well. */
  readonly filtrationShare: number;
}

export interface MealFactors {
  /** Factor on the filtration coefficient of the gut. */
  readonly filtration: number;
  /** Rise of capillary pressure of the gut, Pa. */
  readonly capillaryPressure: number;
}

/** Working muscles: lymph of the muscles and of the skin above them, filtration; all as factors on rest. */
export interface ExerciseFactors {
  readonly muscleLymph: number;
  readonly skinLymph: number;
  readonly filtration: number;
}

/** Walking: both legs work, and their muscles take the blood column off the capillaries. */
export interface WalkingFactors extends ExerciseFactors {
  readonly hydrostaticShare: number;
  /** Share of the hydrostatic load of standing that is left while walking. */
  readonly venousPump: number;
}

/** Warm skin: factors for a rise of 10 K, taken to the power of the rise over 10 K. */
export interface HeatFactors {
  /** On the frequency of the collectors. */
  readonly frequency: number;
  /** On the filtration coefficient. */
  readonly filtration: number;
}

/** Torn collectors, and the inflammation around them while the event lasts. */
export interface InjuryFactors {
  /** Share of the collectors torn. */
  readonly collectors: number;
  /** Share of these that grows together again. */
  readonly regrowth: number;
  readonly filtration: number;
  readonly permeability: number;
  readonly reflection: number;
}

/** What happened to a body until `asOf`, what is assumed about it, and what happens from then on. SI units. */
export interface History {
  readonly format: typeof historyFormat;
  readonly title: string;
  readonly about?: string;
  readonly body: HistoryBody;
  /** The day the history is told: `2026-11-22`. Times are counted from its start. */
  readonly asOf: string;
  readonly procedures: readonly HistoryProcedure[];
  readonly conditions: readonly HistoryCondition[];
  readonly assume: readonly Assumption[];
  readonly events: readonly HistoryEvent[];
  readonly provenance: Provenance;
  readonly reviewStatus: ReviewStatus;
}
