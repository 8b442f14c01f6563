/**
 * What a run of the whole body leaves behind: its state at chosen times, as flat arrays in SI.
 *
 * The order of every array is that of `BodyIndex`; the flows are signed along the direction the index names.
 */

export interface BodyIndex {
  readonly territories: readonly string[];
  readonly nodes: readonly string[];
  /** Collector bundles from a territory to a node. */
  readonly drains: readonly { readonly from: string; readonly to: string }[];
  /** Vessels between nodes, trunks and ducts; ends at a venous angle `VA_L` or `VA_R`. */
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly anastomoses: readonly { readonly id: string; readonly a: string; readonly b: string }[];
  /** Tissue links between neighbouring territories; `watershed` is the line crossed, or `null`. */
  readonly links: readonly { readonly a: string; readonly b: string; readonly watershed: string | null }[];
}

export interface BodyState {
  /** Seconds since the run began. */
  readonly time: number;
  /** Interstitial fluid of each territory, m³. */
  readonly volume: Float64Array;
  /** Interstitial protein concentration of each territory, kg/m³ (= g/L). */
  readonly protein: Float64Array;
  /** Elastic interstitial pressure of each territory, Pa. */
  readonly interstitialPressure: Float64Array;
  /** Net filtration into each territory, m³/s. */
  readonly filtration: Float64Array;
  /** Flow through each collector bundle, m³/s. */
  readonly drainFlow: Float64Array;
  /** Lymph pressure in each node, trunk and duct, Pa. */
  readonly nodePressure: Float64Array;
  /** Lymph entering each node, m³/s. */
  readonly nodeInflow: Float64Array;
  /** Fluid each node gives back to the blood, m³/s. */
  readonly nodeAbsorbed: Float64Array;
  /** Protein concentration of the lymph in each node, kg/m³. */
  readonly nodeProtein: Float64Array;
  /** Flow along each edge, m³/s. */
  readonly edgeFlow: Float64Array;
  /** Flow a → b through each anastomosis, m³/s. */
  readonly anastomosisFlow: Float64Array;
  /** Flow a → b through each tissue link, m³/s. */
  readonly tissueFlow: Float64Array;
}

/** Fluid and protein booked over a whole run; what does not add up is the error. */
export interface MassBalance {
  /** m³ that passed through the body: filtration in, or lymph and absorption out, whichever is larger. */
  readonly fluidThroughput: number;
  /** (stored − in + out) / throughput. */
  readonly fluidError: number;
  /** kg. */
  readonly proteinThroughput: number;
  readonly proteinError: number;
}

export interface BodySeries {
  readonly states: readonly BodyState[];
  readonly balance: MassBalance;
  readonly steps: number;
}
