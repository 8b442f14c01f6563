import anastomosesJson from "../data/anastomoses.json" with { type: "json" };
import collectorsJson from "../data/collectors.json" with { type: "json" };
import coordinatesJson from "../data/coordinates.json" with { type: "json" };
import edgesJson from "../data/edges.json" with { type: "json" };
import flowsJson from "../data/flows.json" with { type: "json" };
import lymphosomesJson from "../data/lymphosomes.json" with { type: "json" };
import nodeGroupsJson from "../data/node_groups.json" with { type: "json" };
import observationsJson from "../data/observations.json" with { type: "json" };
import proceduresJson from "../data/procedures.json" with { type: "json" };
import sourcesJson from "../data/sources.json" with { type: "json" };
import territoriesJson from "../data/territories.json" with { type: "json" };
import watershedsJson from "../data/watersheds.json" with { type: "json" };
import type { Anastomosis } from "./schema/anastomosis.ts";
import type { Collector } from "./schema/collector.ts";
import type { Coordinates } from "./schema/coordinates.ts";
import type { Edge } from "./schema/edge.ts";
import type { Flows } from "./schema/flows.ts";
import type { Lymphosome } from "./schema/lymphosome.ts";
import type { NodeGroup } from "./schema/node-group.ts";
import type { Observation } from "./schema/observation.ts";
import type { Procedure } from "./schema/procedure.ts";
import type { Source } from "./schema/source.ts";
import type { Territory } from "./schema/territory.ts";
import type { Watershed } from "./schema/watershed.ts";

/** The data files as they are read, before they are indexed. `checkAnatomy` takes this. */
export interface AnatomyData {
  readonly nodeGroups: readonly NodeGroup[];
  readonly edges: readonly Edge[];
  readonly territories: readonly Territory[];
  readonly watersheds: readonly Watershed[];
  readonly lymphosomes: readonly Lymphosome[];
  readonly anastomoses: readonly Anastomosis[];
  readonly collectors: readonly Collector[];
  readonly procedures: readonly Procedure[];
  readonly observations: readonly Observation[];
  readonly flows: Flows;
  readonly sources: Readonly<Record<string, Source>>;
  readonly coordinates: Coordinates;
}

/** The records of each kind by their id. */
export interface AnatomyIndex {
  readonly nodeGroups: ReadonlyMap<string, NodeGroup>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly territories: ReadonlyMap<string, Territory>;
  readonly watersheds: ReadonlyMap<string, Watershed>;
  readonly anastomoses: ReadonlyMap<string, Anastomosis>;
  readonly collectors: ReadonlyMap<string, Collector>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly observations: ReadonlyMap<string, Observation>;
}

/** The human lymphatic network: lists in the order of the data files, and `byId`. */
export interface Anatomy extends AnatomyData {
  readonly byId: AnatomyIndex;
  /** Edges leaving a node, in data order. */
  readonly edgesFrom: ReadonlyMap<string, readonly Edge[]>;
}

function indexed<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Indexes data files; checks nothing (see `checkAnatomy`). */
export function anatomyOf(data: AnatomyData): Anatomy {
  const edgesFrom = new Map<string, Edge[]>();
  for (const edge of data.edges) edgesFrom.set(edge.from, [...(edgesFrom.get(edge.from) ?? []), edge]);
  return {
    ...data,
    edgesFrom,
    byId: {
      nodeGroups: indexed(data.nodeGroups),
      edges: indexed(data.edges),
      territories: indexed(data.territories),
      watersheds: indexed(data.watersheds),
      anastomoses: indexed(data.anastomoses),
      collectors: indexed(data.collectors),
      procedures: indexed(data.procedures),
      observations: indexed(data.observations),
    },
  };
}

/** The shipped data files. Their types hold because `checkAnatomy` passes on them in the tests. */
export const anatomyData = {
  nodeGroups: nodeGroupsJson,
  edges: edgesJson,
  territories: territoriesJson,
  watersheds: watershedsJson,
  lymphosomes: lymphosomesJson,
  anastomoses: anastomosesJson,
  collectors: collectorsJson,
  procedures: proceduresJson,
  observations: observationsJson,
  flows: flowsJson,
  sources: sourcesJson,
  coordinates: coordinatesJson,
} as unknown as AnatomyData;

/**
 * The human lymphatic network of an idealised 70 kg body: 120 node groups and vessels, 198 edges, 127 territories.
 *
 * Topology is textbook anatomy; most shares, fractions, counts and conductances are the project's own estimates:
 * ask `estimates(record)` before showing a number.
 */
export const anatomy: Anatomy = anatomyOf(anatomyData);
