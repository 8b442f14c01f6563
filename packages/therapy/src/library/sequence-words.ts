/** The words of a step, for whoever reads or writes one without the sequences themselves. */

export const phases = ["open", "exit", "bridge", "limb", "close"] as const;
export type Phase = (typeof phases)[number];

/** The side of the body a step works on. */
export const stepSides = [
  "affected",
  "unaffected",
  "left",
  "right",
  "bilateral",
  "midline",
  "affected_third",
  "middle_third",
  "unaffected_third",
] as const;
export type StepSide = (typeof stepSides)[number];

/** The side a stroke points to; `exit` is the exit the therapist chose for this person. */
export const towardSides = [
  "affected",
  "unaffected",
  "left",
  "right",
  "bilateral",
  "midline",
  "same_side",
  "exit",
] as const;
export type TowardSide = (typeof towardSides)[number];

/**
 * How a step is known. `source`: read in the source; `source-noreps`: read, repetitions not; `assumed-by-analogy`:
 * filled in from its neighbours; `assumed-composed`: composed by the project; the rest as everywhere.
 */
export const stepProvenances = [
  "source",
  "source-noreps",
  "textbook",
  "computed",
  "assumed",
  "assumed-by-analogy",
  "assumed-composed",
] as const;
export type StepProvenance = (typeof stepProvenances)[number];
