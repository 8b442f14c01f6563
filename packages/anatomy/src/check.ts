import { attempt, type Result, raise } from "@openlymph/base";
import { z } from "zod";
import type { AnatomyData } from "./anatomy.ts";
import { checkMirror } from "./check-mirror.ts";
import { anastomosisSchema } from "./schema/anastomosis.ts";
import { collectorSchema } from "./schema/collector.ts";
import { coordinatesSchema } from "./schema/coordinates.ts";
import { edgeSchema } from "./schema/edge.ts";
import { flowsSchema } from "./schema/flows.ts";
import { lymphosomeSchema } from "./schema/lymphosome.ts";
import { nodeGroupSchema } from "./schema/node-group.ts";
import { observationSchema } from "./schema/observation.ts";
import { procedureSchema } from "./schema/procedure.ts";
import { sourcesSchema } from "./schema/source.ts";
import { territorySchema } from "./schema/territory.ts";
import { watershedSchema } from "./schema/watershed.ts";

const schema = z.strictObject({
  nodeGroups: z.array(nodeGroupSchema),
  edges: z.array(edgeSchema),
  territories: z.array(territorySchema),
  watersheds: z.array(watershedSchema),
  lymphosomes: z.array(lymphosomeSchema),
  anastomoses: z.array(anastomosisSchema),
  collectors: z.array(collectorSchema),
  procedures: z.array(procedureSchema),
  observations: z.array(observationSchema),
  flows: flowsSchema,
  sources: sourcesSchema,
  coordinates: coordinatesSchema,
});

/** What a passed check found, for a line in a report. */
export interface AnatomySummary {
  readonly nodes: number;
  readonly edges: number;
  readonly territories: number;
  /** Most edges between a node and its venous angle. */
  readonly longestWay: number;
  /** Lymph returned to the blood at rest, mL/h. */
  readonly lymphMlPerH: number;
}

const tolerance = 1e-9;

function idsOf(kind: string, records: readonly { readonly id: string }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) raise("field/invalid", { path: `${kind}.${id}`, value: id, expected: "an id used once" });
    seen.add(id);
  }
  return seen;
}

function checkReferences(data: AnatomyData): void {
  const nodes = idsOf("nodeGroups", data.nodeGroups);
  const territories = idsOf("territories", data.territories);
  const watersheds = idsOf("watersheds", data.watersheds);
  const collectors = idsOf("collectors", data.collectors);
  idsOf("edges", data.edges);
  idsOf("anastomoses", data.anastomoses);
  idsOf("procedures", data.procedures);
  idsOf("observations", data.observations);
  const need = (known: ReadonlySet<string>, id: string, path: string, kind: string): void => {
    if (!known.has(id)) raise("reference/unknown", { path, value: id, expected: `a known ${kind}` });
  };
  const needEitherSide = (known: ReadonlySet<string>, id: string, path: string, kind: string): void => {
    if (known.has(id)) return;
    need(known, `${id}_L`, path, kind);
    need(known, `${id}_R`, path, kind);
  };
  for (const { id, from, to } of data.edges) {
    need(nodes, from, `edges.${id}.from`, "node");
    need(nodes, to, `edges.${id}.to`, "node");
  }
  for (const { id, drainage, neighbours } of data.territories) {
    for (const { to } of drainage) need(nodes, to, `territories.${id}.drainage`, "node");
    for (const { territory, watershed } of neighbours) {
      need(territories, territory, `territories.${id}.neighbours`, "territory");
      if (watershed !== null) need(watersheds, watershed, `territories.${id}.neighbours`, "watershed");
    }
  }
  for (const { id, a, b, route, watershed } of data.anastomoses) {
    for (const end of [a, b]) need(nodes, end, `anastomoses.${id}`, "node");
    for (const step of route) need(territories, step, `anastomoses.${id}.route`, "territory");
    if (watershed !== null) need(watersheds, watershed, `anastomoses.${id}.watershed`, "watershed");
  }
  const origins = new Set([...nodes, ...territories]);
  for (const { id, fromIds, to } of data.collectors) {
    for (const from of fromIds) need(origins, from, `collectors.${id}.fromIds`, "territory or node");
    need(nodes, to, `collectors.${id}.to`, "node");
  }
  for (const { id, removes, radiationFibrosis = {}, cutsCollectors = [] } of data.procedures) {
    for (const node of Object.keys(removes)) needEitherSide(nodes, node, `procedures.${id}.removes`, "node");
    for (const node of Object.keys(radiationFibrosis))
      needEitherSide(nodes, node, `procedures.${id}.radiationFibrosis`, "node");
    for (const bundle of cutsCollectors)
      needEitherSide(collectors, bundle, `procedures.${id}.cutsCollectors`, "collector");
  }
  idsOf("lymphosomes", data.lymphosomes);
  const named = data.lymphosomes.flatMap(({ id, nodes: groups }) => groups.map((node) => ({ id: node, of: id })));
  idsOf("lymphosomes.nodes", named);
  for (const { id, of } of named) needEitherSide(nodes, id, `lymphosomes.${of}.nodes`, "node");
  for (const { id } of data.coordinates.nodes) need(nodes, id, "coordinates.nodes", "node");
  for (const { id } of data.coordinates.territories) need(territories, id, "coordinates.territories", "territory");
  const placed = new Set([...data.coordinates.nodes, ...data.coordinates.territories].map(({ id }) => id));
  for (const id of origins) need(placed, id, "coordinates", "position");
}

