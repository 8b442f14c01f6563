/**
 * Flow paths: every way fluid can take between two places, one array per quantity, and the law of each.
 *
 *   P = p_up − p_down + ρ g Δz,   R_s = r_up + r_down + r_fixed          what a law is given
 *   Q(P, R_s, ξ),   ξ̇ = g(P, R_s, ξ, p_tm)                               what it answers
 *
 * | symbol | unit     | meaning                                                            |
 * | ------ | -------- | ------------------------------------------------------------------ |
 * | P      | Pa       | pressure difference over the path, with the weight of its column   |
 * | R_s    | Pa·s·m⁻³ | resistance in series with the valve                                |
 * | p_tm   | Pa       | transmural pressure of the lymphangion upstream: how distended the valve is |
 * | ξ      | –        | state of a valve that has one, 0 closed to 1 open                  |
 * | Δ      | Pa       | drop across the valve alone, P − R_s Q                             |
 *
 * The paths of one law form a group that is evaluated in one pass. A law is one file (valve-*.ts) and one line in
 * valve-laws.ts.
 */
export interface FlowPaths {
  readonly count: number;
  readonly gap: Float64Array;
  readonly series: Float64Array;
  readonly distension: Float64Array;
  /** Place of the path's ξ in the state, −1 without one. */
  readonly stateOf: Int32Array;
  /** Δ of the last solution, Pa: the next search starts from there. */
  readonly drop: Float64Array;
  /**
   * Rows of eight for the paths whose law starts on the tangent of the last solution: its P, ∂Δ/∂P, its R_s, ∂Δ/∂R_s,
   * ½ ∂²Δ/∂P² and ∂Q/∂P. In one array, because a loop over many is slow.
   */
  readonly tangent: Float64Array;
  /** Q, m³/s, and its derivatives by P, R_s and ξ. */
  readonly flow: Float64Array;
  readonly byGap: Float64Array;
  readonly bySeries: Float64Array;
  readonly byState: Float64Array;
  /** ξ̇, 1/s, and its derivatives by P, R_s, ξ and p_tm; zero without a state. */
  readonly rate: Float64Array;
  readonly rateByGap: Float64Array;
  readonly rateBySeries: Float64Array;
  readonly rateByState: Float64Array;
  readonly rateByDistension: Float64Array;
}

/** Paths that share a law. */
export interface PathGroup {
  /** Numbers of the paths. */
  readonly paths: Int32Array;
  /**
   * Writes flow and drop (and rate) from gap, series, distension and state; with `derivatives`, these too. With `asked` (by
   * path) those with a 0 may be left as they are. No allocation.
   */
  evaluate(all: FlowPaths, state: Float64Array, derivatives: boolean, asked?: Uint8Array): void;
  /** Writes ∂Q/∂P of the last evaluation, right to some 1e-6, where the law has it for less than `derivatives` cost. */
  slopes?(all: FlowPaths): void;
}

/** Room for `count` paths, and for tangents where a law asks for them. */
export function createFlowPaths(count: number, tangents = true): FlowPaths {
  const array = () => new Float64Array(count);
  return {
    count,
    gap: array(),
    series: array(),
    distension: array(),
    stateOf: new Int32Array(count).fill(-1),
    drop: array(),
    tangent: new Float64Array(tangents ? 8 * count : 0),
    flow: array(),
    byGap: array(),
    bySeries: array(),
    byState: array(),
    rate: array(),
    rateByGap: array(),
    rateBySeries: array(),
    rateByState: array(),
    rateByDistension: array(),
  };
}

/** Paths without a valve: Q = P / R_s. */
export function tubeGroup(paths: Int32Array): PathGroup {
  return {
    paths,
    evaluate({ gap, series, flow, byGap, bySeries }, _state, derivatives) {
      for (let i = 0; i < paths.length; i++) {
        const e = paths[i]!;
        const conductance = 1 / series[e]!;
        const q = gap[e]! * conductance;
        flow[e] = q;
        if (!derivatives) continue;
        byGap[e] = conductance;
        bySeries[e] = -q * conductance;
      }
    },
  };
}
