import { type Limb, limbTerritories } from "@openlymph/anatomy";
import { day, hour, mL } from "@openlymph/base";
import type { WholeBodyState } from "@openlymph/physiology";
import { excessFluid, type LimbFinding, type Rehearsal } from "@openlymph/rehearsal";
import { between, momentAt, type RunName } from "../body/moment.ts";

/** Less fluid than this above health is no swelling. */
export const least = 2 * mL;

function largest({ excess, withSession }: LimbFinding): number {
  return Math.max(excess, ...withSession);
}

/** Limbs that swell at some time of the rehearsal, the most swollen first. */
export function swollenLimbs({ findings }: Rehearsal): readonly LimbFinding[] {
  return findings.limbs.filter((limb) => largest(limb) > least).sort((a, b) => largest(b) - largest(a));
}

function excessOf({ index, healthy }: Rehearsal, limb: Limb) {
  const territories = limbTerritories(limb);
  return (state: WholeBodyState): number => excessFluid(index, healthy, state, territories);
}

/** Fluid above health in a limb at a time of a run, m³. */
export function limbExcessAt(rehearsal: Rehearsal, limb: Limb, run: RunName, time: number): number {
  return between(momentAt(rehearsal, run, time), excessOf(rehearsal, limb));
}

export interface Course {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** With minus without, over the hours after the session began; m³. */
export function differenceCourse(rehearsal: Rehearsal, limb: Limb): Course {
  const excess = excessOf(rehearsal, limb);
  const states = rehearsal.withSession.states;
  return {
    xs: states.map(({ time }) => time / hour),
    ys: states.map((state, n) => excess(state) - excess(rehearsal.without.states[n] ?? state)),
  };
}

/** Fluid above health over the weeks before the session; undefined for a body without such weeks. */
export function buildUpCourse(rehearsal: Rehearsal, limb: Limb): Course | undefined {
  const { buildUp } = rehearsal;
  if ((buildUp[0]?.time ?? 0) >= 0) return undefined;
  return { xs: buildUp.map(({ time }) => time / (7 * day)), ys: buildUp.map(excessOf(rehearsal, limb)) };
}

/** Fluid above health over the hours of a run; m³. */
export function runCourse(rehearsal: Rehearsal, limb: Limb, run: RunName): Course {
  const { states } = run === "with" ? rehearsal.withSession : rehearsal.without;
  return { xs: states.map(({ time }) => time / hour), ys: states.map(excessOf(rehearsal, limb)) };
}
