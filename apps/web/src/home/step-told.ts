import type { HomeStep } from "./home-plan.ts";

/** Text of whoever wrote the plan as sentences: a full stop after each, a capital before it. */
export function sentences(...texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined && text.trim() !== "")
    .map((text = "") =>
      `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[.!?]?\s*$/, (end) => end.trim() || "."),
    )
    .join(" ");
}

/** What the plan says of a step beside place and stroke: what to heed first, then how it is done. */
export const stepTold = ({ step }: HomeStep): string => sentences(step.note, step.action);
