import { day, hour, normalStream } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import reference from "../../reference/effects.json" with { type: "json" };
import { decayDesign, dot } from "../effect/decay-design.ts";
import { parseSeries } from "../series/parse-series.ts";
import { mixedFit, poolEffects, type SharedFile } from "./pool-effects.ts";
import { parseSharedEffect, type SharedEffect, sharedEffect, sharedEffectFormat } from "./shared-effect.ts";

const hours = [-0.5, 0.25, 2, 4, 8];

/** Records of made-up people, in % of the mean. */
function recordsOf(
  people: number,
  effect: number,
  spread: number,
  halfLife: number,
  seed: number,
): readonly SharedFile[] {
  const normal = normalStream(seed);
  const constant = halfLife / Math.LN2;
  return Array.from({ length: people }, (_, i) => {
    const own = effect + spread * normal();
    const sessions = Array.from({ length: 6 + (i % 4) }, (_, k) => {
      const level = 100 + 2 * normal();
      const readings = hours.map((at) => {
        let left = 0;
        for (let before = 0; before <= k; before++) {
          const since = 24 * (k - before) + at;
          if (since > 0) left += Math.exp(-since / constant);
        }
        return { hours: at, value: level + own * left + 0.7 * normal() };
      });
      return { hours: 24 * k, leftOut: false, readings };
    });
    const shared: SharedEffect = {
      format: sharedEffectFormat,
      kind: "volume",
      unit: "% of the mean",
      limb: "arm",
      method: "tape",
      measuredBy: "self",
      sessions,
    };
    return { file: `${i}.json`, shared };
  });
}

describe("the mixed model", () => {
  it("agrees with statsmodels at a fixed duration: effect, its error, spread between people, scatter", () => {
    const { several } = reference;
    const grid = [several.constant * hour, Number.POSITIVE_INFINITY];
    let freedom = 0;
    const parts = several.people.map(({ days, values }) => {
      const episodes = Array.from({ length: days }, (_, i) => ({
        end: i * day,
        leftOut: false,
        readings: reference.hours.map((offset, j) => ({ offset: offset * hour, value: values[i * hours.length + j]! })),
      }));
      const design = decayDesign(
        episodes,
        episodes.map(({ end }) => end),
        grid,
      )!;
      const { inside, outside } = design.sample(values);
      freedom += design.freedom;
      return {
        along: dot(design.directions[0]!, inside),
        length: design.lengths[0]!,
        whole: dot(inside, inside) + outside,
      };
    });
    const fit = mixedFit(parts, freedom, true);
    for (const name of ["effect", "error", "between", "scatter"] as const) {
      expect(fit[name] / several.restricted[name]).toBeCloseTo(1, 3);
    }
  });

  it("holds the true effect and half-life in about 95 of 100", { timeout: 120_000 }, () => {
    const runs = 150;
    let [effectHeld, halfHeld, found] = [0, 0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const pooled = poolEffects(recordsOf(8, -2, 0.6, 4, seed));
      if (!pooled.ok) throw new Error(pooled.code);
      const { effect, halfLife, firstAfter } = pooled.value;
      const truth = -2 * Math.exp((-firstAfter / hour) * (Math.LN2 / 4));
      if (effect.interval[0] <= truth && truth <= effect.interval[1]) effectHeld++;
      if (halfLife === undefined) continue;
      found++;
      if (halfLife.interval[0] <= 4 * hour && 4 * hour <= halfLife.interval[1]) halfHeld++;
    }
    expect(found).toBeGreaterThan(0.9 * runs);
    expect(effectHeld / runs).toBeGreaterThan(0.9);
    expect(halfHeld / found).toBeGreaterThan(0.9);
  });

  it("finds nothing where there is nothing, but in about 5 of 100", { timeout: 120_000 }, () => {
    const runs = 200;
    let found = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const pooled = poolEffects(recordsOf(8, 0, 0, 4, 1000 + seed));
      if (pooled.ok && pooled.value.found) found++;
    }
    expect(found / runs).toBeLessThan(0.1);
  });

  it("refuses few people, another kind of reading, and the same record twice, naming the file", () => {
    const files = recordsOf(6, -2, 0.5, 4, 3);
    expect(poolEffects(files.slice(0, 4))).toMatchObject({ ok: false, code: "param/out-of-range" });
    const legs = [...files.slice(0, 5), { file: "leg.json", shared: { ...files[5]!.shared, limb: "leg" as const } }];
    expect(poolEffects(legs)).toMatchObject({ ok: false, file: "leg.json", path: "limb" });
    const twice = [...files, { file: "again.json", shared: files[2]!.shared }];
    expect(poolEffects(twice)).toMatchObject({ ok: false, file: "again.json", value: "the same record as 2.json" });
  });
});

const head = `format: openlymph/measurements@1
title: Mrs Example of Somewhere
about: tells a name
limb: arm
affected: left
protocol: arm_4cm
unit: cm
`;
const visit = (at: string, more: string) => `  - at: 2026-03-${at}+01:00
    rater: self
    left: [18.5, 20.5, 23.5]
    right: [16.5, 18.5, 21]
    symptoms: { heaviness: ${more}, "Aunt May": 3 }
`;
const body = `measurements:
${visit("02T17:30", "6")}${visit("02T18:40", "4")}sessions:
  - { at: 2026-03-02T18:00+01:00, minutes: 20 }
`;

function seriesOf(text: string) {
  const read = parseSeries(text, "a.yaml");
  if (!read.ok) throw new Error(`${read.path} ${read.expected}`);
  return read.value;
}

describe("a record that is handed on", () => {
  const agreed = seriesOf(`${head}consentToPooling: true\n${body}`);

  it("needs the person's agreement in the file", () => {
    const refused = sharedEffect(seriesOf(`${head}${body}`), "left");
    expect(refused).toMatchObject({ ok: false, path: "consentToPooling" });
  });

  it("holds no title, words, dates, circumferences or volumes", () => {
    const shared = sharedEffect(agreed, "left");
    if (!shared.ok) throw new Error(shared.code);
    const text = JSON.stringify(shared.value);
    for (const told of ["Example", "name", "2026", "17:30", "18.5", "May"]) expect(text).not.toContain(told);
    expect(shared.value.sessions).toEqual([
      {
        hours: 0,
        leftOut: false,
        readings: [
          { hours: -0.83, value: 100 },
          { hours: 0.33, value: 100 },
        ],
      },
    ]);
  });

  it("comes back as it was written", () => {
    const shared = sharedEffect(agreed, "symptom heaviness");
    if (!shared.ok) throw new Error(shared.code);
    expect(parseSharedEffect(JSON.stringify(shared.value), "a.json")).toEqual({ ok: true, value: shared.value });
  });

  it("refuses labels of one's own, which could name somebody", () => {
    expect(sharedEffect(agreed, "symptom Aunt May")).toMatchObject({ ok: false, value: "Aunt May" });
  });

  it("is refused when torn, with file and line", () => {
    expect(parseSharedEffect('{ "format": "openlymph/shared-effect@1", "kind": "volume"', "torn.json")).toMatchObject({
      ok: false,
      file: "torn.json",
    });
  });
});
