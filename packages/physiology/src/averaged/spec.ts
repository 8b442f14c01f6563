/**
 * A whole body for the averaged model, as a graph with its healthy flows. The model knows no anatomy: who drains where,
 * and what anything is called, is handed in.
 */

export interface CompartmentSpec {
  readonly id: string;
  /** Healthy interstitial volume, m³. */
  readonly volume: number;
  /** Healthy lymph flow after the nodes, m³/s. */
  readonly postNodalFlow: number;
  /** Healthy protein of tissue fluid and lymph, kg/m³. */
  readonly protein: number;
  /** Reflection coefficient of its capillaries for protein. */
  readonly reflection: number;
  /** Slope of the pressure–volume curve once swollen, Pa. */
  readonly swollenSlope: number;
}

/** `group`: a lymph node group; `conduit`: trunk, duct or cistern; `outlet`: where lymph joins the blood. */
export type JunctionKind = "group" | "conduit" | "outlet";

export interface JunctionSpec {
  readonly id: string;
  readonly kind: JunctionKind;
  /** The same place on the other side of the body; both get the same resting pressure. */
  readonly mirror?: string | undefined;
}

export interface WholeBodySpec {
  readonly compartments: readonly CompartmentSpec[];
  readonly junctions: readonly JunctionSpec[];
  /** Collector bundles; the fractions of one compartment sum to 1. */
  readonly drains: readonly { readonly from: string; readonly to: string; readonly fraction: number }[];
  /** Vessels between junctions; the shares of one junction sum to 1. */
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly share: number;
  }[];
  readonly anastomoses: readonly {
    readonly id: string;
    readonly a: string;
    readonly b: string;
    /** Conductance relative to the parameter `anastomosisConductance`. */
    readonly relative: number;
    readonly forward: boolean;
    readonly backward: boolean;
    /** Opening pressure, Pa. */
    readonly opening: number;
  }[];
  /** Neighbouring compartments; `resistance` multiplies the resistance of the tissue between them. */
  readonly links: readonly { readonly a: string; readonly b: string; readonly resistance: number }[];
}
