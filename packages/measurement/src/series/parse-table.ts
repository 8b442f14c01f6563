import { attempt, type FailureCode, type FailureDetail, FailureError, fail, type Result } from "@openlymph/base";
import type { Limb, VolumeModel } from "../library/protocol.ts";
import { type CsvLine, csvLines } from "./csv-cells.ts";
import { readReading } from "./read-reading.ts";
import { type BySide, emptyMeasurement, noSessions, type Series, type Side, sides } from "./series.ts";

/** What a table does not say itself. */
export interface TableOptions {
  /** Frusta where nothing is said. */
  readonly model?: VolumeModel;
  readonly affected?: Side;
  /** An arm where nothing is said; only the error depends on it. */
  readonly limb?: Limb;
  /** Where no head names one. */
  readonly unit?: "cm" | "mm";
}

/** A table as a series of one measurement, and how it was understood, in sentences. */
export interface ImportedTable {
  readonly series: Series;
  readonly understood: readonly string[];
}

type Role = "distance" | Side;

const roleWords: Readonly<Record<Role, RegExp>> = {
  distance: /^(distance|dist|position|pos|mark|from|height|level|abstand|stelle|höhe|x)\b/,
  left: /^(left|l|links|li|gauche|izquierda|izquierdo|sinistra|sinistro|esquerda)\b/,
  right: /^(right|r|rechts|re|droite|droit|derecha|derecho|destra|destro|direita)\b/,
};
const expectedHead = "a head such as distance_cm,left_cm,right_cm";

