import type { RunRecord } from "@openlymph/base";
import type { BodySoluteState, SoluteLayout, WholeBodySeries, WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "./body/body-index.ts";
import type { Tracer } from "./body/tracer.ts";

/** A tracer injected into a typical body with a history, followed for a while. Shares are shares of the whole dose. */
export interface Examination {
  readonly record: RunRecord;
  readonly label: string;
  readonly historyTitle: string;
  readonly tracer: Tracer;
  /** Territories, each of which got the same part of the dose. */
  readonly injected: readonly string[];
  /** s after the injection. */
  readonly times: readonly number[];
  readonly index: BodyIndex;
  readonly healthy: WholeBodyState;
  /** Share of each node group removed, in the order of `index.nodes`. */
  readonly removed: Float64Array;
  /** The body at `times`; its own time counts from `asOf`. */
  readonly body: WholeBodySeries;
  /** The tracer at `times`, and where its cells lie. */
  readonly solute: readonly BodySoluteState[];
  readonly layout: SoluteLayout;
  readonly findings: ExaminationFindings;
  readonly warnings: readonly string[];
}

export interface ExaminationFindings {
  readonly depot: DepotFinding;
  /** Node groups, trunks, ducts and venous angles that saw the tracer, the earliest first. */
  readonly nodes: readonly TracedNode[];
  /** Collector bundles out of the injected territories, the one that carried most first. */
  readonly bundles: readonly TracedBundle[];
  /** Anastomoses that carried tracer, the one that carried most first. */
  readonly detours: readonly TracedDetour[];
  /** Tracer in skin outside the injected territories, the most first; its sum over time. */
  readonly backflow: readonly TracedTerritory[];
  readonly backflowShare: readonly number[];
  readonly blood: BloodFinding;
  /** What is not accounted for, as a share of the dose. */
  readonly error: number;
}

export interface DepotFinding {
  /** Share of the dose in the injected territories at each time. */
  readonly share: readonly number[];
  /** Mean rate of removal over the examination, 1/s. */
  readonly clearance: number;
}

export interface TracedNode {
  readonly node: string;
  readonly name: string;
  readonly kind: "nodeGroup" | "trunk" | "duct" | "cistern" | "sink";
  /** s after the injection; `undefined` where too little came to be seen. */
  readonly arrival: number | undefined;
  /** Share of the dose in it at each time. */
  readonly uptake: readonly number[];
  /** Share of the dose that entered it until the end. */
  readonly entered: number;
}

export interface TracedBundle {
  readonly from: string;
  readonly to: string;
  /** Straight way on the map, m. */
  readonly length: number;
  /** Lymph in it over its flow at the injection, s; `undefined` where none flows toward the node. */
  readonly transit: number | undefined;
  /** When it was first seen at its end, s after the injection. */
  readonly arrival: number | undefined;
  /** Share of the dose that reached its end. */
  readonly carried: number;
}

export interface TracedDetour {
  readonly anastomosis: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly arrival: number | undefined;
  /** Share of the dose that passed it. */
  readonly carried: number;
}

export interface TracedTerritory {
  readonly territory: string;
  readonly name: string;
  /** When it was first seen in its tissue, s after the injection; `undefined` for what lies in a detour that crosses it. */
  readonly arrival: number | undefined;
  /** Share of the dose in its tissue and in detours through its skin at each time. */
  readonly share: readonly number[];
}

export interface BloodFinding {
  /** Share of the dose in the blood at each time. */
  readonly share: readonly number[];
  /** Share of the dose at the end that came by lymph, from nodes, and through capillaries of the tissue. */
  readonly byLymph: number;
  readonly byNodes: number;
  readonly byCapillaries: number;
}
