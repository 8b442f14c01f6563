import { type Dimension, ok, type Result } from "@openlymph/base";
import { type Network, setParameter, simulate } from "@openlymph/physiology";
import { siText } from "./any-quantity.ts";
import { outputNamed } from "./study-outputs.ts";

/** A model as plain data, so that it can be handed to a worker. */
export interface ModelSetup {
  readonly network: Network;
  readonly cycles: number | undefined;
  readonly parameters: readonly { readonly path: string; readonly dimension: Dimension }[];
  /** Names that `outputNamed` knows. */
  readonly outputs: readonly string[];
}

/** The network of a setup with its parameters at a point, SI. */
export function networkAt(setup: ModelSetup, point: readonly number[]): Result<Network> {
  let { network } = setup;
  for (const [j, { path, dimension }] of setup.parameters.entries()) {
    const changed = setParameter(network, `${path}=${siText(point[j] ?? Number.NaN, dimension)}`);
    if (!changed.ok) return changed;
    network = changed.value;
  }
  return ok(network);
}

/** Runs the network of a setup with its parameters at a point, and reads its outputs, SI. */
export function evaluatePoint(setup: ModelSetup, point: readonly number[]): Result<readonly number[]> {
  const network = networkAt(setup, point);
  if (!network.ok) return network;
  const simulation = simulate(network.value, { cycles: setup.cycles });
  if (!simulation.ok) return simulation;
  return ok(
    setup.outputs.map((name) => {
      const output = outputNamed(name);
      return output === undefined ? Number.NaN : output.kind.read(simulation.value, output.id);
    }),
  );
}
