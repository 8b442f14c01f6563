import type { RunRecord } from "@openlymph/base";
import type { ElementaryEffect, SobolIndex } from "@openlymph/study";
import { fixed, significant } from "../output/numbers.ts";
import { type Block, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import type { Study } from "./read-study.ts";
import { headOf } from "./study-setup.ts";

/** What `openlymph sensitivity --json` prints; a method the study does not ask for is absent. */
export interface SensitivityReport {
  readonly format: "openlymph/sensitivity@1";
  readonly title: string;
  /** Per cent of the output for one per cent of the parameter, around the values in `at`. */
  readonly local?:
    | {
        readonly at: readonly { readonly parameter: string; readonly value: number; readonly unit: string }[];
        readonly entries: readonly {
          readonly output: string;
          readonly parameter: string;
          readonly normalised: number;
          readonly error: number;
          /** The model's own derivative, where it has one, and whether the difference agrees with it. */
          readonly exact?: { readonly normalised: number; readonly agrees: boolean } | undefined;
        }[];
      }
    | undefined;
  /** Effects in the unit of the output, over the whole range of the parameter. */
  readonly morris?:
    | {
        readonly trajectories: number;
        readonly seed: number;
        readonly entries: readonly (ElementaryEffect & { readonly output: string; readonly unit: string })[];
      }
    | undefined;
  readonly sobol?:
    | {
        readonly blocks: number;
        readonly seed: number;
        readonly outputs: readonly {
          readonly output: string;
          readonly unit: string;
          readonly mean: number;
          readonly sd: number;
          /** Blocks left out because a point of theirs failed. */
          readonly dropped: number;
          readonly indices: readonly SobolIndex[];
        }[];
      }
    | undefined;
  readonly record: RunRecord;
}

function localTable({ at, entries }: NonNullable<SensitivityReport["local"]>): Table {
  const place = at.map(
    ({ parameter, value, unit }) => `${parameter} ${significant(value, 4)}${unit === "1" ? "" : ` ${unit}`}`,
  );
  const checked = entries.some(({ exact }) => exact !== undefined);
  return {
    title: "Local: per cent of the output for one per cent of the parameter",
    about: `Around ${place.join(", ")}; by central differences with Richardson's table, the error estimated from it.`,
    columns: [
      words("output"),
      words("parameter"),
      numbers("%/%"),
      numbers("error"),
      ...(checked ? [numbers("exact"), words("checked against differences")] : []),
    ],
    rows: entries.map(({ output, parameter, normalised, error, exact }) => [
      output,
      parameter,
      significant(normalised, 4),
      significant(error, 1),
      ...(exact === undefined ? [] : [significant(exact.normalised, 4), exact.agrees ? "agrees" : "differs"]),
    ]),
  };
}

function morrisTable({ trajectories, entries }: NonNullable<SensitivityReport["morris"]>): Table {
  return {
    title: "Elementary effects (Morris): change of the output over the whole range",
    about: `${trajectories} trajectories. A spread beside the size means that the effect bends or depends on the others.`,
    columns: [
      words("output"),
      words("parameter"),
      numbers("size, mean |d|"),
      numbers("± error"),
      numbers("mean d"),
      numbers("spread"),
    ],
    rows: entries.map(({ output, unit, parameter, meanAbsolute, standardError, mean, sd }) => [
      headOf(output, unit),
      parameter,
      ...[meanAbsolute, standardError, mean, sd].map((value) => significant(value, 3)),
    ]),
  };
}

const range = ([low, high]: readonly [number, number]) => `${fixed(low, 2)} to ${fixed(high, 2)}`;

function sobolTable({ blocks, outputs }: NonNullable<SensitivityReport["sobol"]>): Table {
  const dropped = outputs.reduce((most, output) => Math.max(most, output.dropped), 0);
  const lost = dropped === 0 ? "" : ` ${dropped} blocks hold a point that could not be computed and are left out.`;
  return {
    title: "Share of the variance (Sobol)",
    about: `${blocks} blocks, parameters independent and uniform over their ranges (of the logarithm on a log scale); 95 % intervals by bootstrap.${lost}`,
    columns: [words("output"), words("parameter"), numbers("alone"), words("95 %"), numbers("in all"), words("95 %")],
    rows: outputs.flatMap(({ output, indices }) =>
      indices.map(({ parameter, first, firstInterval, total, totalInterval }) => [
        output,
        parameter,
        fixed(first, 2),
        range(firstInterval),
        fixed(total, 2),
        range(totalInterval),
      ]),
    ),
  };
}

/** Sensitivities for people. */
export function sensitivityBlocks(
  { title: name, local, morris, sobol, record }: SensitivityReport,
  study: Study,
): readonly Block[] {
  return [
    title(name),
    ...(study.content.about === "" ? [] : [text(study.content.about)]),
    ...(local === undefined ? [] : [tableBlock(localTable(local))]),
    ...(morris === undefined ? [] : [tableBlock(morrisTable(morris))]),
    ...(sobol === undefined ? [] : [tableBlock(sobolTable(sobol))]),
    text(`${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}.`),
  ];
}
