import type { SessionStep } from "../session/session-step.ts";

/** What must be said beside the numbers of a rehearsal. */
export function notes(steps: readonly SessionStep[]): readonly string[] {
  const lines = [
    "The millilitres are what lymph vessels alone carry in this model. How much fluid hands push through the tissue itself has not been measured, so nobody can say how much a session moves.",
    "The order of the steps makes no lasting difference in this model: what is worked earlier begins its assumed after-effect earlier, and hours later nothing of that is left. Nobody has measured what order does in people.",
    "How much a stroke raises the flow of the vessels under it (up to about three times) was computed in a chain of lymphangions and put into this body as an input; it is not a finding.",
    "Most of the change after a session comes from flow that stays raised: a quarter more, in full however short a step was, fading with two hours. Both are assumed. No study has measured how long it lasts, or how much work it needs.",
  ];
  const distal = steps.filter(({ direction }) => direction === "distal");
  if (distal.length > 0) {
    const which = distal.map(({ n }) => n).join(", ");
    lines.push(
      `Strokes away from the heart (step ${which}) add about half as much as strokes toward it; this too is an input.`,
    );
  }
  return lines;
}
