import type { Immutable } from "@openlymph/anatomy";
import type { z } from "zod";
import type { planSchema } from "./plan-schema.ts";

export const planFormat = "openlymph/plan@1";

/**
 * An ordered list of strokes for one person or as a template.
 *
 * Pressures in Pa, pace in s. `complete: false` is an excerpt and must be shown as one; `reviewStatus: draft` must be
 * shown until a named professional approved the plan.
 */
export type Plan = Immutable<z.output<typeof planSchema>>;

/** One step: a stroke, where it lies, where it points, how hard, how slow and how often. */
export type PlanStep = Plan["steps"][number];

/** Which way a stroke runs: toward the heart, away from it, or across a watershed to another basin. */
export const directions = ["proximal", "distal", "across"] as const;
export type Direction = (typeof directions)[number];
