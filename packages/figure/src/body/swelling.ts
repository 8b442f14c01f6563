import { raise } from "@openlymph/base";

/** The twelve limb parts that can carry excess volume. */
export const limbParts = [
  "upperArm_L",
  "forearm_L",
  "hand_L",
  "thigh_L",
  "calf_L",
  "foot_L",
  "upperArm_R",
  "forearm_R",
  "hand_R",
  "thigh_R",
  "calf_R",
  "foot_R",
] as const;

export type LimbPart = (typeof limbParts)[number];

/** Excess volume fraction per limb part: 0.2 is +20 % against the healthy part. Missing parts are healthy. */
export type Swelling = Readonly<Partial<Record<LimbPart, number>>>;

/** Limits of the excess volume the drawing accepts: −50 % to +300 %. */
export const swellingRange = [-0.5, 3] as const;

/**
 * Radius factor of every limb part at unchanged length, f = √(1 + v).
 *
 * Raises `field/unknown` for a part that is no limb part, `param/not-finite` and `param/out-of-range` for a fraction
 * that is no finite number or outside `swellingRange`.
 */
export function radiusFactors(swelling: Swelling): ReadonlyMap<string, number> {
  const factors = new Map<string, number>();
  for (const [part, excess] of Object.entries(swelling)) {
    const path = `swelling.${part}`;
    if (!(limbParts as readonly string[]).includes(part)) {
      raise("field/unknown", { path, value: part, expected: `one of ${limbParts.join(", ")}` });
    }
    if (excess === undefined) continue;
    const expected = `an excess volume fraction from ${swellingRange[0]} to ${swellingRange[1]}`;
    if (!Number.isFinite(excess)) raise("param/not-finite", { path, value: excess, expected });
    if (excess < swellingRange[0] || excess > swellingRange[1]) {
      raise("param/out-of-range", { path, value: excess, expected, hint: "0.2 is +20 %." });
    }
    if (excess !== 0) factors.set(part, Math.sqrt(1 + excess));
  }
  return factors;
}
