import type { Limits } from "../library/contraindication.ts";

type Count = "maxMinutes" | "limbsPerSession";
type Flag = "dailyWeight" | "needInhaler" | "riseSlowly" | "skinCheck";

/** Limits of several rules together: the least minutes and limbs, everything any of them asks for. */
export interface SessionLimits extends Partial<Record<Count, number>>, Partial<Record<Flag, true>> {
  readonly positions?: readonly string[];
}

const counts: readonly Count[] = ["maxMinutes", "limbsPerSession"];
const flags: readonly Flag[] = ["dailyWeight", "needInhaler", "riseSlowly", "skinCheck"];

/** Joins the limits of several rules. */
export function joinLimits(all: readonly Limits[]): SessionLimits {
  const joined: { -readonly [key in keyof SessionLimits]: SessionLimits[key] } = {};
  for (const key of counts) {
    const given = all.flatMap((limits) => limits[key] ?? []);
    if (given.length > 0) joined[key] = Math.min(...given);
  }
  for (const key of flags) if (all.some((limits) => limits[key] === true)) joined[key] = true;
  const positions = [...new Set(all.flatMap(({ position }) => position ?? []))];
  if (positions.length > 0) joined.positions = positions;
  return joined;
}

/** Limits as short sentences. */
export function limitWords({ maxMinutes, limbsPerSession, positions, ...wanted }: SessionLimits): readonly string[] {
  const limbs = limbsPerSession === 1 ? "One limb" : `At most ${limbsPerSession} limbs`;
  const words = [
    maxMinutes === undefined ? undefined : `At most ${maxMinutes} minutes.`,
    limbsPerSession === undefined ? undefined : `${limbs} in a session.`,
    positions === undefined ? undefined : `Position: ${positions.join(", ")}.`,
    wanted.dailyWeight && "Weigh yourself daily.",
    wanted.needInhaler && "Have the inhaler next to you.",
    wanted.riseSlowly && "Sit up slowly.",
    wanted.skinCheck && "Check the skin before and after.",
  ];
  return words.filter((one) => typeof one === "string");
}
