import { ok, type Provenance, type Result } from "@openlymph/base";
import type { BodySide } from "../fields/body-side.ts";
import { type Sequence, type SequenceStep, sequenceById, sequenceSources } from "../library/sequence.ts";
import { defaultPressure, strokesById } from "../library/stroke.ts";
import { type Plan, type PlanStep, planFormat } from "./plan.ts";

export interface SequenceOptions {
  /** The affected side; the side the sequence is written for when left out, else left. */
  readonly affectedSide?: BodySide;
  /** Keep only what was read: steps filled in by analogy are left out and the plan is an excerpt. */
  readonly asRead?: boolean;
}

function stepOf(step: SequenceStep): PlanStep {
  const { n, phase, region, side, stroke, action, toward, towardSide, positions, provenance } = step;
  const known = strokesById.get(stroke);
  const pressure = known === undefined ? undefined : defaultPressure(known);
  return {
    n,
    phase,
    region,
    side,
    stroke,
    action,
    toward,
    towardSide,
    pressure,
    pressureFrom: pressure === undefined ? "none" : "stroke",
    pace: step.cycle_s,
    repetitions: step.reps,
    positions,
    optional: step.optional ?? false,
    provenance,
    ...(step.note === undefined ? {} : { note: step.note }),
  };
}

function provenanceOf(sequence: Sequence): Provenance {
  const read = sequenceSources(sequence).join("; ");
  if (sequence.status === undefined) return { tag: "source", source: read };
  return { tag: "assumed", source: `composed by the project from the common steps of: ${read}` };
}

function aboutOf(sequence: Sequence, steps: readonly SequenceStep[], complete: boolean): string {
  const count = steps.length === 1 ? "One step" : `${steps.length} steps`;
  const origin =
    sequence.status === undefined
      ? `${count} of a published self-drainage text, as far as it was read, in our words; no step is added. The pace, and the repetitions and positions where a step says so, are ours.`
      : "A composed draft: it must be reviewed, changed and signed by a therapist before use, and is not for unsupervised use.";
  const excerpt = complete ? "" : " It is an excerpt: the text goes on, and what follows was not read.";
  const side = sequence.affectedSide === undefined ? " Written for either side; the side here is only an example." : "";
  const pressure = " No step states a pressure; each takes the default of its stroke.";
  const note = sequence.note === undefined ? "" : ` Note: ${sequence.note}.`;
  return `${origin}${excerpt}${side}${pressure}${note}`;
}

/**
 * A plan made from one of the sequences, every step with its provenance.
 *
 * @returns the plan, review status `draft`; `reference/unknown` for an unknown sequence.
 */
export function planFromSequence(id: string, options: SequenceOptions = {}): Result<Plan> {
  const found = sequenceById(id);
  if (!found.ok) return found;
  const sequence = found.value;
  const { asRead = false, affectedSide = sequence.affectedSide ?? "left" } = options;
  const steps = sequence.steps.filter(({ provenance }) => !asRead || provenance !== "assumed-by-analogy");
  const complete = (sequence.complete ?? true) && steps.length === sequence.steps.length;
  const checks = [
    ...(sequence.extraChecks ?? []),
    ...(sequence.regionalContraNote ? [sequence.regionalContraNote] : []),
  ];
  const { statedMinutes, statedFrequency } = sequence;
  const stated = {
    ...(statedMinutes === undefined ? {} : { minutes: statedMinutes }),
    ...(statedFrequency === undefined ? {} : { frequency: statedFrequency }),
  };
  return ok({
    format: planFormat,
    title: sequence.title,
    about: aboutOf(sequence, steps, complete),
    for: sequence.for,
    affectedSide,
    position: sequence.position,
    ...(sequence.garment === undefined ? {} : { garment: sequence.garment }),
    ...(sequence.stopRule === undefined ? {} : { stopRule: sequence.stopRule }),
    ...(Object.keys(stated).length === 0 ? {} : { stated }),
    ...(sequence.exitChoices === undefined ? {} : { exitChoices: sequence.exitChoices }),
    ...(checks.length === 0 ? {} : { extraChecks: checks }),
    provenance: provenanceOf(sequence),
    reviewStatus: "draft",
    complete,
    steps: steps.map(stepOf),
  });
}
