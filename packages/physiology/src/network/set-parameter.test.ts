import { mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { damageOf, valveEnds } from "../elements/valve-damage.ts";
import { humanCollector } from "./human-collector.ts";
import { periodOf } from "./network.ts";
import { parseNetwork } from "./parse-network.ts";
import { parameterPaths, parametersOf, setParameter } from "./set-parameter.ts";
import { everything } from "./testing/everything.ts";

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

  it.each([
    ["outlets.proximal.presure", "outlets.proximal.pressure"],
    ["pacing.freqency", "pacing.frequency"],
    ["collector.tone", "vessels.collector.tone"],
    ["tissue.pressure", "inlets.tissue.pressure"],
    ["foo", "inlet.pressure"],
  ])("names what is near to %s", (path, near) => {
    const failure = setParameter(network, `${path}=1`);
    expect(failure).toMatchObject({ code: "reference/unknown", expected: expect.stringContaining(near) });
    if (!failure.ok) expect(failure.expected?.split(", ").length).toBeLessThanOrEqual(5);
  });
});

describe("every part of a network", () => {
  const full = unwrap(parseNetwork(everything, "e.yaml"));
  const change = (...settings: string[]) =>
    settings.reduce((changed, setting) => unwrap(setParameter(changed, setting)), full);

  it("is set where it stands, and nothing else changes", () => {
    const { massage: _massage, ...external } = full.external;
    const cases: [string, unknown][] = [
      ["tissues.forearm.capillary.pressure=30 mmHg", { tissues: { forearm: { capillary: { pressure: 30 * mmHg } } } }],
      ["tissues.forearm.filling=120 %", { tissues: { forearm: { initialFilling: 1.2 } } }],
      ["tissues.palm.pressure.slope=9 mmHg", { tissues: { palm: { law: { slope: 9 * mmHg } } } }],
      [
        "tissues.forearm.capillary.wall.solute=starling-convective",
        { tissues: { forearm: { capillary: { wall: { solute: "starling-convective" } } } } },
      ],
      ["solutes.tracer.injections[1].time=3 s", { solutes: { tracer: { injections: [{ time: 0 }, { time: 3 }] } } }],
      ["solutes.germs.nodes.armpit.kill=2 /h", { solutes: { germs: { nodes: { armpit: { kill: 2 / 3600 } } } } }],
      ["solutes.tracer.detection=2 mg/L", { solutes: { tracer: { detection: 2e-3 } } }],
      ["solutes.tracer.protein=false", { solutes: { tracer: { protein: false } } }],
      ["pacing.pacemaker.warming=10 K", { pacing: { source: { pacemaker: { warming: 10, seed: 7 } } } }],
      ["pacing.pacemaker.seed=9", { pacing: { source: { pacemaker: { seed: 9 } } } }],
      ["pacing.shear.tempo=20 %", { pacing: { shear: { tempo: 0.2, half: 0.4 } } }],
      ["posture.upright=1", { upright: 1 }],
      ["viscosity=1.5 cP", { viscosity: 1.5e-3 }],
      ["nodes.armpit.response.riseTime=5 d", { nodes: { armpit: { response: { riseTime: 432_000, halfLoad: 1e6 } } } }],
      ["nodes.armpit.absorption.reflection=0.8", { nodes: { armpit: { absorption: { reflection: 0.8 } } } }],
      [
        "external.loads[2].chambers[1].pressure=50 mmHg",
        { external: { ...external, loads: [{}, {}, { load: { chambers: [{}, { pressure: 50 * mmHg }] } }, {}] } },
      ],
      ["external.loads.0.share=0.5", { external: { loads: [{ share: 0.5 }, {}, {}, {}] } }],
      [
        "external.loads[1].direction=proximal",
        { external: { loads: [{}, { load: { direction: "proximal" } }, {}, {}] } },
      ],
      [
        "vessels.ulnar.tone=0.02 N/m",
        { vessels: { ulnar: { walls: [{ tone: 0.02 }, { tone: 0.02 }] }, radial: { walls: [{ tone: 0.03 }, {}] } } },
      ],
      ["vessels.radial.length=8 mm", { vessels: { radial: { lengths: [0.008] } } }],
      ["vessel.rise=3 cm", { vessels: { radial: { rise: 0.03 }, brachial: { rise: 0.03 } } }],
      ["wall.stiffening=12", { vessels: { radial: { walls: [{ stiffening: 12 }, { stiffening: 12 }] } } }],
      [
        "valves.rising.closing.distended=-300 Pa",
        { valves: { rising: { closing: { distended: -300, relaxed: -10 } } } },
      ],
      ["valves.still.opening=50 Pa", { valves: { still: { opening: 50, closing: 50 } } }],
      ["valves.leaflets.openArea=0.2 mm2", { valves: { leaflets: { openArea: expect.closeTo(2e-7, 15) } } }],
      ["inlets.hand.reflux=5 %", { inlets: { hand: { reflux: 0.05 } } }],
      [
        "junctions.meeting.volumePerMmHg=2 nL",
        { junctions: { meeting: { compliance: expect.closeTo(2e-12 / mmHg, 20) } } },
      ],
      ["solver.cycles=3", { solver: { cycles: 3, tolerance: 1e-6 } }],
    ];
    for (const [setting, expected] of cases) {
      const changed = change(setting);
      expect(changed, setting).toMatchObject(expected as object);
      const part = Object.keys(expected as object)[0] as keyof typeof full;
      expect({ ...changed, [part]: full[part] }, setting).toEqual(full);
    }
  });

  it("keeps damage apart from the valve it damages", () => {
    const worse = change("valves.blend.stenosis=6", "valves.blend.open=2e9 Pa.s/m3").valves["blend"]!;
    expect(damageOf(worse)).toEqual({ stenosis: 6, incompetence: 0.4 });
    expect(valveEnds(worse).open).toBeCloseTo(12e9, 0);
    const healed = change("valves.blend.stenosis=1", "valves.blend.incompetence=0").valves["blend"]!;
    expect(healed).toMatchObject({ open: 1e9, closed: 1e15 });
  });

  it("accepts every path it lists, with its own value", () => {
    const paths = parametersOf(full);
    expect(paths.length).toBeGreaterThan(200);
    for (const { path, setting } of paths) {
      const failure = setParameter(full, `${path}=nonsense`);
      expect(failure, path).toMatchObject({ ok: false, path });
      if (!failure.ok) expect(failure.code, path).not.toBe("reference/unknown");
      expect(setting.help, path).not.toBe("");
    }
    expect(paths.map(({ path }) => path)).toEqual(expect.arrayContaining(["wall.tone", "pacing.pacemaker.q10"]));
  });

  it.each([
    ["solutes.germs.detection=1 mg/L", "quantity/unit"],
    ["nodes.armpit.response.halfLoad=1 mg", "quantity/unit"],
    ["pacing.pacemaker.refractory=2 s", "param/out-of-range"],
    ["pacing.lag=1 s", "field/invalid"],
    ["pacing.frequency=1 /min", "field/invalid"],
    ["pacing.rest=10 s", "field/invalid"],
    ["pacing.calcium.rest=1", "reference/unknown"],
    ["vessels.radial.lymphangions=1", "field/invalid"],
    ["vessels.palmar.lymphangions=2.5", "field/invalid"],
    ["external.loads[9].share=1", "reference/unknown"],
    ["external.loads[0].ramp=0 s", "param/out-of-range"],
    ["tissues.palm.capillary.pressure=20 mmHg", "reference/unknown"],
    ["valves.blend.law=sigmoid", "reference/unknown"],
    ["vessels.radial.from=palm", "reference/unknown"],
    ["vessels.__proto__.tone=1 N/m", "reference/unknown"],
    ["solutes.tracer.protein=perhaps", "field/invalid"],
    ["valves.blend.stenosis=1e7", "param/out-of-range"],
  ])("refuses %s", (setting, code) => {
    expect(setParameter(full, setting)).toMatchObject({ ok: false, code, path: setting.split("=")[0] });
  });

  it("finds names that hold dots, as programs make them", () => {
    const { radial } = full.vessels;
    const dotted = { ...full, vessels: { ...full.vessels, radial: radial!, "radial.left": radial! } };
    const { vessels } = unwrap(setParameter(dotted, "vessels.radial.left.onset=2 s"));
    expect(vessels["radial.left"]?.onset).toBe(2);
    expect(vessels["radial"]?.onset).toBe(0);
  });

  it("does not lose the place of an injection", () => {
    const single = unwrap(
      parseNetwork(everything.replace("at: radial.1", "at: palmar.2").replace("[0.5 mm, 0.45 mm]", "0.5 mm"), "e.yaml"),
    );
    expect(setParameter(single, "vessels.palmar.lymphangions=1")).toMatchObject({
      ok: false,
      code: "reference/unknown",
    });
    expect(setParameter(single, "vessels.palmar.lymphangions=3")).toMatchObject({ ok: true });
  });
});
