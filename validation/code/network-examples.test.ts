/** Every example network reads, says what it is, runs to a periodic state and conserves mass; and what its text says of it. */
import { readdirSync, readFileSync } from "node:fs";
import { mLPerHour, unwrap } from "@openlymph/base";
import {
  parseNetwork,
  proteinConcentrationRatio,
  type SimulationReport,
  setParameter,
  simulate,
  simulationReport,
} from "@openlymph/physiology";
import { describe, expect, it } from "vitest";

const folder = new URL("../../examples/networks/", import.meta.url);
const read = (name: string) => unwrap(parseNetwork(readFileSync(new URL(name, folder), "utf8"), name));
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const asItIs = new Map<string, SimulationReport>();

/** The report of an example, perhaps with parameters changed; as it is, an example runs once. */
function run(name: string, ...settings: string[]): SimulationReport {
  const known = settings.length === 0 ? asItIs.get(name) : undefined;
  if (known !== undefined) return known;
  const network = settings.reduce((changed, setting) => unwrap(setParameter(changed, setting)), read(`${name}.yaml`));
  const report = simulationReport(unwrap(simulate(network)));
  if (settings.length === 0) asItIs.set(name, report);
  return report;
}

describe("every example", () => {
  it.each(names)("%s", (name) => {
    const network = read(name);
    expect(network.title.length).toBeGreaterThan(10);
    expect(network.about.length).toBeGreaterThan(100);
    const report = run(name.replace(".yaml", ""));
    expect(report.drift).toBeLessThan(1e-3);
    expect(report.massBalance.error).toBeLessThan(1e-9);
    expect(report.outflow.mean.value).toBeGreaterThan(0.1);
    const { inflow, outflow, absorbed, tissues } = report;
    const came = tissues.reduce((sum, { drainage }) => sum + drainage.mean.value, inflow.mean.value);
    expect(Math.abs(came - outflow.mean.value - absorbed.mean.value) / came).toBeLessThan(1e-3);
  });
});

const outflow = (report: SimulationReport) => report.outflow.mean.value;
const through = (report: SimulationReport, id: string) =>
  report.valves.find((valve) => valve.id === id)?.flow.mean ?? Number.NaN;
const highest = ({ lymphangions }: SimulationReport, vessel: string) =>
  Math.max(...lymphangions.filter((each) => each.vessel === vessel).map(({ pressure }) => pressure.max));
const lowest = ({ lymphangions }: SimulationReport) => Math.min(...lymphangions.map(({ pressure }) => pressure.min));
const back = ({ valves }: SimulationReport) => valves.map(({ backflow }) => backflow.value);

