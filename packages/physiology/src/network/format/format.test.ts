import { mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { usualBacteria } from "../../elements/bacteria.ts";
import { usualCalcium } from "../../elements/calcium.ts";
import { usualLoadAdaptation } from "../../elements/load-adaptation.ts";
import { usualSwelling } from "../../elements/node-swelling.ts";
import { usualPacemaker } from "../../elements/pacemaker.ts";
import { guytonRelaxation } from "../../elements/stress-relaxation.ts";
import { usualShearInhibition } from "../../elements/wall-shear.ts";
import { simulate } from "../../observe/simulate.ts";
import { humanCollector } from "../human-collector.ts";
import type { Network } from "../network.ts";
import { namedParts, networkSchema, singleParts } from "../network-format.ts";
import { parseNetwork } from "../parse-network.ts";
import { everything } from "../testing/everything.ts";
import { allFields } from "./fields.ts";
import { wholeWay } from "./load-format.ts";
import { isCounted } from "./setting.ts";

const swap = (from: string | RegExp, to: string, text = everything) => {
  expect(text).toMatch(from);
  return text.replace(from, to);
};
const read = (text: string) => unwrap(parseNetwork(text, "e.yaml"));
const network = read(everything);

describe("the format", () => {
  it("reads every part into SI", () => {
    expect(network.upright).toBe(0.5);
    expect(network.vessels["radial"]?.rise).toBeCloseTo(-0.04, 12);
    expect(network.tissues?.["forearm"]).toMatchObject({
      initialFilling: 1.05,
      law: { law: "chapple-1993", restPressure: -0.5 * mmHg, swollenSlope: 0.42 * mmHg },
      relaxation: { share: 0.1, time: 12_000 },
      capillary: { oncotic: "nitta", protein: 72, wall: { reflection: 0.9, solute: "patlak" } },
      drain: { resistance: 2e12, reflux: 0.02 },
    });
    expect(network.tissues?.["palm"]?.capillary).toBeUndefined();
    expect(network.solutes?.["tracer"]?.injections).toEqual([
      { at: "palm", amount: expect.closeTo(50e-9, 15), time: 0 },
      { at: "radial.1", amount: expect.closeTo(1e-9, 15), time: 2 },
    ]);
    expect(network.solutes?.["germs"]?.inlets["hand"]).toBeCloseTo(1e8, 3);
    expect([..."protein tracer germs".split(" ")].map((id) => isCounted(network.solutes![id]!))).toEqual([
      false,
      false,
      true,
    ]);
    expect(network.solutes?.["germs"]?.nodes["armpit"]).toEqual({ ...usualBacteria, capture: 0.9 });
    expect(network.nodes["armpit"]?.response).toEqual({
      most: 5,
      halfLoad: 1e6,
      riseTime: 2 * 86400,
      fallTime: 12 * 86400,
      counted: true,
    });
    expect(network.pacing).toEqual({
      contraction: 5,
      rest: 40,
      lag: { kind: "time", value: 0 },
      source: { kind: "pacemaker", pacemaker: { ...usualPacemaker, frequency: 2 / 60, warming: 5, seed: 7 } },
      shear: { ...usualShearInhibition, half: 0.4 },
      adaptation: { ...usualLoadAdaptation, time: 90 },
    });
    const loads = network.external.loads ?? [];
    expect(loads.map(({ load, share }) => [load.kind, share])).toEqual([
      ["static", 0.8],
      ["stroke", 1],
      ["sleeve", 1],
      ["muscle-pump", 1],
    ]);
    expect(loads[3]?.load).toEqual({
      kind: "muscle-pump",
      amplitude: 30 * mmHg,
      frequency: 50 / 60,
      duty: 0.4,
      from: 0,
      to: wholeWay,
    });
    expect(network.valves["rising"]).toMatchObject({ closing: { distended: -216 }, fullDistension: 10 * mmHg });
    expect(network.valves["leaflets"]).toMatchObject({ openArea: expect.closeTo(1e-7, 15), opening: 0, closing: 0 });
  });

  it("gives the defaults of the elements", () => {
    const plain = read(
      swap(/ {2}source: .*\n {2}shear: .*\n/, "  source: { calcium: {} }\n  shear: {}\n")
        .replace("{ most: 5, halfLoad: 1e6 cfu, riseTime: 2 d, fallTime: 12 d }", "{ halfLoad: 1e6 cfu }")
        .replace("relaxation: { share: 10 % }", "relaxation: {}"),
    );
    expect(plain.pacing.source).toEqual({ kind: "calcium", calcium: usualCalcium });
    expect(plain.pacing.shear).toEqual(usualShearInhibition);
    expect(plain.nodes["armpit"]?.response).toEqual({ ...usualSwelling, counted: true });
    expect(plain.tissues?.["forearm"]?.relaxation).toEqual(guytonRelaxation);
    const own = read(swap(/ {2}rest: 40 s\n {2}source: .*\n/, "  source: { pacemaker: {} }\n"));
    expect(own.pacing).toMatchObject({ contraction: 5, rest: 55, source: { pacemaker: usualPacemaker } });
  });

  it("takes wall, valve and viscosity of the human collector where nothing else is said", () => {
    const short = read(`
format: openlymph/network@1
title: The human collector in few words
about: Its numbers are the defaults.
valves: { competent: { law: log-blend, closing: -1 Pa, lag: 10 ms } }
inlets: { tissue: { pressure: 2 mmHg } }
outlets: { proximal: { pressure: 7 mmHg } }
vessels:
  collector: { from: tissue, to: proximal, lymphangions: 10, length: 10 mm, wall: { law: human-collector }, valve: competent }
pacing: { frequency: 1 /min, contraction: 5 s, conduction: 12 mm/s }
`);
    const { title, about } = short;
    expect({ ...short }).toEqual({ ...humanCollector(), title, about });
  });

  it("goes to the file's form and back without loss", () => {
    const refuse = () => expect.unreachable();
    for (const [group, part] of Object.entries(namedParts)) {
      const items = network[group as keyof typeof namedParts] ?? {};
      expect(Object.keys(items).length, group).toBeGreaterThan(0);
      for (const value of Object.values(items)) {
        expect(part.build(part.view(value as never) as never, refuse), group).toEqual(value);
      }
    }
    for (const [group, part] of Object.entries(singleParts)) {
      const value = network[group as keyof typeof singleParts];
      expect(part.build(part.view(value as never) as never, refuse), group).toEqual(value);
    }
  });

  it("runs, and keeps water", () => {
    const { massBalance } = unwrap(simulate(network, { time: 4 }));
    expect(massBalance.error).toBeLessThan(1e-9);
  });

  it("says of every field what it means", () => {
    const fields = [...allFields(networkSchema)];
    expect(fields.length).toBeGreaterThan(150);
    for (const { path, setting } of fields) {
      expect(setting.help.length, path.join(".")).toBeGreaterThan(3);
      if (setting.kind === "quantity") expect(setting.unit, path.join(".")).toBeTruthy();
    }
  });
});

describe("what it refuses", () => {
  const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

  it.each<[string, string | RegExp, string, Partial<Record<"code" | "path" | "expected", unknown>>]>([
    [
      "a stenosis that closes",
      "stenosis: 3",
      "stenosis: 2e6",
      { code: "param/out-of-range", path: "valves.blend.stenosis" },
    ],
    [
      "a stenosis below one",
      "stenosis: 3",
      "stenosis: 50 %",
      { code: "param/out-of-range", path: "valves.blend.stenosis" },
    ],
    ["more than all incompetence", "incompetence: 40 %", "incompetence: 140 %", { code: "param/out-of-range" }],
    [
      "a folded blend",
      "opening: 40 Pa, width: 1.5 Pa",
      "opening: 0 Pa, width: 1.5 Pa",
      { code: "valve/fold", path: "valves.still" },
    ],
    ["closing above opening", "distended: -216 Pa", "distended: 216 Pa", { path: "valves.rising.closing.distended" }],
    ["a leak wider than the orifice", "leakArea: 1e-4 mm2", "leakArea: 1 mm2", { path: "valves.leaflets.leakArea" }],
    [
      "leaflets that close too early",
      "closingRate: 1 /Pa/s",
      "closingRate: 1 /Pa/s, closing: 3 Pa",
      { path: "valves.leaflets.closing" },
    ],
    [
      "a refractory time within the contraction",
      "seed: 7",
      "refractory: 4 s",
      { code: "param/out-of-range", path: "pacing.source.pacemaker.refractory" },
    ],
    ["two sources", "source: {", "source: { calcium: {},", { code: "field/invalid", path: "pacing.source" }],
    ["a lag beside pacemakers", "rest: 40 s", "rest: 40 s\n  lag: 1 s", { code: "field/invalid", path: "pacing.lag" }],
    [
      "a temperature for a difference",
      "warming: 5 K",
      "warming: 37 s",
      { code: "quantity/unit", path: "pacing.source.pacemaker.warming" },
    ],
    ["an unknown tissue law", "law: linear", "law: jelly", { path: "tissues.palm.pressure.law" }],
    [
      "a capillary without pressure",
      "      pressure: 20 mmHg\n",
      "",
      { code: "field/missing", path: "tissues.forearm.capillary.pressure" },
    ],
    [
      "weighed and counted",
      "hand: 100 cfu/mL }",
      "hand: 100 cfu/mL }, detection: 1 g/L",
      { code: "quantity/unit", path: "solutes.germs.detection" },
    ],
    [
      "a load of another unit",
      "halfLoad: 1e6 cfu",
      "halfLoad: 1 mg",
      { code: "quantity/unit", path: "nodes.armpit.response.halfLoad" },
    ],
    ["counted protein", "100 cfu/mL }", "100 cfu/mL }, protein: true", { path: "solutes.germs.protein" }],
    ["two proteins", "absorbed: 30 %", "protein: true", { path: "solutes.tracer.protein" }],
    [
      "an injection nowhere",
      "at: radial.1",
      "at: radial.3",
      { code: "reference/unknown", path: "solutes.tracer.injections[1].at" },
    ],
    [
      "a solute in an unknown node",
      "nodes: { armpit:",
      "nodes: { groin:",
      { code: "reference/unknown", path: "solutes.germs.nodes.groin" },
    ],
    [
      "a response to nothing",
      ", nodes: { armpit: { capture: 90 % } }",
      "",
      { code: "reference/unknown", path: "nodes.armpit.response" },
    ],
    [
      "a load on nothing",
      "on: [ulnar, forearm]",
      "on: [ulnar, leg]",
      { code: "reference/unknown", path: "external.loads[2].on[1]" },
    ],
    ["an unknown load", "kind: sleeve", "kind: bandage", { path: "external.loads[2].kind" }],
    [
      "a stroke longer than its period",
      "kind: stroke,",
      "kind: stroke, period: 1 s,",
      { code: "param/out-of-range", path: "external.loads[1].period" },
    ],
    ["a distal stroke without an end", "to: 4 cm, ", "", { code: "field/missing", path: "external.loads[1].to" }],
    [
      "a window that ends before it begins",
      "from: 1 cm, to: 3 cm",
      "from: 3 cm, to: 1 cm",
      { path: "external.loads[0].to" },
    ],
    ["no chambers", /chambers: \[.*?\]/, "chambers: []", { path: "external.loads[2].chambers" }],
    ["more than upright", "upright: 50 %", "upright: 150 %", { path: "posture.upright" }],
    ["a vessel that ends in tissue", "to: armpit,", "to: palm,", { path: "vessels.brachial.to" }],
  ])("%s", (_name, from, to, expected) => {
    const text = swap(from, to);
    const failure = parseNetwork(text, "e.yaml");
    expect(failure).toMatchObject({ ok: false, file: "e.yaml", ...expected });
    if (!failure.ok) expect(failure.line).toBeGreaterThan(1);
  });

  it("names the line", () => {
    const text = swap("share: 50 %", "share: 150 %");
    expect(parseNetwork(text, "e.yaml")).toMatchObject({
      path: "tissues.forearm.capillary.wall.glycocalyx.share",
      line: lineOf(text, "glycocalyx"),
    });
  });

  it("a network without inlets is one when a tissue feeds it", () => {
    const only: Network = read(`
format: openlymph/network@1
title: A tissue
about: drains.
viscosity: 1 cP
outlets: { vein: { pressure: 0 } }
tissues: { skin: { volume: 10 mL } }
vessels:
  v: { from: skin, to: vein, lymphangions: 1, length: 3 mm, wall: { law: bertram-2011, passivePressure: 5 Pa, referenceDiameter: 0.2 mm, activeTension: 0 N/m }, valve: none }
pacing: { contraction: 1 s }
`);
    expect(only.tissues?.["skin"]?.drain).toEqual({ resistance: 1e12, reflux: 0.02 });
    expect(only.inlets).toEqual({});
  });
});
