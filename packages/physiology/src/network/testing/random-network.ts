/**
 * Random networks for tests of laws that must always hold: trees and loops of any of the valve laws, with nodes, tissue,
 * loads, walls that fold, pacemakers and solutes, all drawn from one seed. A seed that once failed is kept by name where it is used.
 */
import { mmHg, uniformAt } from "@openlymph/base";
import { usualBacteria } from "../../elements/bacteria.ts";
import { usualCollapse } from "../../elements/collapse.ts";
import type { Load } from "../../elements/load.ts";
import { usualLoadAdaptation } from "../../elements/load-adaptation.ts";
import { usualPacemaker } from "../../elements/pacemaker.ts";
import type { ValveLaw } from "../../elements/valve-laws.ts";
import { usualShearInhibition } from "../../elements/wall-shear.ts";
import { humanCollector } from "../human-collector.ts";
import type { Network, PlacedLoad, Solute, Tissue, Vessel } from "../network.ts";

const human = humanCollector();
const collector = human.vessels["collector"] as Vessel;

const laws: readonly ValveLaw[] = [
  human.valves["competent"]!,
  { law: "log-blend", open: 1e9, closed: 1e15, opening: 10, closing: 10, width: 1.5, fold: "refuse" },
  { law: "sigmoid", open: 1e9, closed: 1e14, slope: 0.5, opening: 0, fold: "refuse" },
  {
    law: "hysteretic",
    open: 1e9,
    closed: 1e15,
    opening: { relaxed: 5, distended: 30 },
    closing: { relaxed: -1, distended: -20 },
    fullDistension: 2000,
    width: 1.5,
    lag: 0.01,
  },
  {
    law: "mynard",
    openArea: 1e-7,
    leakArea: 1e-10,
    length: 1e-4,
    openingRate: 1,
    closingRate: 2,
    opening: 5,
    closing: -2,
  },
];

export interface RandomNetworkOptions {
  readonly solutes?: boolean;
  readonly tissue?: boolean;
  readonly loops?: boolean;
}

/** The network of a seed. Vessel i > 0 ends at the upstream end of an earlier one; a few also bridge two junctions. */
export function randomNetwork(seed: number, options: RandomNetworkOptions = {}): Network {
  let drawn = 0;
  const draw = () => uniformAt(seed, 17, drawn++);
  const whole = (below: number) => Math.floor(below * draw());
  const law = laws[whole(laws.length)]!;
  const count = 2 + whole(4);
  const vessels: Record<string, Vessel> = {};
  const inlets: Record<string, Network["inlets"][string]> = {};
  const junctions: Record<string, { compliance: number }> = {};
  const parents = Array.from({ length: count }, (_, i) => (i === 0 ? -1 : whole(i)));
  const inner = new Set(parents);
  const compliance = draw() < 0.5 ? 0 : 1e-14;
  const useTissue = options.tissue === true;
  const folds = uniformAt(seed, 18, 0) < 0.5;
  const walls = collector.walls.map((wall) => (folds ? { ...wall, collapse: usualCollapse } : wall));
  const adapts = uniformAt(seed, 18, 1) < 0.5;
  for (let i = 0; i < count; i++) {
    const from = inner.has(i) ? `j${i}` : `i${i}`;
    if (inner.has(i)) junctions[from] = { compliance };
    else if (!(useTissue && i === count - 1))
      inlets[from] = { pressure: (1 + 3 * draw()) * mmHg, resistance: 1e12 * draw(), reflux: draw() < 0.5 ? 0.02 : 1 };
    vessels[`v${i}`] = {
      ...collector,
      from: useTissue && i === count - 1 && !inner.has(i) ? "skin" : from,
      to: i === 0 ? "node" : `j${parents[i]}`,
      lymphangions: 1 + whole(3),
      valves: ["valve"],
      walls,
      onset: 10 * draw(),
      rise: 0.05 * draw(),
    };
  }
  if (options.loops === true && Object.keys(junctions).length > 0) {
    const fork = Object.keys(junctions)[0]!;
    vessels["bridge"] = { ...collector, from: fork, to: "node", lymphangions: 1 + whole(2), valves: ["valve"] };
  }
  vessels["out"] = { ...collector, from: "node", to: "proximal", lymphangions: 2, valves: ["valve"] };
  const absorption = {
    conductance: 3e-13,
    capillaryPressure: 1200,
    reflection: 0.9,
    lymphOncotic: 2100,
    bloodOncotic: 3500,
  };
  const skin: Tissue = {
    volume: 1e-5,
    initialFilling: 1 + 0.3 * draw(),
    law: { law: "chapple-1993", restPressure: -1 * mmHg, swollenSlope: 0.42 * mmHg },
    relaxation: draw() < 0.5 ? { share: 0.15, time: 12_000 } : undefined,
    capillary: {
      wall: { conductance: 3e-13, permeability: 1e-11, reflection: 0.9, solute: "patlak" },
      pressure: 2400,
      protein: 72,
      oncotic: "landis-pappenheimer",
    },
    drain: { resistance: 1e12, reflux: 0.02 },
  };
  const usesTissue = Object.values(vessels).some(({ from }) => from === "skin");
  const first = Object.keys(inlets)[0];
  const solute = (protein: boolean): Solute => ({
    inlets: first === undefined ? {} : { [first]: 20 * draw() },
    initial: protein ? 20 : 0,
    tissues: usesTissue ? { skin: 25 } : {},
    injections: protein ? [] : [{ at: "v0.1", amount: 1e-9, time: 5 * draw() }],
    protein,
    absorbed: protein ? 0 : draw(),
    excluded: uniformAt(seed, 18, 2),
    nodes: protein ? {} : { node: { ...usualBacteria, capture: draw() } },
    detection: 1e-3,
  });
  return {
    ...human,
    valves: { valve: law },
    inlets,
    junctions,
    nodes: {
      node: {
        resistance: 1e12,
        swelling: 0.2,
        absorption: draw() < 0.5 ? absorption : undefined,
        response: { most: 7, halfLoad: 1e-10, riseTime: 100, fallTime: 1000 },
      },
    },
    tissues: usesTissue ? { skin } : {},
    solutes: options.solutes === true ? { protein: solute(true), tracer: solute(false) } : {},
    vessels,
    upright: draw(),
    external: { pressure: 100 * draw(), loads: [placedLoad(whole(4), draw())] },
    pacing: {
      ...human.pacing,
      source:
        draw() < 0.5
          ? undefined
          : { kind: "pacemaker", pacemaker: { ...usualPacemaker, frequency: 1 / 20, seed, halfPressure: 200 } },
      shear: draw() < 0.5 ? undefined : usualShearInhibition,
      adaptation: adapts ? usualLoadAdaptation : undefined,
    },
    solver: { ...human.solver, tolerance: 1e-4 },
  };
}

function placedLoad(kind: number, share: number): PlacedLoad {
  const chamber = { length: 0.02, pressure: 20 * mmHg };
  const loads: readonly Load[] = [
    { kind: "static", pressure: 0, ramp: 1, steps: [{ time: 8, pressure: 10 * mmHg }] },
    { kind: "stroke", amplitude: 800, duration: 3, period: 10, speed: 0.02, direction: "proximal", from: 0, to: 0.05 },
    {
      kind: "sleeve",
      from: 0,
      chambers: [chamber, chamber],
      inflate: 4,
      hold: 2,
      deflate: 1,
      stagger: 4,
      pause: 5,
      release: "together",
    },
    { kind: "muscle-pump", amplitude: 1000, frequency: 0.5, duty: 0.4, from: 0, to: 0.03 },
  ];
  return { load: loads[kind]!, share };
}
