/** `vessels:` chains of lymphangions, their walls and valves. */
import type { Dimension, QuantityRange } from "@openlymph/base";
import { z } from "zod";
import { type Collapse, usualCollapse } from "../../elements/collapse.ts";
import type { WallLaw } from "../../elements/lymphangion.ts";
import { humanCollector } from "../human-collector.ts";
import { entryFor, type Vessel } from "../network.ts";
import { definePart, type Refuse } from "./part.ts";
import {
  above,
  atLeast,
  between,
  described,
  group,
  nameOf,
  perhaps,
  perLymphangion,
  usually,
  usuallyPerLymphangion,
  word,
} from "./setting.ts";

/** Most lymphangions of one vessel that a file may ask for. */
export const mostLymphangions = 100_000;

type WallParameter = Exclude<keyof WallLaw, "law" | "collapse">;

/** Fields of a wall: dimension, meaning, range and unit of each. */
const fields: Readonly<Record<WallParameter, readonly [Dimension, string, QuantityRange, string]>> = {
  passivePressure: ["pressure", "scale of the passive pressure", above("> 0 mmHg"), "Pa"],
  referenceDiameter: ["length", "reference diameter", between(1e-6, 0.05, "1 um to 50 mm"), "mm"],
  stiffening: ["fraction", "how steeply it stiffens", above("> 0"), "1"],
  activeTension: ["tension", "peak active tension", atLeast(">= 0 N/m"), "N/m"],
  tone: ["tension", "tension at rest", atLeast(">= 0 N/m"), "N/m"],
  optimalStretch: ["fraction", "stretch of the strongest contraction", above("> 0"), "1"],
  stretchWidth: ["fraction", "how fast strength falls beside it", above("> 0"), "1"],
};

const written = (name: WallParameter) => perLymphangion(...fields[name]);

/** The wall of the human limb collector: its numbers are assumed within measured ranges (elements/lymphangion.ts). */
const humanWall = humanCollector().vessels["collector"]!.walls[0]!;
const human = (name: WallParameter) => usuallyPerLymphangion(humanWall[name], ...fields[name]);

const collapse = group(
  "pressed from outside it folds flat and closes; left out: it narrows and stays round",
  z.strictObject({
    support: usually(
      usualCollapse.support,
      "pressure",
      "transmural pressure, below zero, at which the tissue around no longer holds it round",
      above("> 0 Pa"),
      "Pa",
    ),
    stiffness: usually(
      usualCollapse.stiffness,
      "pressure",
      "bending stiffness of the folded wall",
      above("> 0 Pa"),
      "Pa",
    ),
  }),
);

const wall = z.discriminatedUnion("law", [
  z.strictObject({
    law: word("bertram-2011", "the published wall: small pressures, no dependence on length"),
    passivePressure: written("passivePressure"),
    referenceDiameter: written("referenceDiameter"),
    activeTension: written("activeTension"),
    collapse,
  }),
  z.strictObject({
    law: word("human-collector", "a human limb collector: stiffens, and contracts best at one stretch"),
    passivePressure: human("passivePressure"),
    referenceDiameter: human("referenceDiameter"),
    stiffening: human("stiffening"),
    activeTension: human("activeTension"),
    tone: human("tone"),
    optimalStretch: human("optimalStretch"),
    stretchWidth: human("stretchWidth"),
    collapse,
  }),
]);

const count = z.int("a whole number").min(1, "1 or more").max(mostLymphangions, `at most ${mostLymphangions}`);
const valve = z.union([z.array(z.string()).min(1), z.string().transform((value) => [value])]);

const vessel = z.strictObject({
  from: nameOf("inlet, tissue, junction or node where it begins"),
  to: nameOf("junction, node or outlet where it ends"),
  lymphangions: described(count, { kind: "whole", help: "how many", range: `1 to ${mostLymphangions}` }),
  length: perLymphangion("length", "length of a lymphangion", between(1e-5, 1, "10 um to 1 m"), "mm"),
  initialDiameter: described(perLymphangion("length", "", above("> 0 mm"), "mm").optional(), {
    kind: "quantity",
    help: "diameter at the start of a run",
    unit: "mm",
    range: "> 0 mm; one, or one per lymphangion",
    usual: "the reference diameter",
  }),
  wall,
  valve: described(valve, { kind: "name", help: "a name in valves, or none; one, or N + 1 of them" }),
  onset: perhaps("0 s", "time", "added to the onset of every contraction", {}, "s"),
  rise: perhaps("0 cm", "length", "how much higher its end lies than its start in the upright body", {}, "cm"),
});

