import type { HandMoment } from "@openlymph/figure";

const keys = ["along", "across", "pressure", "lift", "rise"] as const;

/** The motion that runs evenly through moments told from phase 0 to phase 1, again and again. */
export function motionThrough(moments: readonly HandMoment[]): (phase: number) => HandMoment {
  const last = moments.length - 1;
  return (phase) => {
    const at = (phase - Math.floor(phase)) * last;
    const n = Math.min(Math.floor(at), last - 1);
    const [from, to] = [moments[n], moments[n + 1]];
    const between = keys.map((key) => [key, (from?.[key] ?? 0) + ((to?.[key] ?? 0) - (from?.[key] ?? 0)) * (at - n)]);
    return Object.fromEntries(between) as unknown as HandMoment;
  };
}
