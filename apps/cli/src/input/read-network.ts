import { ok, type Result } from "@openlymph/base";
import { type Network, parseNetwork, setParameter } from "@openlymph/physiology";
import { readParsed } from "./read-parsed.ts";

/** A network from its file, with the parameters changed that `--set` names, one after the other. */
export function readNetwork(file: string, settings: readonly string[]): Result<Network> {
  const parsed = readParsed(file, parseNetwork);
  if (!parsed.ok) return parsed;
  let network = parsed.value;
  for (const setting of settings) {
    const next = setParameter(network, setting);
    if (!next.ok) return { ...next, path: `--set ${next.path ?? ""}`.trim() };
    network = next.value;
  }
  return ok(network);
}
