import { fail, ok, parseQuantity, type Result } from "@openlymph/base";
import { thresholds } from "../library/thresholds.ts";

const [shortest, longest] = thresholds.guards.circumference_cm;
const expected = `a circumference of ${shortest} to ${longest} cm, as 30.2 cm, or a number where unit: cm is written once`;

/** A reading as it was written, with the unit it was written in. */
export interface Reading {
  /** m. */
  readonly value: number;
  readonly unit: string;
}

/** What a reading outside the range may be meant as. */
function slip(centimetres: number): string {
  const fits = (value: number) => value >= shortest && value <= longest;
  if (centimetres <= 0 || Number.isNaN(centimetres)) return "Read the tape again.";
  if (fits(centimetres / 10)) return `Was it read in millimetres? ${centimetres} mm are ${centimetres / 10} cm.`;
  if (fits(centimetres * 2.54)) return "Was it read in inches? Read the side of the tape with centimetres.";
  return "Read the tape again.";
}

/**
 * A reading such as `30.2 cm`, or a number in the unit of the file.
 *
 * @returns `quantity/unit` without any unit, `param/out-of-range` for what no limb measures, `param/not-finite` for NaN.
 */
export function readReading(written: unknown, unit: string | undefined): Result<Reading> {
  const bare = typeof written === "number";
  if (bare && Number.isFinite(written) && unit === undefined) {
    return fail("quantity/unit", { expected, hint: "Write unit: cm once at the head of the file." });
  }
  const comma = typeof written === "string" && /^\d+,\d+/.test(written.trim());
  const text = bare && Number.isFinite(written) ? `${written} ${unit}` : written;
  const read = parseQuantity(text, "length");
  if (!read.ok) {
    return fail(read.code, { expected, ...(comma ? { hint: "Write a point instead of the comma: 30.2 cm." } : {}) });
  }
  const centimetres = read.value * 100;
  if (!(centimetres >= shortest && centimetres <= longest)) {
    return fail("param/out-of-range", { expected, hint: slip(Number(centimetres.toPrecision(12))) });
  }
  const ownUnit = typeof written === "string" ? (/[a-zµμ"']+$/i.exec(written.trim())?.[0] ?? "") : (unit ?? "");
  return ok({ value: read.value, unit: ownUnit });
}
