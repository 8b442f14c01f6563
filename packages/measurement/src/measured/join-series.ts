import { fail, ok, type Result } from "@openlymph/base";
import type { Series } from "../series/series.ts";

const tolerance = 1e-6;

function sameMarks(a: Series, b: Series): boolean {
  const [one, other] = [a.protocol, b.protocol];
  const close = (height: number, i: number) => Math.abs(height - (other.heights[i] ?? Number.NaN)) < tolerance;
  return one.model === other.model && one.heights.length === other.heights.length && one.heights.every(close);
}

function marksWords({ protocol: { model, heights, start } }: Series): string {
  const steps = [...new Set(heights.map((height) => (100 * height).toFixed(1)))].join("/");
  return `${model}, ${heights.length} segments of ${steps} cm, start ${start}`;
}

/**
 * Two files about the same limb as one series, the second after the first.
 *
 * @returns `field/invalid` where limb, affected side, model or marks differ: their numbers cannot be compared.
 */
export function joinSeries(a: Series, b: Series, file: string): Result<Series> {
  if (a.limb !== b.limb) return fail("field/invalid", { file, path: "limb", value: b.limb, expected: a.limb });
  const affected = a.affected ?? b.affected;
  if ((b.affected ?? affected) !== affected) {
    return fail("field/invalid", { file, path: "affected", value: b.affected, expected: String(affected) });
  }
  const sameStart = a.protocol.id === b.protocol.id || a.protocol.start === b.protocol.start;
  if (!sameMarks(a, b) || !sameStart) {
    return fail("field/invalid", {
      file,
      path: "protocol",
      value: marksWords(b),
      expected: `the marks of the other file: ${marksWords(a)}`,
      hint: "Volumes of different marks or models cannot be compared.",
    });
  }
  const last = a.measurements.at(-1)?.at;
  const first = b.measurements[0]?.at;
  if (last !== undefined && first !== undefined && first.seconds < last.seconds) {
    return fail("field/invalid", { file, path: "measurements[0].at", expected: "a time after the file before it" });
  }
  const sessions = [...a.sessions, ...b.sessions].sort((one, other) => one.at.seconds - other.at.seconds);
  return ok({
    ...a,
    ...(affected === undefined ? {} : { affected }),
    measurements: [...a.measurements, ...b.measurements],
    sessions,
    consentToPooling: a.consentToPooling && b.consentToPooling,
  });
}
