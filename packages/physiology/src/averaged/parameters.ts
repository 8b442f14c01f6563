import { type Dimension, day, hour, mL, mLPerHour, mmHg, type ProvenanceTag, raise, toUnit } from "@openlymph/base";

/** A setting of the averaged model that describes itself: form, help, documentation and checks come from it. */
export interface AveragedSetting {
  readonly id: string;
  readonly symbol: string;
  readonly label: string;
  readonly dimension: Dimension;
  readonly unit: string;
  /** SI. */
  readonly value: number;
  /** Accepted range in SI. */
  readonly range: readonly [number, number];
  readonly provenance: ProvenanceTag;
  readonly source: string;
}

const setting = <const Id extends string>(
  id: Id,
  symbol: string,
  label: string,
  dimension: Dimension,
  unit: string,
  factor: number,
  [value, low, high]: readonly [number, number, number],
  provenance: ProvenanceTag,
  source: string,
): AveragedSetting & { readonly id: Id } => ({
  id,
  symbol,
  label,
  dimension,
  unit,
  value: value * factor,
  range: [low * factor, high * factor],
  provenance,
  source,
});

const conductance = mLPerHour / mmHg;

/** Every setting of the whole-body averaged model with its default, range and source. */
export const averagedSettings = [
  setting(
    "plasmaProtein",
    "cp",
    "protein in plasma",
    "concentration",
    "g/L",
    1,
    [72, 40, 90],
    "source",
    "Guyton 1992 model, initial state",
  ),
  setting(
    "netFiltration",
    "dpNet",
    "net filtration pressure",
    "pressure",
    "mmHg",
    mmHg,
    [0.64, 0.3, 1.5],
    "computed",
    "leg balance of the averaged model",
  ),
  setting(
    "tissuePressure",
    "p0",
    "resting tissue pressure",
    "pressure",
    "mmHg",
    mmHg,
    [-1, -4, 0],
    "source",
    "Aukland and Reed 1993: 0 to -4 mmHg",
  ),
  setting(
    "pumpReserve",
    "rho",
    "pump reserve: largest flow over resting flow",
    "fraction",
    "1",
    1,
    [4, 2, 10],
    "assumed",
    "within 2 to 5 of the resolved chain",
  ),
  setting(
    "fillingWidth",
    "wS",
    "width of the filling curve",
    "pressure",
    "mmHg",
    mmHg,
    [1, 0.5, 3],
    "assumed",
    "own estimate",
  ),
  setting(
    "afterloadHalf",
    "x50",
    "afterload that halves the flow",
    "pressure",
    "mmHg",
    mmHg,
    [21.5, 8, 50],
    "computed",
    "fit of the resolved chain, N = 10",
  ),
  setting(
    "afterloadWidth",
    "wA",
    "width of the afterload curve",
    "pressure",
    "mmHg",
    mmHg,
    [8, 3, 20],
    "computed",
    "fit of the resolved chain, N = 10",
  ),
  setting(
    "venousPressure",
    "Pv",
    "pressure at the venous angle",
    "pressure",
    "mmHg",
    mmHg,
    [5, 2, 25],
    "assumed",
    "own estimate",
  ),
  setting(
    "nodeDrop",
    "dnode",
    "pressure fall along one node group",
    "pressure",
    "mmHg",
    mmHg,
    [1, 0.5, 2],
    "assumed",
    "whole limb basin about 3 mmHg",
  ),
  setting(
    "trunkDrop",
    "dtrunk",
    "pressure fall along one trunk or duct",
    "pressure",
    "mmHg",
    mmHg,
    [0.3, 0.1, 1],
    "assumed",
    "own estimate",
  ),
  setting("valveLeak", "l", "leak of a closed valve", "fraction", "1", 1, [1e-3, 1e-5, 0.5], "assumed", "own estimate"),
  setting(
    "valveWidth",
    "w",
    "width of a valve's opening",
    "pressure",
    "mmHg",
    mmHg,
    [0.2, 0.02, 2],
    "assumed",
    "numerical smoothing",
  ),
  setting(
    "anastomosisConductance",
    "g0",
    "conductance of an anastomosis of relative size 1",
    "conductance",
    "mL/h/mmHg",
    conductance,
    [0.03, 0, 3],
    "assumed",
    "free parameter, no measurement found",
  ),
  setting(
    "anastomosisWidth",
    "wAn",
    "width of an anastomosis's opening",
    "pressure",
    "mmHg",
    mmHg,
    [2, 0.2, 10],
    "assumed",
    "numerical smoothing",
  ),
  setting(
    "tissueConductance",
    "Gt",
    "conductance between neighbouring territories",
    "conductance",
    "mL/h/mmHg",
    conductance,
    [0.03, 0, 30],
    "assumed",
    "0.3 follows from mouse skin (Baish)",
  ),
  setting(
    "tissueExponent",
    "nh",
    "growth of tissue conductance with swelling",
    "fraction",
    "1",
    1,
    [1, 0, 3],
    "assumed",
    "own estimate",
  ),
  setting(
    "envelope",
    "E",
    "stiffening of the skin envelope of very full tissue",
    "pressure",
    "mmHg",
    mmHg,
    [0.5, 0, 10],
    "assumed",
    "no measured curve goes so far",
  ),
  setting(
    "envelopeOnset",
    "xe",
    "tissue fluid over the healthy one at which the envelope begins to stiffen",
    "fraction",
    "1",
    1,
    [8, 3, 20],
    "assumed",
    "above the fullest tissue of the reference cases",
  ),
  setting(
    "openConductance",
    "Gopen",
    "flow through collectors whose valves do not close, over their resting flow, at 1 mmHg",
    "fraction",
    "1",
    1,
    [2.7, 0.1, 20],
    "computed",
    "viscous resistance of 40 human lymphangions with open valves, 10 collectors to an arm",
  ),
  setting("plasmaVolume", "Vp0", "plasma volume", "volume", "L", 1e-3, [3, 1.5, 5], "textbook", "plasma of an adult"),
  setting(
    "plasmaFeedback",
    "phi",
    "share of the change of plasma that capillaries feel",
    "fraction",
    "1",
    1,
    [0, 0, 1],
    "assumed",
    "0: the circulation holds capillary pressure and plasma protein as they are",
  ),
  setting(
    "vascularCompliance",
    "C",
    "growth of blood volume with pressure",
    "compliance",
    "mL/mmHg",
    mL / mmHg,
    [160, 50, 500],
    "textbook",
    "2 to 3 mL/mmHg per kg of body weight",
  ),
  setting(
    "fluidBalanceTime",
    "tauV",
    "time in which kidneys and drink bring plasma volume back",
    "time",
    "h",
    hour,
    [12, 1, 1e5],
    "assumed",
    "own estimate",
  ),
  setting(
    "proteinBalanceTime",
    "tauM",
    "time in which the liver brings plasma protein back",
    "time",
    "d",
    day,
    [27, 1, 1e4],
    "textbook",
    "half-life of albumin about 19 days",
  ),
  setting(
    "pumpRecovery",
    "tauR",
    "time in which a pump recovers its strength",
    "time",
    "d",
    day,
    [90, 7, 2000],
    "assumed",
    "own estimate",
  ),
  setting(
    "pumpFatigue",
    "tauW",
    "time in which a pump under twice too high a load loses its strength",
    "time",
    "d",
    day,
    [180, 7, 5000],
    "assumed",
    "weeks to months",
  ),
  setting(
    "pumpOverload",
    "Lmax",
    "afterload over the healthy one that a pump bears for good",
    "fraction",
    "1",
    1,
    [2, 1.1, 6],
    "assumed",
    "own estimate",
  ),
  setting(
    "scarTime",
    "tauS",
    "time in which tissue at twice its fluid scars by its own volume",
    "time",
    "d",
    day,
    [365, 30, 1e4],
    "assumed",
    "months to years",
  ),
  setting(
    "scarRecovery",
    "tauF",
    "time in which scars go back",
    "time",
    "d",
    day,
    [1095, 30, 1e5],
    "assumed",
    "own estimate",
  ),
] as const;

export type AveragedParameterId = (typeof averagedSettings)[number]["id"];
/** Values of all settings in SI. */
export type AveragedParameters = Readonly<Record<AveragedParameterId, number>>;

/**
 * The default parameters in SI, with the given ones replaced.
 *
 * Raises `param/out-of-range` for a value outside the range of its setting, `reference/unknown` for a name that is none.
 */
export function averagedParameters(changes: Partial<AveragedParameters> = {}): AveragedParameters {
  const ids: readonly string[] = averagedSettings.map(({ id }) => id);
  const stray = Object.keys(changes).find((id) => !ids.includes(id));
  if (stray !== undefined) raise("reference/unknown", { path: stray, expected: `one of ${ids.join(", ")}` });
  const values = averagedSettings.map(({ id, value, range, unit, dimension }) => {
    const chosen = changes[id] ?? value;
    if (!(chosen >= range[0] && chosen <= range[1])) {
      const [low, high] = range.map((end) => toUnit(end, dimension, unit as never));
      raise("param/out-of-range", { path: id, value: chosen, expected: `${low} to ${high} ${unit}` });
    }
    return [id, chosen] as const;
  });
  return Object.fromEntries(values) as AveragedParameters;
}