interface Column {
  readonly index: number;
  readonly head: string;
  readonly role: Role;
  readonly unit: string;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function refuse(place: Place, code: FailureCode, detail: FailureDetail): never {
  throw new FailureError(fail(code, { ...place, ...detail }));
}

function unitIn(head: string, place: Place, fallback: string | undefined): string {
  const unit = /(?:^|[^a-zµ])(cm|mm|in|inch|inches|m)(?:[^a-z]|$)/.exec(head)?.[1] ?? fallback;
  if (unit === "cm" || unit === "mm") return unit;
  const hint = unit === undefined ? "Write the unit into the head, as left_cm, or say --unit cm." : undefined;
  return refuse(place, "quantity/unit", { value: head, expected: "cm or mm", ...(hint === undefined ? {} : { hint }) });
}

function columnsOf({ line, cells }: CsvLine, file: string, fallback: string | undefined): readonly Column[] {
  const place = { file, line };
  const columns = cells.flatMap((written, index): Column[] => {
    const head = written.toLowerCase().replaceAll("_", " ").trim();
    const role = (Object.keys(roleWords) as Role[]).find((one) => roleWords[one].test(head));
    return role === undefined ? [] : [{ index, head: written, role, unit: unitIn(head, place, fallback) }];
  });
  const find = (role: Role) => columns.filter((column) => column.role === role);
  for (const role of ["distance", ...sides] as const) {
    const [, second] = find(role);
    if (second !== undefined)
      refuse(place, "field/invalid", { value: second.head, expected: `one column for ${role}` });
  }
  const [distance] = find("distance");
  const limbColumns = columns.filter(({ role }) => role !== "distance");
  if (distance === undefined || limbColumns.length === 0) {
    return refuse(place, "field/missing", { value: cells.join(" | "), expected: expectedHead });
  }
  const other = limbColumns.find(({ unit }) => unit !== limbColumns[0]?.unit);
  if (other !== undefined) refuse(place, "quantity/unit", { value: other.head, expected: "one unit for all readings" });
  return columns;
}

/** A number with a decimal point, or with a decimal comma where the cells are not separated by commas. */
function numberIn(cell: string, delimiter: string): number {
  const point = delimiter === "," ? cell : cell.replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^[+-]?(\d+\.?\d*|\.\d+)(\s*(cm|mm))?$/.test(point) ? Number.parseFloat(point) : Number.NaN;
}

interface Row {
  readonly line: number;
  readonly distance: number;
  readonly readings: BySide<number>;
}

interface Head {
  readonly columns: readonly Column[];
  readonly cells: number;
  readonly delimiter: string;
  readonly file: string;
}

function rowOf({ line, cells }: CsvLine, { columns, delimiter, file, cells: most }: Head): Row {
  const place = { file, line };
  if (cells.findLastIndex((cell) => cell !== "") >= most) {
    refuse(place, "field/invalid", {
      value: cells.join(delimiter),
      expected: `${most} cells as in the head`,
      hint: "Decimal commas need semicolons between the cells.",
    });
  }
  let distance = Number.NaN;
  const readings: Partial<Record<Side, number>> = {};
  for (const { index, head, role, unit } of columns) {
    const cell = cells[index] ?? "";
    if (cell === "") {
      refuse(place, "field/missing", {
        path: head,
        expected: role === "distance" ? "a distance" : "a reading on every side",
        hint: "Nothing is cut off or filled in: measure this mark, or leave its line out.",
      });
    }
    const number = numberIn(cell, delimiter);
    if (Number.isNaN(number)) refuse(place, "field/type", { path: head, value: cell, expected: "a number" });
    const written = /\d\s*(cm|mm)$/.exec(cell)?.[1] ?? unit;
    if (written !== unit)
      refuse(place, "quantity/unit", { path: head, value: cell, expected: `${unit} like its head` });
    if (role === "distance") distance = number / (unit === "mm" ? 1000 : 100);
    else {
      const read = readReading(number, unit);
      if (!read.ok) refuse(place, read.code, { ...read, ...place, path: head, value: cell });
      else readings[role] = read.value.value;
    }
  }
  return { line, distance, readings };
}

/** Heights of the segments from the distances of the marks, m. */
function heightsOf(rows: readonly Row[], model: VolumeModel, file: string): readonly number[] {
  const steps = rows.slice(1).map(({ distance, line }, i) => {
    const step = distance - rows[i]!.distance;
    if (!(step > 0.001)) {
      refuse({ file, line }, "field/invalid", {
        value: `${centimetres(distance)} cm`,
        expected: "distances that rise from row to row",
      });
    }
    return step;
  });
  const [first = Number.NaN] = steps;
  if (model === "frustum") return steps;
  const other = steps.findIndex((step) => Math.abs(step - first) > 1e-4);
  if (other >= 0) {
    refuse({ file, line: rows[other + 1]!.line }, "field/invalid", {
      value: `${centimetres(steps[other]!)} cm after ${centimetres(first)} cm`,
      expected: "one distance from mark to mark for the disk model",
      hint: "Disks have their marks in the middle. With unequal distances use --model frustum.",
    });
  }
  return rows.map(() => first);
}

const centimetres = (metres: number) => Number((100 * metres).toFixed(2));

function understoodWords(
  head: Head,
  cells: readonly string[],
  rows: readonly Row[],
  model: VolumeModel,
): readonly string[] {
  const { columns, delimiter } = head;
  const unused = cells.filter((cell, i) => cell !== "" && !columns.some(({ index }) => index === i));
  const [first, last] = [rows[0]!.distance, rows.at(-1)!.distance];
  return [
    `Columns: ${columns.map(({ head: name, role, unit }) => `"${name}" is ${role === "distance" ? "the distance along the limb" : `the ${role} side`}, in ${unit}`).join("; ")}.`,
    ...(unused.length === 0 ? [] : [`Not used: ${unused.map((cell) => `"${cell}"`).join(", ")}.`]),
    `${rows.length} marks from ${centimetres(first)} to ${centimetres(last)} cm; cells separated by ${{ ",": "commas", ";": "semicolons", "\t": "tabs" }[delimiter]}.`,
    `Model: ${model}.`,
  ];
}

/**
 * Reads a plain table of readings: a distance along the limb and a column for each side, as a spreadsheet saves it.
 *
 * Heads are found by their words in several languages and carry the unit (`left_cm`, `Links [cm]`); cells may have decimal
 * commas where semicolons or tabs separate them. Columns that are not used are named in `understood`.
 *
 * @returns one failure with file and line for a missing head, unit or cell, mixed units, distances that do not rise, and
 * readings that no limb has.
 */
export function parseTable(text: string, file: string, options: TableOptions = {}): Result<ImportedTable> {
  return attempt(() => {
    const { delimiter, lines } = csvLines(text);
    const [first, ...rest] = lines;
    if (first === undefined) return refuse({ file, line: 1 }, "field/missing", { expected: expectedHead });
    const columns = columnsOf(first, file, options.unit);
    const head: Head = { columns, delimiter, file, cells: first.cells.length };
    const rows = rest.map((line) => rowOf(line, head));
    if (rows.length < 2) {
      return refuse({ file, line: rest.at(-1)?.line ?? first.line }, "field/missing", {
        expected: "two marks or more",
      });
    }
    const model = options.model ?? "frustum";
    const heights = heightsOf(rows, model, file);
    const given = sides.filter((side) => columns.some(({ role }) => role === side));
    const circumferences = Object.fromEntries(given.map((side) => [side, rows.map(({ readings }) => readings[side]!)]));
    const { affected, limb = "arm" } = options;
    const series: Series = {
      title: file.replace(/^.*[/\\]/, ""),
      limb,
      ...(affected === undefined ? {} : { affected }),
      protocol: { id: "own", name: "Marks of the table", start: "as in the table", model, heights },
      measurements: [{ ...emptyMeasurement, circumferences }],
      ...noSessions,
    };
    return { series, understood: understoodWords(head, first.cells, rows, model) };
  });
}
