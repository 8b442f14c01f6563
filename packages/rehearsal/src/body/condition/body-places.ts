import type { WholeBody } from "@openlymph/physiology";

/** Where the territories, nodes and bundles of the anatomy stand in the arrays of a body. */
export interface BodyPlaces {
  compartments(territories: readonly string[]): readonly number[];
  junctions(nodes: readonly string[]): readonly number[];
  /** Drains of a compartment. */
  drains(compartment: number): readonly number[];
}

export function bodyPlaces(body: WholeBody): BodyPlaces {
  const compartmentOf = new Map(body.spec.compartments.map(({ id }, k) => [id, k]));
  const junctionOf = new Map(body.junctionIds.map((id, n) => [id, n]));
  const drains = body.spec.compartments.map((_, k) => {
    const first = body.drainStart[k]!;
    return Array.from({ length: body.drainStart[k + 1]! - first }, (__, d) => first + d);
  });
  return {
    compartments: (territories) => territories.flatMap((id) => compartmentOf.get(id) ?? []),
    junctions: (nodes) => nodes.flatMap((id) => junctionOf.get(id) ?? []),
    drains: (compartment) => drains[compartment] ?? [],
  };
}
