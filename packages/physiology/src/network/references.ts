/** Names in a network that must point to something: where solutes are, what lies under a load, what makes a node swell. */
import type { FailureCode } from "@openlymph/base";
import { isCounted } from "./format/setting.ts";
import type { Network, Solute } from "./network.ts";
import type { ShapeMistake } from "./topology.ts";

function mistake(path: readonly PropertyKey[], code: FailureCode, expected: string, hint?: string): ShapeMistake {
  return { path, detail: { code, expected, ...(hint === undefined ? {} : { hint }) } };
}

const oneOf = (names: readonly string[]) =>
  names.length === 0 ? "nothing: there is none" : `one of ${names.join(", ")}`;

/** Whether a name is that of a lymphangion, such as `collector.3`. */
function isLymphangion(network: Network, name: string): boolean {
  const dot = name.lastIndexOf(".");
  const vessel = Object.hasOwn(network.vessels, name.slice(0, dot)) ? network.vessels[name.slice(0, dot)] : undefined;
  const number = Number(name.slice(dot + 1));
  return vessel !== undefined && Number.isInteger(number) && number >= 1 && number <= vessel.lymphangions;
}

function soluteMistake(network: Network, id: string, solute: Solute): ShapeMistake | undefined {
  const tissues = Object.keys(network.tissues ?? {});
  const groups = [
    ["inlets", solute.inlets, Object.keys(network.inlets)],
    ["outlets", solute.outlets ?? {}, Object.keys(network.outlets)],
    ["tissues", solute.tissues, tissues],
    ["nodes", solute.nodes, Object.keys(network.nodes)],
  ] as const;
  for (const [group, named, known] of groups) {
    const odd = Object.keys(named).find((name) => !known.includes(name));
    if (odd !== undefined) return mistake(["solutes", id, group, odd], "reference/unknown", oneOf(known));
  }
  for (const [i, { at }] of solute.injections.entries()) {
    if (tissues.includes(at) || isLymphangion(network, at)) continue;
    const first = Object.keys(network.vessels)[0];
    const expected = [...tissues, `a lymphangion such as ${first}.1`].join(", ");
    return mistake(["solutes", id, "injections", i, "at"], "reference/unknown", expected);
  }
  return undefined;
}

/** The first name that points to nothing; `undefined` when all do. */
export function findReferenceMistake(network: Network): ShapeMistake | undefined {
  const solutes = Object.entries(network.solutes ?? {});
  for (const [id, solute] of solutes) {
    const found = soluteMistake(network, id, solute);
    if (found !== undefined) return found;
  }
  const proteins = solutes.filter(([, { protein }]) => protein);
  if (proteins[1] !== undefined) {
    const [first, second] = proteins.map(([id]) => id);
    return mistake(["solutes", second!, "protein"], "field/invalid", `false: ${first} is the protein already`);
  }
  for (const [id, { response }] of Object.entries(network.nodes)) {
    if (response === undefined) continue;
    const captured = solutes.find(([, { nodes }]) => Object.hasOwn(nodes, id));
    if (captured === undefined) {
      const hint = "A node swells with what it holds of a solute: write the node under solutes.<id>.nodes.";
      return mistake(["nodes", id, "response"], "reference/unknown", "a solute that this node captures", hint);
    }
    const counted = isCounted(captured[1]);
    if (counted === isCounted(response)) continue;
    const expected = `${counted ? "cfu" : "a mass"}, as the ${captured[0]} it captures`;
    return mistake(["nodes", id, "response", "halfLoad"], "quantity/unit", expected);
  }
  const loadable = [...Object.keys(network.vessels), ...Object.keys(network.tissues ?? {})];
  for (const [i, { on = [] }] of (network.external.loads ?? []).entries()) {
    const odd = on.findIndex((name) => !loadable.includes(name));
    if (odd >= 0) return mistake(["external", "loads", i, "on", odd], "reference/unknown", oneOf(loadable));
  }
  return undefined;
}
