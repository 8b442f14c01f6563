/** Reads a network file: text → checked `Network` in SI, or the first mistake with file and line. */
import {
  attempt,
  type Document,
  FailureError,
  fieldFailure,
  parseDocumentText,
  type Result,
  readAs,
} from "@openlymph/base";
import type { z } from "zod";
import { mapValues, type Part, type Refuse } from "./format/part.ts";
import type { Network } from "./network.ts";
import { type NetworkFile, namedParts, networkFormat, networkSchema, singleParts } from "./network-format.ts";
import { findReferenceMistake } from "./references.ts";
import { findShapeMistake } from "./topology.ts";

/**
 * Reads `openlymph/network@1`.
 *
 * @param text the file's content, YAML or JSON.
 * @param file its name, for messages.
 * @returns the network in SI; otherwise one failure naming file, line, field, value and what is allowed: unreadable
 * text, another format, unknown or missing fields, wrong units, NaN, unknown names, parts cut off, folded valves.
 */
export function parseNetwork(text: string, file: string): Result<Network> {
  const document = parseDocumentText(text, file);
  if (!document.ok) return document;
  const content = readAs(document.value, networkFormat, networkSchema);
  if (!content.ok) return content;
  return attempt(() => buildNetwork(content.value, document.value));
}

function buildNetwork(content: NetworkFile, document: Document): Network {
  const refuse: Refuse = (path, detail) => {
    throw new FailureError(fieldFailure(document, path, detail));
  };
  const within =
    (...prefix: readonly PropertyKey[]): Refuse =>
    (path, detail) =>
      refuse([...prefix, ...path], detail);
  const all = <S extends z.ZodType, T>(name: string, part: Part<S, T>, items: Readonly<Record<string, z.output<S>>>) =>
    mapValues(items, (item, id) => part.build(item, within(name, id)));
  const tissues = all("tissues", namedParts.tissues, content.tissues);
  const solutes = all("solutes", namedParts.solutes, content.solutes);
  const network: Network = {
    title: content.title,
    about: content.about.trim(),
    viscosity: content.viscosity,
    valves: all("valves", namedParts.valves, content.valves),
    inlets: all("inlets", namedParts.inlets, content.inlets),
    outlets: all("outlets", namedParts.outlets, content.outlets),
    junctions: all("junctions", namedParts.junctions, content.junctions),
    nodes: all("nodes", namedParts.nodes, content.nodes),
    ...(Object.keys(tissues).length === 0 ? {} : { tissues }),
    ...(Object.keys(solutes).length === 0 ? {} : { solutes }),
    vessels: all("vessels", namedParts.vessels, content.vessels),
    external: singleParts.external.build(content.external ?? {}, within("external")),
    ...(content.posture === undefined ? {} : { upright: content.posture.upright }),
    pacing: singleParts.pacing.build(content.pacing, within("pacing")),
    solver: singleParts.solver.build(content.solver, within("solver")),
  };
  if (Object.keys(network.inlets).length + Object.keys(tissues).length === 0) {
    refuse(["inlets"], { code: "field/missing", expected: "one or more, or a tissue" });
  }
  for (const part of ["outlets", "vessels"] as const) {
    if (Object.keys(network[part]).length === 0) refuse([part], { code: "field/missing", expected: "one or more" });
  }
  const mistake = findShapeMistake(network) ?? findReferenceMistake(network);
  if (mistake !== undefined) refuse(mistake.path, mistake.detail);
  return network;
}
