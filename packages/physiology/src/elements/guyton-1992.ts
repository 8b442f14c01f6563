/**
 * Capillaries, tissue and lymph of the whole body as in the Guyton model of 1992: a published module to check ours by.
 *
 *   filtration  VTC = CFC (PC − PPC − PGH + PTC) + VTCPL,   VTCPL = CPK (PC − PCR)₊            (plasma leak)
 *   gel         CHY = (HYL / 5VTS)²,   PGH = PGHF CHY + PTT,   PTC = 2 CHY · Π(CPI) · GCOPF
 *   tissue      PTT = ((VTS − VTS2 − VTSF) / VTSF)²,   PIF = PGH − 2 CHY
 *   lymph       VTL = 0.02 [min(PIF + PLDF − PTT, 7)]₊
 *   oncotic     Π(c) = 0.28 c + 0.0019 c²,   PPC = Π(CPP),   CPP = PRP / VP,   CPI = TSP / VTS
 *
 *   VTS′ = VTC − VTL,   VP′ = −VTS′,   VTS2′ = TSSLTC (TSSLML (VTS − 12) − VTS2)
 *   TSP′ = DPC − CPI VTL,   PRP′ = LPPR − LPK (CPP − CPR)₊⁸ − TSP′,   DPC = CPP VTCPL + 0.00104 (CPP − CPI)
 *
 * Units are those of the publication, since its constants only hold in them: L, min, mmHg, g. Nothing else in the engine
 * calls this; what enters and leaves is converted by the caller.
 *
 * | symbol | value     | unit       | | symbol | value   | unit | | symbol | value    | unit  |
 * | ------ | --------- | ---------- |-| ------ | ------- | ---- |-| ------ | -------- | ----- |
 * | CFC    | 0.0117    | L/min/mmHg | | HYL    | 60      | g    | | LPPR   | 0.03     | g/min |
 * | CPK    | 2.53e-4   | L/min/mmHg | | PGHF   | −2      | mmHg | | LPK    | 2.73e-14 |       |
 * | PCR    | 15        | mmHg       | | GCOPF  | 0.809   | –    | | CPR    | 40       | g/L   |
 * | PLDF   | 4.2       | mmHg       | | VTSF   | 6       | L    | | TSSLML | 0.15     | –     |
 * |        |           |            | |        |         |      | | TSSLTC | 0.005    | /min  |
 *
 * Source of equations, constants and start: the public re-implementation rma/guyton92 (capillary module). Circulation,
 * kidney and lung are not here: the capillary pressure PC is given, and fluid is neither drunk nor lost, so that plasma and
 * tissue share a fixed volume. At rest the tissue then does not depend on that volume: VTC = VTL fixes it.
 */

/** Places of the state: volumes in L, masses in g. */
export const guytonState = {
  tissueVolume: 0,
  slackVolume: 1,
  tissueProtein: 2,
  plasmaVolume: 3,
  plasmaProtein: 4,
} as const;

/** The model's stored start. It is not at rest: it was taken in the course of a run. */
export const guytonStart: readonly number[] = [11.971, -4.1939e-3, 280.61, 2.8711, 206.63];

/** PC of the stored start, mmHg. */
export const guytonCapillaryPressure = 16.822;

/** What the equations give at one state: pressures in mmHg, flows in L/min, concentrations in g/L, protein in g/min. */
export interface GuytonFlows {
  readonly plasmaConcentration: number;
  readonly tissueConcentration: number;
  /** PPC. */
  readonly plasmaOncotic: number;
  /** PTC. */
  readonly tissueOncotic: number;
  /** PTT. */
  readonly totalTissuePressure: number;
  /** PGH. */
  readonly gelPressure: number;
  /** PIF. */
  readonly freeFluidPressure: number;
  /** VTC. */
  readonly filtration: number;
  /** VTL. */
  readonly lymph: number;
  /** DPC. */
  readonly proteinFiltration: number;
  /** LPPR − LPK (CPP − CPR)₊⁸. */
  readonly proteinProduction: number;
}

const oncotic = (c: number) => 0.28 * c + 0.0019 * c * c;

/** Pressures and flows at a state and a capillary pressure (mmHg). */
export function guytonFlows(state: ArrayLike<number>, capillaryPressure: number): GuytonFlows {
  const tissueVolume = state[guytonState.tissueVolume]!;
  const plasmaConcentration = state[guytonState.plasmaProtein]! / state[guytonState.plasmaVolume]!;
  const tissueConcentration = state[guytonState.tissueProtein]! / tissueVolume;
  const gel = (60 / tissueVolume / 5) ** 2;
  const totalTissuePressure = ((tissueVolume - state[guytonState.slackVolume]! - 6) / 6) ** 2;
  const gelPressure = -2 * gel + totalTissuePressure;
  const freeFluidPressure = gelPressure - 2 * gel;
  const plasmaOncotic = oncotic(plasmaConcentration);
  const tissueOncotic = 2 * gel * oncotic(tissueConcentration) * 0.809;
  const leak = 2.53e-4 * Math.max(0, capillaryPressure - 15);
  const filtration = 0.0117 * (capillaryPressure - plasmaOncotic - gelPressure + tissueOncotic) + leak;
  return {
    plasmaConcentration,
    tissueConcentration,
    plasmaOncotic,
    tissueOncotic,
    totalTissuePressure,
    gelPressure,
    freeFluidPressure,
    filtration,
    lymph: 0.02 * Math.max(0, Math.min(freeFluidPressure + 4.2 - totalTissuePressure, 7)),
    proteinFiltration: leak * plasmaConcentration + 0.00104 * (plasmaConcentration - tissueConcentration),
    proteinProduction: 0.03 - 2.73e-14 * Math.max(0, plasmaConcentration - 40) ** 8,
  };
}

/** Rates of the state, per minute, into `out`. */
export function guytonRates(state: ArrayLike<number>, capillaryPressure: number, out: Float64Array): void {
  const flows = guytonFlows(state, capillaryPressure);
  const gained = flows.filtration - flows.lymph;
  const protein = flows.proteinFiltration - flows.tissueConcentration * flows.lymph;
  const slack = state[guytonState.slackVolume]!;
  out[guytonState.tissueVolume] = gained;
  out[guytonState.slackVolume] = 0.005 * (0.15 * (state[guytonState.tissueVolume]! - 12) - slack);
  out[guytonState.tissueProtein] = protein;
  out[guytonState.plasmaVolume] = -gained;
  out[guytonState.plasmaProtein] = flows.proteinProduction - protein;
}
