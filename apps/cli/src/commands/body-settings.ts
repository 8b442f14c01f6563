import { ok, type Result, runRecord, unitFactor } from "@openlymph/base";
import { averagedSettings } from "@openlymph/physiology";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { significant } from "../output/numbers.ts";
import { pageText, tableBlock } from "../output/page.ts";
import { numbers, words } from "../output/table.ts";

export interface BodySettingsInput {
  readonly json?: boolean | undefined;
}

export const bodySettingsFormat = "openlymph/body-settings@1";

/** The settings of the averaged model in their own units. */
function settings() {
  return averagedSettings.map(({ id, label, dimension, unit, value, range, provenance, source }) => {
    const inUnit = (si: number) => ({ value: Number((si / (unitFactor(dimension, unit) ?? 1)).toPrecision(12)), unit });
    return {
      id,
      label,
      default: inUnit(value),
      lowest: inUnit(range[0]),
      highest: inUnit(range[1]),
      provenance,
      source,
    };
  });
}

/** Lists what `body run --set` may change. */
export async function bodySettingsCommand(
  input: BodySettingsInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const all = settings();
  if (input.json) {
    return ok({
      text: jsonText({ format: bodySettingsFormat, settings: all, record: runRecord(bodySettingsFormat, all) }),
    });
  }
  const table = {
    title: "Settings of the whole-body model",
    columns: [words("id"), numbers("default"), words("range and unit"), words("what"), words("known"), words("from")],
    rows: all.map(({ id, label, default: standard, lowest, highest, provenance, source }) => [
      id,
      significant(standard.value, 6),
      `${significant(lowest.value, 6)} to ${significant(highest.value, 6)}${standard.unit === "1" ? "" : ` ${standard.unit}`}`,
      label,
      provenance,
      source,
    ]),
  };
  return ok({ text: pageText([tableBlock(table)], style) });
}
