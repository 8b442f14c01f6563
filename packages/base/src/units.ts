/**
 * Units of measurement: the clinical and laboratory units people write, each with its factor to SI.
 *
 * Inside the program every number is SI (Pa, m, s, m³, kg). A unit appears only where a number enters or leaves.
 * Factors: 1 mmHg = 133.322 Pa, 1 cmH2O = 98.0665 Pa (conventional values, NIST SP 811, 2008, appendix B).
 */

export const mmHg = 133.322;
export const cmH2O = 98.0665;
export const mL = 1e-6;
export const minute = 60;
export const hour = 3600;
export const day = 86400;
export const mLPerHour = mL / hour;
/** 1 g/L equals 1 kg/m³. */
export const gPerL = 1;

const degree = Math.PI / 180;

/** Units by dimension; the first of each is what a number is shown in when nothing else is asked for. */
export const units = {
  pressure: { mmHg, Pa: 1, kPa: 1e3, hPa: 100, cmH2O, "dyn/cm2": 0.1 },
  flow: {
    "mL/h": mLPerHour,
    "mL/min": mL / minute,
    "uL/min": 1e-9 / minute,
    "uL/h": 1e-9 / hour,
    "L/day": 1e-3 / day,
    "m3/s": 1,
  },
  volume: { mL, L: 1e-3, uL: 1e-9, nL: 1e-12, m3: 1, cm3: 1e-6 },
  length: { mm: 1e-3, um: 1e-6, cm: 1e-2, m: 1 },
  time: { s: 1, ms: 1e-3, min: minute, h: hour, d: day, day, week: 7 * day },
  frequency: { "/min": 1 / minute, Hz: 1, "/s": 1, "/h": 1 / hour },
  angle: { deg: degree, rad: 1 },
  concentration: { "g/L": gPerL, "g/dL": 10, "kg/m3": 1, "mg/mL": 1, "mg/L": 1e-3, "ug/mL": 1e-3, "ng/mL": 1e-6 },
  mass: { g: 1e-3, mg: 1e-6, ug: 1e-9, ng: 1e-12, kg: 1 },
  /** Things that are counted, such as bacteria: colony-forming units. */
  count: { cfu: 1 },
  countConcentration: { "cfu/mL": 1e6, "cfu/L": 1e3, "cfu/m3": 1 },
  area: { cm2: 1e-4, mm2: 1e-6, um2: 1e-12, m2: 1 },
  /** A difference of temperatures, never a temperature. */
  temperatureDifference: { K: 1 },
  tension: { "N/m": 1, "mN/m": 1e-3, "dyn/cm": 1e-3 },
  viscosity: { cP: 1e-3, "Pa.s": 1, "mPa.s": 1e-3 },
  resistance: { "Pa.s/m3": 1, "dyn.s/cm5": 1e5, "mmHg.h/mL": mmHg / mLPerHour },
  conductance: { "mL/h/mmHg": mLPerHour / mmHg, "m3/s/Pa": 1 },
  compliance: { "mL/mmHg": mL / mmHg, "m3/Pa": 1 },
  perPressure: { "/Pa": 1, "cm2/dyn": 10, "/mmHg": 1 / mmHg },
  perPressureTime: { "/Pa/s": 1, "/mmHg/s": 1 / mmHg },
  velocity: { "mm/s": 1e-3, "cm/s": 1e-2, "m/s": 1, "cm/min": 1e-2 / minute },
  fraction: { "%": 0.01, "1": 1 },
} as const satisfies Record<string, Record<string, number>>;

export type Dimension = keyof typeof units;
export type UnitOf<D extends Dimension> = keyof (typeof units)[D] & string;

/** Spellings people also use, mapped to the one in the table. */
const spellings: Record<string, string> = {
  mmhg: "mmHg",
  "mm[Hg]": "mmHg",
  μm: "um",
  µm: "um",
  "μL/min": "uL/min",
  "µL/min": "uL/min",
  "ml/h": "mL/h",
  "ml/min": "mL/min",
  ml: "mL",
  l: "L",
  "l/day": "L/day",
  "L/d": "L/day",
  "dyn/cm²": "dyn/cm2",
  cmH20: "cmH2O",
  "per min": "/min",
  "1/min": "/min",
  min: "min",
  minutes: "min",
  minute: "min",
  hours: "h",
  hour: "h",
  days: "d",
  weeks: "week",
  "°": "deg",
  "°C": "K",
  degC: "K",
  "1/Pa/s": "/Pa/s",
  "1/(Pa s)": "/Pa/s",
  "μg/mL": "ug/mL",
  "µg/mL": "ug/mL",
  μg: "ug",
  µg: "ug",
};

/** The factor from `unit` to SI, or `undefined` when the unit does not belong to the dimension. */
export function unitFactor(dimension: Dimension, unit: string): number | undefined {
  const table: Record<string, number> = units[dimension];
  if (Object.hasOwn(table, unit)) return table[unit];
  const spelled = Object.hasOwn(spellings, unit) ? spellings[unit] : undefined;
  return spelled === undefined || !Object.hasOwn(table, spelled) ? undefined : table[spelled];
}
