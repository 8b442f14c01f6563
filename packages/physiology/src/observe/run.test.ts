/** A run in parts is the run that was never interrupted; what paces itself is looked at over whole periods. */
import { mmHg, uniformAt, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { usualCalcium } from "../elements/calcium.ts";
import { usualPacemaker } from "../elements/pacemaker.ts";
import { humanCollector } from "../network/human-collector.ts";
import { type Network, plainStroke } from "../network/network.ts";
import { randomNetwork } from "../network/testing/random-network.ts";
import { finishRun } from "./finish-run.ts";
import { advanceRun, beginRun } from "./run.ts";
import { checkpointText, resumeRun } from "./run-checkpoint.ts";
import { simulate } from "./simulate.ts";

const human = humanCollector({ lymphangions: 5 });
const paced = (source: Network["pacing"]["source"]): Network => ({ ...human, pacing: { ...human.pacing, source } });
const quick = paced({ kind: "pacemaker", pacemaker: { ...usualPacemaker, frequency: 1 / 20 } });

/** Runs a network and saves, reads back and goes on at times drawn from a seed. */
function inParts(network: Network, time: number, seed: number, parts: number): string {
  const options = { time, trace: true };
  let run = unwrap(beginRun(network, options));
  const stops = Array.from({ length: parts }, (_, n) => time * uniformAt(seed, 21, n)).sort((a, b) => a - b);
  for (const stop of stops) {
    unwrap(advanceRun(run, stop));
    run = unwrap(resumeRun(network, options, checkpointText(run), "run.ckpt"));
  }
  return JSON.stringify(unwrap(finishRun(unwrap(advanceRun(run)))));
}

describe("a run in parts", () => {
  const loaded = { ...human, external: { pressure: 0, massage: { ...plainStroke, amplitude: 10 * mmHg, period: 40 } } };
  const cases: readonly (readonly [string, Network, number])[] = [
    ["prescribed pacing", human, 150],
    ["a window of two cycles", loaded, 250],
    ["pacemakers", quick, 130],
    ["calcium", paced({ kind: "calcium", calcium: usualCalcium }), 60],
    ["a tissue and solutes", randomNetwork(102, { tissue: true, solutes: true }), 60],
    ["a loop, solutes, pacemakers", randomNetwork(107, { tissue: true, solutes: true, loops: true }), 60],
  ];
  it.each(cases)("gives the same bits: %s", (_name, network, time) => {
    const whole = JSON.stringify(unwrap(simulate(network, { time, trace: true })));
    for (const seed of [1, 2]) expect(inParts(network, time, seed, 4)).toBe(whole);
  });

  it("is not finished before its end", () => {
    const run = unwrap(beginRun(human, { time: 60 }));
    unwrap(advanceRun(run, 20));
    expect(finishRun(run)).toMatchObject({ code: "usage/invalid" });
  });
});

describe("a checkpoint", () => {
  const run = unwrap(advanceRun(unwrap(beginRun(human, { time: 60 })), 5));
  const text = checkpointText(run);

  it("is refused by another network, other settings, another program, and when it is damaged", () => {
    const wider = { ...human, viscosity: 2e-3 };
    const refusals = [
      [wider, { time: 60 }, text, "usage/invalid"],
      [human, { time: 61 }, text, "usage/invalid"],
      [human, { time: 60, trace: true }, text, "usage/invalid"],
      [human, { time: 60 }, text.replace(/"program":"[^"]*"/, '"program":"openlymph 0.0.1"'), "document/format"],
      [human, { time: 60 }, text.replace("checkpoint@1", "checkpoint@2"), "document/format"],
      [human, { time: 60 }, text.slice(0, -40), "document/unreadable"],
      [human, { time: 60 }, text.replace(/"onsets".*$/, '"onsets":[]}}'), "document/format"],
      [human, { time: 60 }, "7", "document/unreadable"],
    ] as const;
    for (const [network, options, content, code] of refusals) {
      expect(resumeRun(network, options, content, "run.ckpt")).toMatchObject({ ok: false, code, file: "run.ckpt" });
    }
  });

  it("does not change the run it is taken of", () => {
    const taken = unwrap(advanceRun(unwrap(beginRun(human, { time: 20 })), 5));
    checkpointText(taken);
    const plain = unwrap(beginRun(human, { time: 20 }));
    const [one, other] = [taken, plain].map((each) => JSON.stringify(unwrap(finishRun(unwrap(advanceRun(each))))));
    expect(one).toBe(other);
  });
});

describe("a vessel that paces itself", () => {
  it("is looked at from onset to onset, over the periods it has", () => {
    const { window, period, lymphangions, warnings, drift } = unwrap(simulate(quick, { time: 400 }));
    expect(window.kind).toBe("onsets");
    expect(window.cycles).toBeGreaterThanOrEqual(5);
    expect(window.variation).toBeLessThan(0.02);
    expect((window.end - window.start) / window.cycles / period).toBeCloseTo(1, 2);
    expect(lymphangions.at(-1)?.frequency).toBeCloseTo(1 / period, 3);
    expect(drift).toBeLessThan(0.02);
    expect(warnings).toEqual([]);
  });

  it("conducts at the speed of its wall", () => {
    const calm = paced({ kind: "pacemaker", pacemaker: usualPacemaker });
    const { vessels } = unwrap(simulate(calm, { time: 600 }));
    expect(vessels[0]?.coordinated).toBeGreaterThan(0.99);
    expect(vessels[0]?.waveSpeed).toBeCloseTo(usualPacemaker.conduction, 4);
  });

  it("says when nothing periodic was found", () => {
    const slow = paced({ kind: "pacemaker", pacemaker: { ...usualPacemaker, frequency: 1e-5, most: 1e-5 } });
    const { window, warnings, outflow } = unwrap(simulate(slow, { time: 40 }));
    expect(window).toEqual({ start: 20, end: 40, cycles: 0, kind: "none", variation: null });
    expect(warnings.join()).toContain("Nothing periodic was found");
    expect(Number.isFinite(outflow)).toBe(true);
  });
});

describe("strokes that do not fit the cycle", () => {
  const stroked = {
    ...human,
    external: { pressure: 0, massage: { ...plainStroke, amplitude: 10 * mmHg, period: 40 } },
  };

  it("are looked at over the cycles that hold them whole, or warned of", () => {
    const long = unwrap(simulate(stroked, { time: 240 }));
    expect(long.window).toMatchObject({ start: 120, end: 240, cycles: 2 });
    expect(long.period).toBe(60);
    expect(long.warnings.join()).not.toContain("whole number of strokes");
    const short = unwrap(simulate(stroked, { time: 100 }));
    expect(short.warnings.join()).toContain("a run of 2 cycles or more");
  });
});
