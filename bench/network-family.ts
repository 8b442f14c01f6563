/**
 * The benchmark family as networks of ours, in SI: the cases the program in bench/cvode solves too.
 *
 *   chain-N   N rat-sized lymphangions (wall and valve of Bertram, Macaskill & Moore 2011) between two reservoirs
 *   tree-K    2^K − 1 such vessels of ten in a complete binary tree, flowing to its root; junctions without volume
 *   human-N   the human limb collector against a rise of 5 mmHg, three cycles of 60 s
 *
 * Chains and trees run 60 s, above 500 lymphangions 20 s; the mean outflow is that of the last contraction (2 s).
 *
 * | set | inlet, Pa | outlet, Pa | M, N/m  |                                                        |
 * | --- | --------- | ---------- | ------- | ------------------------------------------------------ |
 * | A   | 5         | 15         | 3.6e-3  | mild                                                   |
 * | B   | 50        | 70         | 12e-3   | mild                                                   |
 * | C   | 100       | 130        | 36e-3   | strong contractions                                    |
 * | D   | 400       | 450        | 100e-3  | stiff walls; for one chain, as explicit methods crawl  |
 *
 * All numbers of chain and tree are a computational benchmark (*assumed*), no measured vessel; the sigmoid valve opens at
 * zero, does not prolapse, and its fold is refused. All lymphangions start at the diameter whose passive pressure is the
 * inlet's. In a tree, a generation counted from the leaves is σ = 2^(1/3) wider: D₀, L and M times σ, valve resistances
 * over σ³; branch b (0 the root, 2b + 1 and 2b + 2 flow into b) starts 2·frac(0.6180339887498949 b) s later.
 */
import { humanCollector, type Network, type ValveLaw, type Vessel, type WallLaw } from "@openlymph/physiology";

export interface BenchCase {
  readonly id: string;
  /** Words the program in bench/cvode understands: case, size, set, end. */
  readonly words: readonly [kind: string, size: string, set: string, end: string];
  readonly lymphangions: number;
  readonly network: Network;
  /** The mean outflow is taken from `from` to `end`, s. */
  readonly from: number;
  readonly end: number;
  /** Whether explicit methods have a chance. */
  readonly kind: "mild" | "stiff";
  /** Snaps through, so that no two tolerances of any solver agree better than to some 1e-3. */
  readonly snaps: boolean;
}

export type SetName = "A" | "B" | "C" | "D";

interface LoadSet {
  readonly inlet: number;
  readonly outlet: number;
  readonly tension: number;
}

const loadSets: Readonly<Record<SetName, LoadSet>> = {
  A: { inlet: 5, outlet: 15, tension: 3.6e-3 },
  B: { inlet: 50, outlet: 70, tension: 12e-3 },
  C: { inlet: 100, outlet: 130, tension: 36e-3 },
  D: { inlet: 400, outlet: 450, tension: 100e-3 },
};

const passivePressure = 5;
const referenceDiameter = 0.25e-3;
const length = 3e-3;
const contraction = 2;
const lag = 0.25;

/** s. */
function endOf(lymphangions: number): number {
  return lymphangions > 500 ? 20 : 60;
}

/** D/D₀ at which P_d [exp(D/D₀) − (D₀/D)³] is `pressure` (Pa): Newton on an increasing function. */
function stretchAt(pressure: number): number {
  let stretch = 1;
  for (let i = 0; i < 200; i++) {
    const residual = passivePressure * (Math.exp(stretch) - stretch ** -3) - pressure;
    const slope = passivePressure * (Math.exp(stretch) + 3 * stretch ** -4);
    const step = Math.min(0.2, Math.max(-0.2, residual / slope));
    stretch -= step;
    if (Math.abs(step) < 1e-15) break;
  }
  return stretch;
}

function wallOf(tension: number, sigma: number): WallLaw {
  return {
    law: "bertram-2011",
    passivePressure,
    referenceDiameter: referenceDiameter * sigma,
    stiffening: 1,
    activeTension: tension * sigma,
    tone: 0,
    optimalStretch: 0,
    stretchWidth: Number.POSITIVE_INFINITY,
  };
}

function valveOf(scale: number): ValveLaw {
  return { law: "sigmoid", open: 6e7 / scale, closed: 1.2e12 / scale, slope: 2, opening: 0, fold: "refuse" };
}

interface Branch {
  readonly from: string;
  readonly to: string;
  readonly lymphangions: number;
  readonly generation: number;
  readonly onset: number;
}

