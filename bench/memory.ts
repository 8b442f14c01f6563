/**
 * Memory of a resolved network of 100 000 lymphangions: a thousand human collectors of a hundred, side by side, each valve
 * with a state of its own. Heap and array buffers after a collection, less what was there before; the description of the
 * network itself is not counted. Bar: under 1 kB per lymphangion, aim 200 B.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { assemble, integrateTo } from "@openlymph/physiology";
import { sideBySide } from "./network-family.ts";
import { keepSection } from "./results.ts";
import { startOurs } from "./run-ours.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function used(): number {
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

// Once in small, so that compiled code is not taken for data.
const small = sideBySide(2, 10);
integrateTo(startOurs(small, assemble(small), "auto", 1e-5), 0.001);

const lymphangions = 100_000;
const network = sideBySide(1000, 100);
const start = used();
const assembly = assemble(network);
const assembled = used();
const integrator = startOurs(network, assembly, "auto", 1e-5);
const created = used();
integrateTo(integrator, 0.001);
const after = used();
const each = (bytes: number) => Math.round(bytes / lymphangions);
const section = {
  lymphangions: assembly.system.lymphangions,
  assembly: each(assembled - start),
  integrator: each(created - assembled),
  total: each(after - start),
};
console.log(
  `${section.total} B per lymphangion after ${integrator.steps} steps: ${section.assembly} B the network as numbers and ` +
    `names, ${section.integrator} B the method's buffers (bar 1000 B, aim 200 B)`,
);
keepSection("memory", section);
