import type { Plan } from "@openlymph/therapy";
import type { ToldStroke } from "./told-stroke.ts";

/** A file to read: a person's own with its text, or an example by its name alone. */
export interface Named {
  readonly file: string;
  readonly text?: string;
}

/** An example that comes with the app. */
export interface Example {
  readonly file: string;
  readonly title: string;
}

export interface Examples {
  readonly histories: readonly Example[];
  readonly plans: readonly Example[];
}

export type PlanLimb = "arm" | "leg";

/** A plan and the names of the regions and strokes in it, by their id. */
export interface ToldPlan {
  readonly title: string;
  readonly plan: Plan;
  /** Limbs on the affected side that its steps lie on. */
  readonly limbs: readonly PlanLimb[];
  readonly names: Readonly<Record<string, string>>;
  /** How the strokes in it are done, by their id. */
  readonly strokes: Readonly<Record<string, ToldStroke>>;
}

/** What a first visit opens on. */
export const firstHistory: Named = { file: "arm-after-axillary-clearance.yaml" };
export const firstPlan: Named = { file: "lnni-arm.yaml" };
