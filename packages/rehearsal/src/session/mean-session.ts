import { type BodyCondition, healthyCondition, type WholeBody } from "@openlymph/physiology";
import { sessionCondition } from "./session-condition.ts";
import type { SessionStep } from "./session-step.ts";
import { afterEffect } from "./stroke-effect.ts";

/** After so many time constants nothing is left of an after-effect. */
const forgotten = 12;

/** What acts during a session on one place, as its mean over the session. */
interface Acting {
  readonly place: number;
  readonly value: number;
}

function acting(values: Float64Array, nothing: number): readonly Acting[] {
  return [...values].flatMap((value, place) => (value === nothing ? [] : [{ place, value }]));
}

/**
 * A session as one condition from its beginning to its end and its after-effect from then on, for long runs with many
 * sessions: two jumps in place of one at every step.
 *
 * Every factor and addition is the mean over the session of what `sessionCondition` gives step by step, the push along the
 * tissue weighted with the conductance it meets. A session lasts minutes and fluid moves over hours, so the fluid moved is
 * the same to within a few per cent; the order of the steps within the session is lost.
 *
 * @param displacement as in `sessionCondition`.
 */
export function meanSession(body: WholeBody, steps: readonly SessionStep[], displacement = 1) {
  const session = sessionCondition(body, steps, displacement);
  const duration = steps.at(-1)?.end ?? 0;
  const edges = [...new Set([0, ...session.breaks])].sort((a, b) => a - b);
  const healthy = healthyCondition(body);
  const mean = healthyCondition(body);
  for (const key of ["drainGain", "conductance", "tissue", "filtrationSqueeze"] as const) mean[key].fill(0);
  const push = new Float64Array(mean.drive.length);
  const now = healthyCondition(body);
  const conditionAt = (time: number): BodyCondition => {
    for (const key of Object.keys(now) as (keyof BodyCondition)[]) now[key].set(healthy[key]);
    session.apply(time, now);
    return now;
  };
  edges.slice(1).forEach((end, n) => {
    const start = edges[n] ?? 0;
    const weight = (end - start) / duration;
    const { drainGain, conductance, tissue, filtrationSqueeze, drive } = conditionAt((start + end) / 2);
    drainGain.forEach((value, d) => {
      mean.drainGain[d] = mean.drainGain[d]! + weight * value;
    });
    conductance.forEach((value, j) => {
      mean.conductance[j] = mean.conductance[j]! + weight * value;
    });
    filtrationSqueeze.forEach((value, k) => {
      mean.filtrationSqueeze[k] = mean.filtrationSqueeze[k]! + weight * value;
    });
    tissue.forEach((value, link) => {
      mean.tissue[link] = mean.tissue[link]! + weight * value;
      push[link] = push[link]! + weight * value * drive[link]!;
    });
  });
  const gains = duration > 0 ? acting(mean.drainGain, 1) : [];
  const conductances = duration > 0 ? acting(mean.conductance, 1) : [];
  const squeezes = acting(mean.filtrationSqueeze, 0);
  const pushes = acting(push, 0).map(({ place, value }) => ({
    place,
    tissue: mean.tissue[place]!,
    drive: value / mean.tissue[place]!,
  }));
  const lasting = acting(conditionAt(duration).drainGain, 1);

  return {
    /** s. */
    duration,
    /** Adds the session to a condition; `since` in s after it began, negative before. */
    apply(since: number, out: BodyCondition): void {
      if (since < 0) return;
      if (since < duration) {
        for (const { place, value } of gains) out.drainGain[place] = out.drainGain[place]! * value;
        for (const { place, value } of conductances) out.conductance[place] = out.conductance[place]! * value;
        for (const { place, value } of squeezes) out.filtrationSqueeze[place] = out.filtrationSqueeze[place]! + value;
        for (const { place, tissue, drive } of pushes) {
          out.tissue[place] = out.tissue[place]! * tissue;
          out.drive[place] = out.drive[place]! + drive;
        }
        return;
      }
      const constants = (since - duration) / afterEffect.decay;
      if (constants > forgotten) return;
      const left = Math.exp(-constants);
      for (const { place, value } of lasting) {
        out.drainGain[place] = out.drainGain[place]! * (1 + (value - 1) * left);
      }
    },
  };
}
