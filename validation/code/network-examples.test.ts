/** Every example network reads, says what it is, runs to a periodic state and conserves mass; and what the Y shows. */
import { readdirSync, readFileSync } from "node:fs";
import { mLPerHour, unwrap } from "@openlymph/base";
import {
  parseNetwork,
  proteinConcentrationRatio,
  setParameter,
  simulate,
  simulationReport,
} from "@openlymph/physiology";
import { describe, expect, it } from "vitest";

const folder = new URL("../../examples/networks/", import.meta.url);
const read = (name: string) => unwrap(parseNetwork(readFileSync(new URL(name, folder), "utf8"), name));
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

describe("every example", () => {
  it.each(names)("%s", (name) => {
    const network = read(name);
    expect(network.title.length).toBeGreaterThan(10);
    expect(network.about.length).toBeGreaterThan(100);
    const report = simulationReport(unwrap(simulate(network)));
    expect(report.drift).toBeLessThan(1e-3);
    expect(report.massBalance.error).toBeLessThan(1e-9);
    expect(report.outflow.mean.value).toBeGreaterThan(0.1);
    const { inflow, outflow, absorbed } = report;
    const kept = inflow.mean.value - outflow.mean.value - absorbed.mean.value;
    expect(Math.abs(kept) / inflow.mean.value).toBeLessThan(1e-3);
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
