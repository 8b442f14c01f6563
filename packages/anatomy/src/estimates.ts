import { anatomy } from "./anatomy.ts";
import type { Anastomosis } from "./schema/anastomosis.ts";
import type { Collector } from "./schema/collector.ts";
import type { Edge } from "./schema/edge.ts";
import type { NodeGroup } from "./schema/node-group.ts";
import type { Procedure } from "./schema/procedure.ts";
import type { Source } from "./schema/source.ts";
import type { Territory } from "./schema/territory.ts";
import type { Watershed } from "./schema/watershed.ts";

export type AnatomyRecord = NodeGroup | Edge | Territory | Watershed | Anastomosis | Collector | Procedure;

/** One field of a record that is not a measured or textbook fact, and what it rests on instead. */
export interface Estimate {
  readonly field: string;
  readonly basis: string;
}

/** The sources of a record, resolved: citation, address, licence, and how far each was read. */
export function sourcesOf(record: { readonly source: readonly string[] }): readonly (Source & { key: string })[] {
  return record.source.flatMap((key) => {
    const source = anatomy.sources[key];
    return source === undefined ? [] : [{ key, ...source }];
  });
}

function isOwn(keys: readonly string[]): boolean {
  return keys.some((key) => ["assumed", "computed"].includes(anatomy.sources[key]?.status ?? "assumed"));
}

/**
 * What is estimated in a record.
 *
 * The share of an edge, the fractions and the flow of a territory, the resistance of a watershed, the conductance of
 * an anastomosis and the removal shares of a procedure are the project's own estimates throughout; counts and
 * spacings of collectors and node counts are textbook values with wide bounds.
 */
export function estimates(record: AnatomyRecord): readonly Estimate[] {
  if ("shareSource" in record) {
    return isOwn(record.shareSource) ? [{ field: "share", basis: "own estimate; the way itself is textbook" }] : [];
  }
  if ("drainage" in record) {
    const certain = record.drainage.length === 1;
    return [
      ...(certain ? [] : [{ field: "drainage", basis: record.fractionBasis }]),
      { field: "lymphFlowMlPerH", basis: "share of a regional budget chosen to meet published totals" },
    ];
  }
  if ("resistanceFactorGuess" in record) {
    return [{ field: "resistanceFactorGuess", basis: record.resistanceNote }];
  }
  if ("relativeConductance" in record) {
    const basis = record.evidence === "" ? "own estimate" : `own estimate, having read: ${record.evidence}`;
    return [{ field: "relativeConductance", basis }];
  }
  if ("lymphangionMm" in record) {
    return [
      { field: "count", basis: "textbook value within the stated bounds" },
      { field: "lymphangionMm", basis: "textbook valve spacing; no human measurement was read" },
    ];
  }
  if ("removes" in record) {
    const fields = ["removes", ...(record.radiationFibrosis === undefined ? [] : ["radiationFibrosis"])];
    return fields.map((field) => ({ field, basis: "own estimate from what the operation or field covers" }));
  }
  return record.nodeCount === null ? [] : [{ field: "nodeCount", basis: "textbook value within the stated bounds" }];
}

/** Whether any number in the record is an estimate. */
export function isEstimate(record: AnatomyRecord): boolean {
  return estimates(record).length > 0;
}
