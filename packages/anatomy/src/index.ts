export { type Anatomy, type AnatomyData, type AnatomyIndex, anatomy, anatomyData, anatomyOf } from "./anatomy.ts";
export { type AnatomySummary, checkAnatomy } from "./check.ts";
export { type AnatomyRecord, type Estimate, estimates, isEstimate, sourcesOf } from "./estimates.ts";
export { type Limb, limbOf, limbOfSegment, limbs, limbTerritories, limbVolume } from "./limb.ts";
export { findRecord, unknownName } from "./lookup.ts";
export { lymphosomeOf, type TerritoryLymphosome } from "./lymphosome.ts";
export { type MapPoint, mapDirection, mapDistance, nodePoint, referenceHeight, territoryPoint } from "./map.ts";
export { type NeighbourAcross, neighboursAcross } from "./neighbours.ts";
export { type NextNode, type NextNodeOptions, nextNode } from "./next-node.ts";
export {
  combinedEffect,
  type OperatedSide,
  type ProcedureEffect,
  type ProcedurePart,
  procedureEffect,
  procedureParts,
} from "./procedure-effect.ts";
export { type Hop, type Route, type RouteOptions, routeToVenousAngle, type Way } from "./route.ts";
export type { Anastomosis } from "./schema/anastomosis.ts";
export type { Collector } from "./schema/collector.ts";
export type { Immutable, Side } from "./schema/common.ts";
export type { Coordinates, View } from "./schema/coordinates.ts";
export type { Edge } from "./schema/edge.ts";
export type { Flows } from "./schema/flows.ts";
export type { Lymphosome } from "./schema/lymphosome.ts";
export type { NodeGroup } from "./schema/node-group.ts";
export type { Observation } from "./schema/observation.ts";
export type { Procedure } from "./schema/procedure.ts";
export type { Source } from "./schema/source.ts";
export type { Territory } from "./schema/territory.ts";
export type { Watershed } from "./schema/watershed.ts";
export { mirrored, sided, sideOf, withoutSide } from "./side.ts";
