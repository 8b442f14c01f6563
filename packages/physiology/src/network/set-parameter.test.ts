import { mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { humanCollector } from "./human-collector.ts";
import { periodOf } from "./network.ts";
import { parameterPaths, setParameter } from "./set-parameter.ts";

const network = humanCollector();
const set = (setting: string) => unwrap(setParameter(network, setting));

describe("setParameter", () => {
  it("changes a copy", () => {
    expect(set("inlet.pressure=4 mmHg").inlets["tissue"]?.pressure).toBeCloseTo(4 * mmHg, 9);
    expect(set("outlets.proximal.pressure = 12 mmHg").outlets["proximal"]?.pressure).toBeCloseTo(12 * mmHg, 9);
    expect(set("external.pressure=-2 mmHg").external.pressure).toBeCloseTo(-2 * mmHg, 9);
    expect(set("wall.activeTension=0.6 N/m").vessels["collector"]?.walls[0]?.activeTension).toBe(0.6);
    expect(set("vessels.collector.lymphangions=20").vessels["collector"]?.lymphangions).toBe(20);
    expect(network).toEqual(humanCollector());
  });

  it("keeps the contraction when the frequency or the rest changes", () => {
    expect(set("pacing.frequency=2 /min").pacing).toMatchObject({ contraction: 5, rest: 25 });
    expect(set("pacing.rest=5 s").pacing).toMatchObject({ contraction: 5, rest: 5 });
    const restless = unwrap(setParameter(set("pacing.rest=0 s"), "pacing.frequency=0.5 Hz"));
    expect(periodOf(restless.pacing)).toBe(2);
  });

  it("takes a lag as a time or as an angle of one contraction", () => {
    expect(set("pacing.lag=0.5 s").pacing.lag).toEqual({ kind: "time", value: 0.5 });
    expect(set("pacing.lag=180 deg").pacing.lag).toEqual({ kind: "phase", value: Math.PI });
  });

  it("starts a plain stroke from its amplitude", () => {
    expect(set("external.massage.amplitude=10 mmHg").external.massage).toMatchObject({ duration: 3, period: 10 });
  });

  it("accepts every path it lists", () => {
    for (const path of parameterPaths(network)) {
      const failure = setParameter(network, `${path}=nonsense`);
      expect(failure, path).toMatchObject({ ok: false, path });
      if (!failure.ok) expect(failure.code).not.toBe("reference/unknown");
    }
  });

  it.each([
    ["no sign", "inlet.pressure 4 mmHg", { code: "usage/invalid" }],
    ["an unknown path", "inlet.colour=red", { code: "reference/unknown", path: "inlet.colour" }],
    ["an unknown inlet", "inlets.skin.pressure=4 mmHg", { code: "reference/unknown" }],
    ["a missing unit", "inlet.pressure=4", { code: "quantity/unit", value: "4" }],
    ["a wrong unit", "pacing.lag=3 mmHg", { code: "quantity/unit" }],
    ["a negative rest", "pacing.rest=-1 s", { code: "param/out-of-range" }],
    ["too high a frequency", "pacing.frequency=20 /min", { code: "param/out-of-range", expected: /12 \/min/ }],
    ["a stroke longer than its period", "external.massage.period=2 s", { code: "param/out-of-range" }],
    [
      "an unknown direction",
      "external.massage.direction=up",
      { code: "field/invalid", expected: "one of proximal, distal" },
    ],
    ["half a lymphangion", "vessel.lymphangions=2.5", { code: "field/invalid" }],
  ])("refuses %s", (_name, setting, expected) => {
    const failure = setParameter(network, setting);
    const { expected: words, ...rest } = expected as { expected?: unknown };
    expect(failure).toMatchObject({ ok: false, ...rest });
    if (words !== undefined && !failure.ok) expect(failure.expected).toMatch(words as RegExp);
  });

  it("lists what is allowed for an unknown path", () => {
    const failure = setParameter(network, "foo=1");
    expect(failure).toMatchObject({ expected: expect.stringContaining("outlets.proximal.pressure") });
  });
});
