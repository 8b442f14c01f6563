import {
  movingStroke,
  oneHandAlone,
  oneHandRule,
  pressureDebate,
  type Stroke,
  type StrokeMoment,
  type StrokeTechnique,
  type StrokeUse,
  strokeTiming,
  strokeUse,
  techniqueOf,
} from "@openlymph/therapy";

/** How a stroke is done, as it goes from the model's worker to the page and on to the one that draws. */
export interface ToldStroke {
  readonly name: string;
  readonly use: StrokeUse;
  /** What holds where one hand is enough at home; `null` where it is not. */
  readonly oneHand: string | null;
  readonly kind: "breath" | "stretch" | "glide";
  /** mmHg; `null` for breathing. */
  readonly pressure: readonly [number, number] | null;
  /** s. */
  readonly work: readonly [number, number];
  readonly rest: readonly [number, number];
  readonly steps: StrokeTechnique["steps"];
  readonly feelFor: readonly string[];
  readonly avoid: readonly string[];
  readonly evidence: string;
  /** What is taught and what was measured, mmHg. */
  readonly taught: readonly number[];
  readonly measured: readonly number[];
  readonly moving: {
    readonly id: string;
    readonly workingShare: number;
    readonly cycle: number;
    readonly lag: number;
    readonly skinMoves: boolean;
    readonly advance: number;
    /** The motion at equal steps of the phase, from 0 to 1. */
    readonly moments: readonly StrokeMoment[];
  };
}

/** Steps a motion is told in; the drawing's own frames are among them. */
const steps = 120;

/** A stroke with its technique, as plain data. */
export function tellStroke(stroke: Stroke): ToldStroke {
  const technique = techniqueOf(stroke);
  const { work, rest } = strokeTiming(stroke);
  const { motion, ...moving } = movingStroke(stroke);
  const pushing = technique.skin === "slid_over" ? "glide" : "stretch";
  return {
    name: stroke.name,
    use: strokeUse(stroke),
    oneHand: oneHandAlone(stroke) ? oneHandRule.words : null,
    kind: stroke.pressure_mmHg === null ? "breath" : pushing,
    pressure: stroke.pressure_mmHg,
    work,
    rest,
    steps: technique.steps,
    feelFor: technique.feelFor,
    avoid: technique.avoid,
    evidence: stroke.evidence,
    taught: pressureDebate.taught,
    measured: pressureDebate.measured,
    moving: { ...moving, moments: Array.from({ length: steps + 1 }, (_, n) => motion(n / steps)) },
  };
}
