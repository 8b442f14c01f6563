import { unknownName } from "@openlymph/anatomy";
import { type Dimension, fail, ok, parseQuantity, type Result, unitFactor } from "@openlymph/base";
import { type AveragedParameters, averagedSettings } from "@openlymph/physiology";

/** The range of a setting in its own unit: `0.5 to 2 mmHg`. */
function rangeWords(range: readonly [number, number], dimension: Dimension, unit: string): string {
  const factor = unitFactor(dimension, unit) ?? 1;
  const [low, high] = range.map((si) => String(Number((si / factor).toPrecision(6))));
  return `${low} to ${high}${unit === "1" ? "" : ` ${unit}`}`;
}

/**
 * Settings of the averaged model as written on the command line: `nodeDrop=2 mmHg`.
 *
 * @returns SI values by id; `usage/invalid` without `=`, `reference/unknown` with the known ids, `quantity/unit` for a
 * unit of another dimension, `param/out-of-range` outside the setting's range.
 */
export function readSettings(texts: readonly string[]): Result<Partial<AveragedParameters>> {
  const values: Record<string, number> = {};
  for (const text of texts) {
    const sign = text.indexOf("=");
    if (sign < 1) {
      return fail("usage/invalid", { path: "--set", value: text, expected: 'id=value such as "nodeDrop=2 mmHg"' });
    }
    const id = text.slice(0, sign).trim();
    const written = text.slice(sign + 1).trim();
    const setting = averagedSettings.find((candidate) => candidate.id === id);
    if (setting === undefined) {
      const known = averagedSettings.map((candidate) => candidate.id);
      return unknownName("setting", id, known, "--set");
    }
    const path = `--set ${id}`;
    const read = parseQuantity(written, setting.dimension, path);
    if (!read.ok) return read;
    const [low, high] = setting.range;
    const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    if (read.value < low - slack || read.value > high + slack) {
      const expected = rangeWords(setting.range, setting.dimension, setting.unit);
      return fail("param/out-of-range", { path, value: written, expected });
    }
    values[id] = read.value;
  }
  return ok(values as Partial<AveragedParameters>);
}