function vesselOf(branch: Branch, set: LoadSet): Vessel {
  const sigma = 2 ** (branch.generation / 3);
  return {
    from: branch.from,
    to: branch.to,
    lymphangions: branch.lymphangions,
    walls: [wallOf(set.tension, sigma)],
    lengths: [length * sigma],
    initialDiameters: [referenceDiameter * sigma * stretchAt(set.inlet)],
    valves: [`generation${branch.generation}`],
    onset: branch.onset,
  };
}

function familyNetwork(title: string, branches: Readonly<Record<string, Branch>>, set: LoadSet): Network {
  const list = Object.entries(branches);
  const generations = new Set(list.map(([, branch]) => branch.generation));
  const meetings = new Set(list.map(([, branch]) => branch.to).filter((place) => place !== "outlet"));
  return {
    title,
    about: "A case of the benchmark family.",
    viscosity: 1e-3,
    valves: Object.fromEntries([...generations].map((g) => [`generation${g}`, valveOf(2 ** g)])),
    inlets: { inlet: { pressure: set.inlet, resistance: 0, reflux: 1 } },
    outlets: { outlet: { pressure: set.outlet } },
    junctions: Object.fromEntries([...meetings].map((id) => [id, { compliance: 0 }])),
    nodes: {},
    vessels: Object.fromEntries(list.map(([id, branch]) => [id, vesselOf(branch, set)])),
    external: { pressure: 0 },
    pacing: { contraction, rest: 0, lag: { kind: "time", value: lag } },
    solver: { method: "rodas4", tolerance: 1e-5, cycles: 30 },
  };
}

export function chain(count: number, name: SetName): BenchCase {
  const branches = { b0: { from: "inlet", to: "outlet", lymphangions: count, generation: 0, onset: 0 } };
  return {
    id: `chain-${count} ${name}`,
    words: ["chain", String(count), name, String(endOf(count))],
    lymphangions: count,
    network: familyNetwork(`chain-${count}, set ${name}`, branches, loadSets[name]),
    from: endOf(count) - contraction,
    end: endOf(count),
    kind: name === "D" ? "stiff" : "mild",
    snaps: false,
  };
}

export function tree(levels: number, name: SetName): BenchCase {
  const count = 2 ** levels - 1;
  const branches: Record<string, Branch> = {};
  for (let b = 0; b < count; b++) {
    const away = 0.6180339887498949 * b;
    branches[`b${b}`] = {
      from: 2 * b + 2 < count ? `j${b}` : "inlet",
      to: b === 0 ? "outlet" : `j${Math.floor((b - 1) / 2)}`,
      lymphangions: 10,
      generation: levels - 1 - Math.floor(Math.log2(b + 1)),
      onset: contraction * (away - Math.floor(away)),
    };
  }
  return {
    id: `tree-${levels} ${name}`,
    words: ["tree", String(levels), name, String(endOf(10 * count))],
    lymphangions: 10 * count,
    network: familyNetwork(`tree-${levels}, set ${name}`, branches, loadSets[name]),
    from: endOf(10 * count) - contraction,
    end: endOf(10 * count),
    kind: "mild",
    snaps: false,
  };
}

export function human(count: number): BenchCase {
  return {
    id: `human-${count}`,
    words: ["human", String(count), "-", "180"],
    lymphangions: count,
    network: humanCollector({ lymphangions: count }),
    from: 120,
    end: 180,
    kind: "stiff",
    snaps: count > 10,
  };
}

/** Human collectors between the same two reservoirs, their onsets spread over the minute by the golden ratio. */
export function sideBySide(count: number, lymphangions: number): Network {
  const network = humanCollector({ lymphangions });
  const vessel = network.vessels["collector"];
  if (vessel === undefined) throw new Error("the human collector has lost its vessel");
  const vessels = Array.from({ length: count }, (_, i) => {
    const away = 0.6180339887498949 * i;
    return [`collector${i}`, { ...vessel, onset: 60 * (away - Math.floor(away)) }] as const;
  });
  return { ...network, vessels: Object.fromEntries(vessels) };
}

/** Every case, small before large. */
export function benchmarkFamily(): readonly BenchCase[] {
  return [
    ...[10, 100, 1000].flatMap((count) => [chain(count, "A"), chain(count, "B"), chain(count, "C")]),
    chain(100, "D"),
    human(10),
    human(20),
    human(40),
    ...[5, 8].flatMap((levels) => [tree(levels, "A"), tree(levels, "B")]),
  ];
}
