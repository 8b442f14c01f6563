import { anatomy } from "@openlymph/anatomy";
import type { WholeBody } from "@openlymph/physiology";

/** Names the places of every array of a `WholeBodyState`. */
export interface BodyIndex {
  readonly territories: readonly string[];
  /** Node groups, trunks and ducts, then the venous angles. */
  readonly nodes: readonly string[];
  /** Collector bundles from a territory to a node. */
  readonly drains: readonly { readonly from: string; readonly to: string }[];
  /** Vessels between nodes, trunks and ducts. */
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly anastomoses: readonly {
    readonly id: string;
    readonly name: string;
    readonly a: string;
    readonly b: string;
    readonly watershed: string | null;
  }[];
  /** Neighbouring territories; `watershed` is the line between them, or `null`. */
  readonly links: readonly { readonly a: string; readonly b: string; readonly watershed: string | null }[];
}

function watershedBetween(a: string, b: string): string | null {
  return anatomy.byId.territories.get(a)?.neighbours.find(({ territory }) => territory === b)?.watershed ?? null;
}

/** The names that belong to a body's arrays. */
export function bodyIndex(body: WholeBody): BodyIndex {
  const territories = body.spec.compartments.map(({ id }) => id);
  const drains = territories.flatMap((from, k) =>
    Array.from(body.drainTo.subarray(body.drainStart[k], body.drainStart[k + 1]), (n) => ({
      from,
      to: body.junctionIds[n] ?? "",
    })),
  );
  return {
    territories,
    nodes: body.junctionIds,
    drains,
    edges: body.spec.edges.map(({ id, from, to }) => ({ id, from, to })),
    anastomoses: body.spec.anastomoses.map(({ id, a, b }) => {
      const record = anatomy.byId.anastomoses.get(id);
      return { id, name: record?.name ?? id, a, b, watershed: record?.watershed ?? null };
    }),
    links: body.spec.links.map(({ a, b }) => ({ a, b, watershed: watershedBetween(a, b) })),
  };
}