function checkSources(data: AnatomyData): void {
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, `${path}.${(item as { id?: string } | null)?.id ?? ""}`);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (!/source$/i.test(key)) {
        visit(child, `${path}.${key}`);
        continue;
      }
      for (const name of child as string[]) {
        if (data.sources[name] === undefined) {
          raise("reference/unknown", { path: `${path}.${key}`, value: name, expected: "a key of the list of sources" });
        }
      }
    }
  };
  const { sources: _sources, ...records } = data;
  visit(records, "anatomy");
}

function checkSums(data: AnatomyData): void {
  const leaving = new Map<string, number>();
  for (const { from, share } of data.edges) leaving.set(from, (leaving.get(from) ?? 0) + share);
  for (const { id, kind } of data.nodeGroups) {
    const sum = leaving.get(id) ?? 0;
    const wanted = kind === "sink" ? 0 : 1;
    if (Math.abs(sum - wanted) > tolerance) {
      raise("field/invalid", {
        path: `nodeGroups.${id}`,
        value: sum,
        expected: `shares of its edges sum to ${wanted}`,
      });
    }
  }
  for (const { id, drainage } of data.territories) {
    const sum = drainage.reduce((total, { fraction }) => total + fraction, 0);
    if (Math.abs(sum - 1) > tolerance) {
      raise("field/invalid", { path: `territories.${id}.drainage`, value: sum, expected: "fractions sum to 1" });
    }
  }
}

/** Depth-first search; the depth of a node is the longest way from it to a sink. */
function longestWay(data: AnatomyData): number {
  const next = new Map<string, string[]>();
  for (const { from, to } of data.edges) next.set(from, [...(next.get(from) ?? []), to]);
  const depth = new Map<string, number>();
  const visit = (node: string, trail: readonly string[]): number => {
    const known = depth.get(node);
    if (known !== undefined) return known;
    if (trail.includes(node)) {
      const circle = [...trail.slice(trail.indexOf(node)), node].join(" > ");
      raise("graph/cycle", { path: "edges", value: circle, expected: "drainage that ends at a venous angle" });
    }
    const behind = (next.get(node) ?? []).map((to) => 1 + visit(to, [...trail, node]));
    const deepest = Math.max(0, ...behind);
    depth.set(node, deepest);
    return deepest;
  };
  return Math.max(...data.nodeGroups.map(({ id }) => visit(id, [])));
}

/**
 * Checks the network: schemas, unique ids, every reference and source key, shares and fractions that sum to 1, no
 * circle, left and right equal except where anatomy differs. Run by the tests, not at every start.
 *
 * @returns a summary, or the first mistake with its path and value.
 */
export function checkAnatomy(data: unknown): Result<AnatomySummary> {
  return attempt(() => {
    const parsed = schema.safeParse(data);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return raise("field/invalid", { path: issue?.path.map(String).join(".") ?? "", expected: issue?.message ?? "" });
    }
    const checked: AnatomyData = parsed.data;
    checkReferences(checked);
    checkSources(checked);
    const longest = longestWay(checked);
    checkSums(checked);
    checkMirror(checked);
    return {
      nodes: checked.nodeGroups.length,
      edges: checked.edges.length,
      territories: checked.territories.length,
      longestWay: longest,
      lymphMlPerH: checked.territories.reduce((sum, { lymphFlowMlPerH }) => sum + lymphFlowMlPerH, 0),
    };
  });
}
