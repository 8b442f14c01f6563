/** Tape readings of the record as series of the measurement package, which knows volumes and their errors. */
import type { Result } from "@openlymph/base";
import { parseSeries, type Series, type Side } from "@openlymph/measurement";
import type { Body, FollowedLimb } from "@openlymph/record";

export type Taken = Omit<Body<"measurement/taken">, "by"> & {
  readonly operation: string;
  /** When it was written down, with its zone. */
  readonly at: string;
  readonly by?: Body<"measurement/taken">["by"];
};

/** What can be compared: one limb, one protocol, as many marks. */
export interface TapeKind {
  readonly limb: "arm" | "leg";
  readonly protocol: string;
  readonly marks: number;
}

export const kindOf = ({
  limb,
  protocol,
  left,
  right,
}: Pick<Taken, "limb" | "protocol" | "left" | "right">): TapeKind => ({
  limb,
  protocol,
  marks: Math.max(left.length, right.length),
});

export const kindKey = ({ limb, protocol, marks }: TapeKind): string => `${limb} ${protocol} ${marks}`;

/** Every kind that was measured; the one that was measured last comes first. */
export function kindsOf(taken: readonly Taken[]): readonly TapeKind[] {
  const kinds = new Map(inOrder(taken).map((each) => [kindKey(kindOf(each)), kindOf(each)]));
  const order = inOrder(taken).map((each) => kindKey(kindOf(each)));
  return [...kinds].sort(([a], [b]) => order.lastIndexOf(b) - order.lastIndexOf(a)).map(([, kind]) => kind);
}

/** `2026-11-26T21:04+01:00`: the day it was measured, with the time at which it was written down. */
export function momentOf({ at, on }: Pick<Taken, "at" | "on">): string {
  const zone = /(Z|[+-]\d\d:\d\d)$/.exec(at)?.[0] ?? "Z";
  return `${on ?? at.slice(0, 10)}T${at.slice(11, 16)}${zone}`;
}

/** By the day they were measured. */
export function inOrder(taken: readonly Taken[]): readonly Taken[] {
  return taken.toSorted((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)));
}

/** Moments of a series have to rise: what was written down within one minute stands a minute apart. */
function rising(taken: readonly Taken[]): readonly string[] {
  let last = Number.NEGATIVE_INFINITY;
  return taken.map((each) => {
    const own = Date.parse(momentOf(each));
    last = Math.max(own, last + 60_000);
    return own === last ? momentOf(each) : `${new Date(last).toISOString().slice(0, 16)}Z`;
  });
}

const inCm = (readings: readonly number[]): readonly number[] =>
  readings.map((value) => Number((100 * value).toFixed(2)));

/** A short word for whoever measured, which names nobody. */
const raterOf = ({ by }: Taken): string => (by === undefined ? "self" : `T-${by.account.slice(-8)}`);

/** The marks that were confirmed, of readings that are there. */
export function confirmedOf({ confirmed = [], left, right }: Pick<Taken, "confirmed" | "left" | "right">) {
  const count = { left: left.length, right: right.length };
  return confirmed.filter((mark) => {
    const [side, site] = mark.split(" ");
    return Number(site) <= count[side as Side];
  });
}

/** The side that is affected, where the clinic follows one limb of the pair. */
export function affectedSide(limb: "arm" | "leg", limbs: readonly FollowedLimb[]): Side | undefined {
  const own = limbs.filter((each) => each.startsWith(limb));
  if (own.length !== 1) return undefined;
  return own[0]?.endsWith("left") ? "left" : "right";
}

/** Measurements of one kind as a series, the first as the baseline; a failure names the reading that cannot be. */
export function tapeSeries(
  taken: readonly Taken[],
  kind: Pick<TapeKind, "limb" | "protocol">,
  affected?: Side,
): Result<Series> {
  const moments = rising(taken);
  const text = JSON.stringify({
    format: "openlymph/measurements@1",
    title: "Clinic",
    limb: kind.limb,
    ...(affected === undefined ? {} : { affected }),
    protocol: kind.protocol,
    unit: "cm",
    measurements: taken.map((each, n) => ({
      at: moments[n],
      rater: raterOf(each),
      ...(n === 0 ? { baseline: true } : {}),
      ...(each.left.length > 0 ? { left: inCm(each.left) } : {}),
      ...(each.right.length > 0 ? { right: inCm(each.right) } : {}),
      confirmed: confirmedOf(each),
    })),
  });
  return parseSeries(text, "measurements");
}