describe("what the texts say", () => {
  it("a collector that paces itself: led from its eighth lymphangion, faster when filled", () => {
    const rest = run("pacemaker-collector");
    const rate = ({ lymphangions }: SimulationReport) => lymphangions[0]?.frequency.value ?? 0;
    expect(outflow(rest)).toBeCloseTo(0.25, 2);
    expect(rate(rest)).toBeGreaterThan(0.5);
    expect(rate(rest)).toBeLessThan(0.6);
    expect(rest.vessels[0]).toMatchObject({ waveDirection: "distal", antegrade: 2 / 9 });
    expect(rate(run("pacemaker-collector", "inlet.pressure=4 mmHg"))).toBeGreaterThan(1.2 * rate(rest));
  });

  it("valves that close late: worse in the distended vessel", () => {
    const [relaxed, distended] = [
      run("hysteretic-valves"),
      run("hysteretic-valves", "inlet.pressure=10 mmHg", "outlet.pressure=15 mmHg"),
    ];
    expect(outflow(relaxed)).toBeCloseTo(0.69, 2);
    expect(outflow(distended)).toBeCloseTo(0.5, 2);
    expect(back(distended)[5]).toBeGreaterThan(2 * (back(relaxed)[5] ?? 0));
    expect(Math.abs(outflow(run("hysteretic-valves", "valves.secondary.open=1e9 Pa.s/m3")))).toBeLessThan(0.01);
    expect(outflow(run("human-collector"))).toBeCloseTo(0.89, 2);
  });

  it("valves that leak: four cost two thirds, one costs one per cent, all turn the flow", () => {
    const leaking = run("incompetent-valve");
    const sound = outflow(run("incompetent-valve", "valves.leaking.incompetence=0"));
    expect(sound).toBeCloseTo(0.47, 2);
    expect(outflow(leaking) / sound).toBeCloseTo(1 / 3, 1);
    expect(back(leaking)[6]).toBeGreaterThan(leaking.lymphangions[5]?.strokeVolume.value ?? Number.NaN);
    const network = read("incompetent-valve.yaml");
    const withValves = (...leaks: number[]) => {
      const valves = Array.from({ length: 7 }, (_, i) => (leaks.includes(i) ? "leaking" : "competent"));
      const { collector } = network.vessels;
      return outflow(
        simulationReport(unwrap(simulate({ ...network, vessels: { collector: { ...collector!, valves } } }))),
      );
    };
    expect(withValves(3) / sound).toBeGreaterThan(0.98);
    expect(withValves(0, 1, 2, 3, 4, 5, 6)).toBeLessThan(0);
  });

  it("a way round a blocked vessel", () => {
    const [blocked, open] = [run("anastomosis"), run("anastomosis", "valves.scarred.stenosis=1")];
    expect(outflow(open)).toBeCloseTo(1.04, 2);
    expect(through(open, "bypass.v1") / outflow(open)).toBeCloseTo(1 / 6, 1);
    expect(through(blocked, "bypass.v1") / outflow(blocked)).toBeGreaterThan(0.9);
    expect(outflow(blocked) / outflow(open)).toBeCloseTo(0.75, 1);
    expect(highest(blocked, "blocked")).toBeGreaterThan(35);
    expect(highest(open, "blocked")).toBeLessThan(10);
  });

  it("a leg that stands: the valves carry the column piece by piece", () => {
    const [standing, lying] = [run("upright-leg"), run("upright-leg", "posture.upright=0")];
    expect(outflow(standing)).toBeCloseTo(0.21, 2);
    expect(outflow(lying)).toBeCloseTo(1.1, 1);
    expect(highest(standing, "saphenous")).toBeLessThan(10);
  });

  it("a sleeve moves what a vessel without strength does not, in turn better than at once", () => {
    const inTurn = run("pneumatic-sleeve");
    expect(outflow(inTurn)).toBeCloseTo(1.4, 1);
    expect(lowest(inTurn)).toBeCloseTo(-34, 0);
    expect(Math.abs(outflow(run("pneumatic-sleeve", "external.loads[0].share=0")))).toBeLessThan(0.01);
    const atOnce = run("pneumatic-sleeve", "external.loads[0].stagger=0 s");
    expect(outflow(atOnce) / outflow(inTurn)).toBeCloseTo(0.8, 1);
    expect(highest(atOnce, "collector")).toBeGreaterThan(2 * highest(inTurn, "collector"));
  });

  it("walking", () => {
    const walking = run("muscle-pump");
    expect(outflow(walking)).toBeCloseTo(0.77, 2);
    const transmural = walking.lymphangions.map(({ transmural: { mean } }) => mean);
    expect(Math.min(...transmural)).toBeCloseTo(-9, 0);
    expect(transmural[7]).toBeGreaterThan(0);
    expect(outflow(run("muscle-pump", "external.loads[0].share=0"))).toBeCloseTo(0.29, 2);
  });

  it("a tracer from the skin through a node that takes half of the water", () => {
    const { solutes, nodes, absorbed, outflow: out, tissues } = run("tissue-depot");
    const [protein, tracer] = solutes;
    expect(tracer?.clearance[0]?.rate?.value).toBeCloseTo(0.067, 3);
    const arrival = (found: { readonly arrival: { readonly value: number } | null } | undefined) =>
      (found?.arrival?.value ?? Number.NaN) - 120;
    expect(arrival(tracer?.nodes[0])).toBeGreaterThan(60);
    expect(arrival(tracer?.outlets[0])).toBeGreaterThan(arrival(tracer?.nodes[0]));
    expect(arrival(tracer?.outlets[0])).toBeLessThan(600);
    expect(absorbed.mean.value / (absorbed.mean.value + out.mean.value)).toBeCloseTo(0.5, 1);
    expect((protein?.nodes[0]?.concentration.value ?? 0) / 25).toBeCloseTo(1.9, 1);
    expect(tissues[0]?.filtration.mean.value).toBeGreaterThan(tissues[0]?.drainage.mean.value ?? 0);
    expect(nodes).toHaveLength(1);
  });

  it("a node that catches bacteria, and the swollen node of some days later", () => {
    const fresh = run("bacteria-in-a-node");
    const { amounts, imbalance } = fresh.solutes[0]!;
    expect(imbalance).toBeLessThan(1e-12);
    expect(amounts.outflow / amounts.inflow).toBeLessThan(0.01);
    expect(amounts.killed / amounts.born).toBeCloseTo(3, 6);
    expect(fresh.nodes[0]?.swelling).toBeGreaterThan(0.005);
    expect(fresh.nodes[0]?.swelling).toBeLessThan(0.02);
    expect(outflow(run("bacteria-in-a-node", "nodes.elbow.swelling=5")) / outflow(fresh)).toBeCloseTo(0.5, 1);
  });
});

describe("the Y", () => {
  const tree = read("y-tree.yaml");
  const result = unwrap(simulate(tree));

  it("gives about half of the water to the node's blood, which doubles the protein", () => {
    const ratio = proteinConcentrationRatio(result.inflow, result.outflow);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });

  it("takes in more where the tissue pressure is higher", () => {
    const [thumb, little] = result.inlets;
    expect(little?.mean).toBeGreaterThan(thumb?.mean ?? 0);
    const swollen = unwrap(simulate(unwrap(setParameter(tree, "inlets.thumb-side.pressure=6 mmHg"))));
    expect(swollen.inlets[0]?.mean).toBeGreaterThan(1.2 * (thumb?.mean ?? 0));
  });

  it("carries less when the node swells shut", () => {
    const nodes = { elbow: { ...tree.nodes["elbow"]!, swelling: 200, absorption: undefined } };
    const open = { elbow: { ...tree.nodes["elbow"]!, absorption: undefined } };
    const [shut, free] = [nodes, open].map((each) => unwrap(simulate({ ...tree, nodes: each })).outflow / mLPerHour);
    expect(shut).toBeLessThan(0.5 * (free ?? 0));
  });
});
