/**
 * A body's worth of lymphangions, each resolved, on one core: 1010 human collectors of 30, side by side, whose
 * contractions start spread over the minute. The anatomy does not yet make such a network; until it does, this one has its
 * size and its stiffness, but no junctions and no nodes. Bar: three times as fast as life, aim twenty times.
 *
 * It runs for as long as `patience` allows, not to a set time: what counts is life per processor time.
 */
import { assemble, integrateTo } from "@openlymph/physiology";
import { sideBySide } from "./network-family.ts";
import { keepSection } from "./results.ts";
import { processorSeconds, startOurs } from "./run-ours.ts";

/** s of life in one go; s of processor time for leaving the start behind, and for the measurement. */
const portion = 0.01;
const settling = 5;
const patience = 12;
const network = sideBySide(1010, 30);
const { tolerance } = network.solver;
const assembly = assemble(network);
const { system } = assembly;
const integrator = startOurs(network, assembly, "auto", tolerance);

/** Runs until the processor time or 60 s of life have passed; seconds of it. */
function runFor(limit: number): number {
  const began = processorSeconds();
  const end = integrator.time + 60;
  let passed = 0;
  while (passed < limit && integrator.time < end) {
    integrateTo(integrator, integrator.time + portion);
    passed = processorSeconds() - began;
  }
  return passed;
}

runFor(settling);
const { steps: stepsBefore, time: timeBefore } = integrator;
const seconds = runFor(patience);
const simulated = integrator.time - timeBefore;
const steps = integrator.steps - stepsBefore;
console.log(
  `${system.lymphangions} lymphangions, tolerance ${tolerance}: ${simulated.toPrecision(2)} s of life in ` +
    `${seconds.toFixed(1)} s (${steps} steps), ${(simulated / seconds).toPrecision(2)} times as fast as life (bar 3, aim 20)`,
);
keepSection("everyLymphangion", { lymphangions: system.lymphangions, simulated, seconds, steps });
