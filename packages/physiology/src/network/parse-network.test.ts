import { readFileSync } from "node:fs";
import { describeFailure, mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { humanCollector } from "./human-collector.ts";
import { parseNetwork } from "./parse-network.ts";

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/networks/${name}`, import.meta.url), "utf8");
const bertram = example("bertram-2011.yaml");
const human = example("human-collector.yaml");
const tree = example("y-tree.yaml");

const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("parseNetwork", () => {
  it("reads lists per lymphangion and gives SI", () => {
    const network = unwrap(parseNetwork(bertram, "b.yaml"));
    const chain = network.vessels["chain"];
    expect(chain?.walls.map((wall) => wall.passivePressure)).toEqual([5, 7.5, 10, 12.5]);
    for (const wall of chain?.walls ?? []) expect(wall.activeTension).toBeCloseTo(3.6e-3, 12);
    expect(network.inlets["upstream"]?.pressure).toBeCloseTo(227.5, 9);
    expect(network.pacing).toEqual({ contraction: 2, rest: 0, lag: { kind: "phase", value: Math.PI / 2 } });
  });

  it("reads from the file the same human collector that the program knows", () => {
    const read = unwrap(parseNetwork(human, "h.yaml"));
    const known = humanCollector();
    const { title: _title, about: _about, ...physics } = read;
    const { title: _knownTitle, about: _knownAbout, ...knownPhysics } = known;
    expect(JSON.parse(JSON.stringify(physics))).toEqual(JSON.parse(JSON.stringify(knownPhysics)));
  });

  it("reads a tree with a junction, a node and primary valves", () => {
    const network = unwrap(parseNetwork(tree, "t.yaml"));
    expect(network.inlets["thumb-side"]).toEqual({ pressure: mmHg, resistance: 1e12, reflux: 0.02 });
    expect(network.nodes["elbow"]?.absorption?.reflection).toBe(0.9);
  });

  it("reads a second way between two places: loops are networks too", () => {
    const bypass =
      "  bypass: { from: confluence, to: elbow, lymphangions: 1, length: 10 mm, wall: *wall, valve: none }\n";
    expect(unwrap(parseNetwork(tree.replace("pacing:", `${bypass}pacing:`), "t.yaml")).vessels).toHaveProperty(
      "bypass",
    );
  });

  it("refuses a loop round which water would run for ever: its ways end at different heights", () => {
    const second =
      "  bypass: { from: confluence, to: elbow, lymphangions: 1, length: 10 mm, rise: 5 cm, wall: *wall, valve: none }\n";
    const found = parseNetwork(tree.replace("pacing:", `${second}pacing:`), "t.yaml");
    expect(found).toMatchObject({ code: "param/out-of-range", path: "vessels.bypass.rise", value: "5 cm" });
    const level = second.replace("rise: 5 cm", "rise: 0 cm");
    expect(parseNetwork(tree.replace("pacing:", `${level}pacing:`), "t.yaml").ok).toBe(true);
  });

  const swap = (text: string, from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  it.each([
    [
      "a number without unit",
      swap(human, "pressure: 2 mmHg", "pressure: 2"),
      "quantity/unit",
      "tissue:",
      "inlets.tissue.pressure",
    ],
    [
      "a unit of another dimension",
      swap(human, "length: 10 mm", "length: 10 s"),
      "quantity/unit",
      "length:",
      "vessels.collector.length",
    ],
    [
      "NaN",
      swap(human, "stiffening: 10", "stiffening: .nan"),
      "param/not-finite",
      "stiffening",
      "vessels.collector.wall.stiffening",
    ],
    [
      "a negative length",
      swap(human, "length: 10 mm", "length: -10 mm"),
      "param/out-of-range",
      "length:",
      "vessels.collector.length",
    ],
    [
      "an unknown field",
      swap(human, "    valve: competent", "    valve: competent\n    colour: red"),
      "field/unknown",
      "colour",
      "vessels.collector.colour",
    ],
    [
      "a missing field",
      swap(human, "    length: 10 mm\n", ""),
      "field/missing",
      "  collector:",
      "vessels.collector.length",
    ],
    [
      "an unknown place",
      swap(human, "to: proximal", "to: distal"),
      "reference/unknown",
      "to: distal",
      "vessels.collector.to",
    ],
    [
      "an unknown valve",
      swap(human, "valve: competent", "valve: leaky"),
      "reference/unknown",
      "valve: leaky",
      "vessels.collector.valve",
    ],
    [
      "an unknown wall law",
      swap(human, "law: human-collector", "law: cow"),
      "field/invalid",
      "law: cow",
      "vessels.collector.wall.law",
    ],
    [
      "half a lymphangion",
      swap(human, "lymphangions: 10", "lymphangions: 2.5"),
      "field/type",
      "    lymphangions",
      "vessels.collector.lymphangions",
    ],
    [
      "a list of the wrong length",
      swap(bertram, "lymphangions: 4", "lymphangions: 5"),
      "field/invalid",
      "passivePressure",
      "vessels.chain.wall.passivePressure",
    ],
    [
      "one bad entry of a list",
      swap(bertram, ", 75 dyn/cm2", ", 75 mm"),
      "quantity/unit",
      "passivePressure",
      "vessels.chain.wall.passivePressure[1]",
    ],
    ["a folded valve", swap(bertram, "    fold: allow\n", ""), "valve/fold", "biased-open:", "valves.biased-open"],
    [
      "a valve that opens with more resistance",
      swap(human, "closed: 1e15", "closed: 1e8"),
      "param/out-of-range",
      "closed",
      "valves.competent.closed",
    ],
    [
      "hysteresis without a lag",
      swap(human, "    lag: 10 ms\n", ""),
      "field/invalid",
      "closing",
      "valves.competent.closing",
    ],
    [
      "contraction longer than the period",
      swap(human, "contraction: 5 s", "contraction: 90 s"),
      "param/out-of-range",
      "pacing:",
      "pacing.frequency",
    ],
    [
      "all three of frequency, contraction and rest",
      swap(human, "contraction: 5 s", "contraction: 5 s, rest: 1 s"),
      "field/invalid",
      "pacing:",
      "pacing",
    ],
    [
      "an inlet that leads nowhere",
      swap(tree, "from: little-finger-side\n    to: confluence", "from: elbow\n    to: confluence"),
      "graph/disconnected",
      "little-finger-side:",
      "inlets.little-finger-side",
    ],
    [
      "a junction nothing leads to",
      swap(tree, "  confluence: {}", "  confluence: {}\n  stray: {}"),
      "graph/disconnected",
      "stray",
      "junctions.stray",
    ],
    [
      "a name used twice",
      swap(tree, "  confluence: {}", "  vein: {}"),
      "field/invalid",
      "  vein: {}",
      "junctions.vein",
    ],
    [
      "an inlet at the end",
      swap(human, "to: proximal", "to: tissue"),
      "field/invalid",
      "to: tissue",
      "vessels.collector.to",
    ],
    [
      "no vessels",
      "format: openlymph/network@1\ntitle: t\nabout: a\nviscosity: 1 cP\ninlets: {}\noutlets: {}\nvessels: {}\npacing: {contraction: 1 s}\n",
      "field/missing",
      "inlets",
      "inlets",
    ],
    ["another format", swap(human, "network@1", "network@9"), "document/format", "network@9", "format"],
  ])("refuses %s, naming file, line and field", (_name, text, code, part, path) => {
    const failure = parseNetwork(text, "n.yaml");
    expect(failure).toMatchObject({ ok: false, code, path, file: "n.yaml", line: lineOf(text, part) });
    if (!failure.ok) expect(describeFailure(failure)).toMatch(/^n\.yaml:\d+: /);
  });

  it("refuses an island that drains elsewhere", () => {
    const island = `
  island: { from: pond, to: sink, lymphangions: 1, length: 10 mm, wall: *wall, valve: none }
pacing:`;
    const text = tree
      .replace("  vein: { pressure: 5 mmHg }", "  vein: { pressure: 5 mmHg }\n  sink: { pressure: 5 mmHg }")
      .replace("inlets:", "inlets:\n  pond: { pressure: 0 }")
      .replace("\npacing:", island);
    expect(parseNetwork(text, "n.yaml")).toMatchObject({ ok: false, code: "graph/disconnected" });
  });
});