type Content = z.output<typeof vessel>;

/** Names of all wall parameters. */
export const wallParameters: readonly string[] = [
  ...new Set(wall.options.flatMap((option) => Object.keys(option.shape))),
].filter((key) => key !== "law");

function checkLength(list: readonly unknown[], path: readonly PropertyKey[], length: number, refuse: Refuse): void {
  if (list.length === 1 || list.length === length) return;
  refuse(path, {
    code: "field/invalid",
    value: `${list.length} entries`,
    expected: `one entry, or ${length}`,
    hint: "One value for all lymphangions, or one each; N lymphangions have N + 1 valves.",
  });
}

function wallsOf({ wall: content, lymphangions }: Content, refuse: Refuse): readonly WallLaw[] {
  const lists = Object.entries(content).filter((entry): entry is [string, number[]] => Array.isArray(entry[1]));
  for (const [field, list] of lists) checkLength(list, ["wall", field], lymphangions, refuse);
  const own = content.law === "human-collector" ? content : undefined;
  return Array.from({ length: Math.max(...lists.map(([, list]) => list.length)) }, (_, j) => ({
    law: content.law,
    passivePressure: entryFor(content.passivePressure, j),
    referenceDiameter: entryFor(content.referenceDiameter, j),
    activeTension: entryFor(content.activeTension, j),
    stiffening: own ? entryFor(own.stiffening, j) : 1,
    tone: own ? entryFor(own.tone, j) : 0,
    optimalStretch: own ? entryFor(own.optimalStretch, j) : 0,
    stretchWidth: own ? entryFor(own.stretchWidth, j) : Number.POSITIVE_INFINITY,
    ...(content.collapse === undefined ? {} : { collapse: content.collapse satisfies Collapse }),
  }));
}

function viewWall(walls: readonly WallLaw[]): Content["wall"] {
  const list = (pick: (wall: WallLaw) => number) => walls.map(pick);
  const passiveLists = {
    passivePressure: list((each) => each.passivePressure),
    referenceDiameter: list((each) => each.referenceDiameter),
  };
  const active = list((each) => each.activeTension);
  const collapses = walls[0]?.collapse;
  if (walls[0]?.law === "bertram-2011") {
    return { law: "bertram-2011", ...passiveLists, activeTension: active, collapse: collapses };
  }
  return {
    law: "human-collector",
    ...passiveLists,
    stiffening: list((each) => each.stiffening),
    activeTension: active,
    tone: list((each) => each.tone),
    optimalStretch: list((each) => each.optimalStretch),
    stretchWidth: list((each) => each.stretchWidth),
    collapse: collapses,
  };
}

export const vesselPart = definePart<typeof vessel, Vessel>({
  schema: vessel,
  build(content, refuse) {
    const { from, to, lymphangions, length, initialDiameter = [], onset = 0, rise } = content;
    const walls = wallsOf(content, refuse);
    checkLength(length, ["length"], lymphangions, refuse);
    if (initialDiameter.length > 0) checkLength(initialDiameter, ["initialDiameter"], lymphangions, refuse);
    checkLength(content.valve, ["valve"], lymphangions + 1, refuse);
    return {
      from,
      to,
      lymphangions,
      walls,
      lengths: length,
      initialDiameters: initialDiameter,
      valves: content.valve,
      onset,
      ...(rise === undefined ? {} : { rise }),
    };
  },
  view: ({ from, to, lymphangions, walls, lengths, initialDiameters, valves, onset, rise }) => ({
    from,
    to,
    lymphangions,
    length: [...lengths],
    initialDiameter: initialDiameters.length === 0 ? undefined : [...initialDiameters],
    wall: viewWall(walls),
    valve: [...valves],
    onset,
    rise,
  }),
});
