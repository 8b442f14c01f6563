import { randomStream, unwrap } from "@openlymph/base";
import { drawsOf, openPriors, type PriorId } from "@openlymph/rehearsal";
import { quantileOf, rankShares } from "@openlymph/study";
import { describe, expect, it } from "vitest";
import { row } from "../reference.ts";
import { excessShares, operationTask } from "../virtual-bodies.ts";

const source = "206 virtual bodies of the same equations and priors, drawn elsewhere (computed)";
const bodies = 206;
const resamples = 200;

/** Standard deviation of a statistic over resampled bodies (bootstrap, Efron 1979). */
function samplingError(count: number, statistic: (members: readonly number[]) => number): number {
  const random = randomStream(7);
  const values = Array.from({ length: resamples }, () =>
    statistic(Array.from({ length: count }, () => Math.floor(random() * count))),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / resamples;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (resamples - 1));
}

/** R² of the bodies of seed 1 and of seed 2 differ by this; resampling, which repeats bodies, makes it look too sure. */
const betweenSeeds = 0.07;

/** Two independent samples of the same bodies: two standard errors of their difference, the error theirs as ours. */
const ofTwoSamples = (error: number) => 2 * Math.SQRT2 * error;

interface Reference {
  readonly procedure: string;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  /** Share of bodies above 10 and 5 % excess, %. */
  readonly above10: number;
  readonly above5: number;
}

const references: readonly Reference[] = [
  { procedure: "SLNB_AX", median: 0.11, p90: 0.65, p95: 0.87, above10: 0, above5: 0 },
  { procedure: "ALND_I_II", median: 0.98, p90: 5.1, p95: 12.5, above10: 6.3, above5: 10.2 },
  { procedure: "ALND_I_III", median: 2.17, p90: 25.5, p95: 45.6, above10: 20.4, above5: 29.1 },
];

const shares: readonly (readonly [PriorId, number, 1 | -1])[] = [
  ["removalShift", 0.24, 1],
  ["acquiredStrength", 0.18, -1],
  ["nodeDrop", 0.13, 1],
  ["bypass", 0.11, -1],
  ["innateStrength", 0.09, -1],
  ["anastomosisConductance", 0.03, -1],
];

describe("virtual bodies two years after an operation, priors as they stand", () => {
  it.each(references)("$procedure", ({ procedure, median, p90, p95, above10, above5 }) => {
    const task = operationTask(procedure, "assumed", 1);
    const found = excessShares(`bodies-assumed-${procedure}`, task, bodies, ["arm_L", "arm_R"]);
    const percent = found.map(([, late]) => 100 * late![0]!);
    for (const [, late] of found) expect(100 * late![1]!).toBeLessThan(0.15);

    const quantile = (members: readonly number[], at: number) =>
      quantileOf(Float64Array.from(members, (member) => percent[member]!).toSorted(), at);
    const everyone = percent.map((_, member) => member);
    for (const [name, at, expected] of [
      ["median", 0.5, median],
      ["90th percentile", 0.9, p90],
      ["95th percentile", 0.95, p95],
    ] as const) {
      const error = samplingError(bodies, (members) => quantile(members, at));
      row({
        name: `${procedure}, ${name} of the excess at 720 d`,
        source,
        unit: "%",
        expected,
        ours: quantile(everyone, at),
        tolerance: ofTwoSamples(error),
      });
    }
    for (const [limit, expected] of [
      [10, above10],
      [5, above5],
    ] as const) {
      const ours = (100 * percent.filter((value) => value > limit).length) / bodies;
      const pooled = Math.max((ours + expected) / 200, 1 / bodies);
      row({
        name: `${procedure}, bodies above ${limit} % at 720 d`,
        source,
        unit: "%",
        expected,
        ours,
        tolerance: ofTwoSamples(100 * Math.sqrt((pooled * (1 - pooled)) / bodies)),
      });
    }
    if (procedure !== "ALND_I_III") return;

    const open = openPriors(task);
    const draws = everyone.map((member) => drawsOf(task.draw, member));
    const early = found.map(([first]) => first![0]!);
    const sharesOf = (members: readonly number[]) =>
      unwrap(
        rankShares(
          open,
          open.map((id) => members.map((member) => draws[member]![id])),
          members.map((member) => early[member]!),
        ),
      );
    const ours = sharesOf(everyone);
    row({
      name: `${procedure}, R² of the ranks at 180 d`,
      source,
      unit: "",
      expected: 0.89,
      ours: ours.r2,
      tolerance: betweenSeeds,
    });
    for (const [id, expected, sign] of shares) {
      const share = (members: readonly number[]) =>
        sharesOf(members).shares.find(({ parameter }) => parameter === id)!.share;
      expect(ours.shares.find(({ parameter }) => parameter === id)!.sign).toBe(sign);
      row({
        name: `${procedure}, share of ${id} in the rank at 180 d`,
        source,
        unit: "",
        expected,
        ours: share(everyone),
        tolerance: ofTwoSamples(samplingError(bodies, share)),
      });
    }
    const largest = [...ours.shares].sort((a, b) => b.share - a.share)[0]!;
    expect(largest.parameter).toBe("removalShift");
  });
});
