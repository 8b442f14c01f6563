import { day, hour, minute, mL, mLPerHour, mmHg } from "@openlymph/base";
import { words } from "../words.ts";

const minus = "\u2212";
/** Keeps a number and its unit on one line. */
const thin = "\u00a0";

/** By digits after the point: making one takes as long as writing a hundred numbers with it. */
const formats: Intl.NumberFormat[] = [];

function fixed(value: number, digits: number): string {
  formats[digits] ??= new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const text = formats[digits].format(Math.abs(value));
  const zero = !/[1-9]/.test(text);
  return value < 0 && !zero ? `${minus}${text}` : text;
}

function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  return text.startsWith(minus) || !/[1-9]/.test(text) ? text : `+${text}`;
}

function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

/** A volume in mL, `412 mL`; one digit more for small ones. */
export function volumeText(cubicMetres: number, digits = digitsFor(cubicMetres / mL)): string {
  return `${fixed(cubicMetres / mL, digits)}${thin}mL`;
}

/** A change of volume with its sign, `−0.17 mL`. */
export function changeText(cubicMetres: number, digits = 2): string {
  return `${signed(cubicMetres / mL, digits)}${thin}mL`;
}

export function pressureText(pascal: number, digits = 0): string {
  return `${fixed(pascal / mmHg, digits)}${thin}mmHg`;
}

/** A length in mm, `11.5 mm`. */
export function lengthText(metres: number): string {
  return `${fixed(metres * 1e3, 1)}${thin}mm`;
}

export function flowText(flow: number): string {
  const value = flow / mLPerHour;
  return `${fixed(value, digitsFor(value))}${thin}mL/h`;
}

/** 0.316 → `32 %`. */
export function percentText(share: number, digits = 0): string {
  return `${fixed(100 * share, digits)}${thin}%`;
}

/** Flow over healthy flow: `1.0 ×`. */
export function timesText(ratio: number): string {
  return `${fixed(ratio, Math.abs(ratio) >= 10 ? 0 : 1)}${thin}×`;
}

/** Minutes and seconds of a session, `1:52`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A length of time in the unit a person would use: `40 s`, `4 min`, `3.5 h`, `9 weeks`, `2 years`. */
export function spanText(seconds: number): string {
  const { units } = words;
  const steps = [
    [364 * day, 364 * day, units.years],
    [7 * day, 14 * day, units.weeks],
    [day, 2 * day, units.days],
    [hour, hour, units.hours],
    [minute, 2 * minute, units.minutes],
  ] as const;
  const found = steps.find(([, from]) => Math.abs(seconds) >= from * 0.999);
  if (found === undefined) return `${fixed(seconds, seconds < 1 ? 1 : 0)}${thin}${units.seconds(1)}`;
  const [size, , unit] = found;
  const value = seconds / size;
  const rounded = value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${fixed(rounded, Number.isInteger(rounded) ? 0 : 1)}${thin}${unit(rounded)}`;
}
