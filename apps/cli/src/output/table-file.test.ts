import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runRecord } from "@openlymph/base";
import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../testing/run-cli.ts";
import { type TableColumn, writeTable } from "./table-file.ts";
import { checkTargets } from "./targets.ts";

const record = { ...runRecord("openlymph/test@1", { a: 1 }, 7), solver: { method: "rodas4", tolerance: 1e-5 } };
const columns: readonly TableColumn[] = [
  { name: "time", unit: "s", values: Float64Array.of(0, 0.1, 1 / 3) },
  { name: "diameter chain.1", unit: "mm", values: Float64Array.of(Number.NaN, -5e-324, 1.7976931348623157e308) },
  { name: "note", values: ["a,b", 'say "x"', "µ – lymphe ♥"] },
];

async function readBack(file: string) {
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const metadata = parquetMetadata(buffer);
  const kept = Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value]));
  return { metadata, kept, rows: await parquetReadObjects({ file: buffer }) };
}

describe("a table file", () => {
  it("is CSV with the unit in the head, all digits, and the run record beside it", async () => {
    const file = path.join(freshFolder(), "t.csv");
    expect(await writeTable(file, columns, record)).toBeUndefined();
    expect(readFileSync(file, "utf8").split("\n")).toEqual([
      "time_s,diameter_mm chain.1,note",
      '0,NaN,"a,b"',
      '0.1,-5e-324,"say ""x"""',
      "0.3333333333333333,1.7976931348623157e+308,µ – lymphe ♥",
      "",
    ]);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(["t.csv", "t.csv.run.json"]);
    expect(JSON.parse(readFileSync(`${file}.run.json`, "utf8"))).toEqual({
      ...record,
      columns: [{ name: "time", unit: "s" }, { name: "diameter chain.1", unit: "mm" }, { name: "note" }],
    });
  });

  it("is Parquet with names, units and record, and gives the same bytes each time", async () => {
    const folder = freshFolder();
    const [one, other] = [path.join(folder, "a.parquet"), path.join(folder, "b.PARQUET")];
    for (const file of [one, other]) expect(await writeTable(file, columns, record)).toBeUndefined();
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
    const { metadata, kept, rows } = await readBack(one);
    expect(rows).toEqual(
      [0, 1, 2].map((i) => Object.fromEntries(columns.map(({ name, values }) => [name, values[i]]))),
    );
    expect(metadata.created_by).toBe(record.program);
    expect(JSON.parse(kept["openlymph.units"] ?? "")).toEqual({ time: "s", "diameter chain.1": "mm" });
    expect(JSON.parse(kept["openlymph.record"] ?? "")).toMatchObject({ ...record });
    expect(JSON.parse(readFileSync(`${one}.run.json`, "utf8"))).toEqual(JSON.parse(kept["openlymph.record"] ?? ""));
  });

  it("gives back any numbers and words, bit by bit, from either kind", async () => {
    const folder = freshFolder();
    const row = fc.tuple(fc.double(), fc.string({ unit: "grapheme" }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 1500 }), async (rows) => {
        const values = Float64Array.from(rows, ([value]) => value);
        const table = [
          { name: "value", unit: "Pa", values },
          { name: "word", values: rows.map(([, word]) => word) },
        ];
        const [parquet, csv] = [path.join(folder, "p.parquet"), path.join(folder, "p.csv")];
        for (const file of [parquet, csv]) expect(await writeTable(file, table, record)).toBeUndefined();
        const read = await readBack(parquet);
        expect(read.rows.map(({ word }) => word)).toEqual(table[1]?.values);
        const back = Float64Array.from(read.rows, ({ value }) => value as number);
        expect(back.every((value, i) => Object.is(value, values[i]))).toBe(true);
        const numbers = { name: "value", unit: "Pa", values };
        await writeTable(csv, [numbers], record);
        const printed = readFileSync(csv, "utf8").trimEnd().split("\n").slice(1).map(Number);
        expect(printed.every((value, i) => value === values[i] || Number.isNaN(values[i]))).toBe(true);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it("refuses other endings, missing folders and folders, and writes nothing then", async () => {
    const folder = freshFolder();
    mkdirSync(path.join(folder, "sub.csv"));
    const refusals = [
      ["t.txt", "usage/invalid"],
      ["parquet", "usage/invalid"],
      ["none/t.csv", "file/unwritable"],
      ["sub.csv", "usage/invalid"],
    ] as const;
    for (const [name, code] of refusals) {
      expect(await writeTable(path.join(folder, name), columns, record)).toMatchObject({ ok: false, code });
    }
    expect(readdirSync(folder)).toEqual(["sub.csv"]);
  });
});

describe("targets", () => {
  it("each have a file of their own, the record beside a table too, and none is an input", () => {
    const inside = (name: string) => path.join(freshFolder(), "..", name);
    expect(checkTargets({ tables: [inside("a.csv")], figures: [inside("a.svg")] }, [])).toBeUndefined();
    expect(checkTargets({ files: [inside("a.csv")], tables: [inside("a.csv")] }, [])).toMatchObject({
      code: "usage/invalid",
      expected: "a file of its own for each output",
    });
    expect(checkTargets({ files: [inside("a.csv.run.json")], tables: [inside("a.csv")] }, [])).toBeDefined();
    expect(checkTargets({ figures: [inside("net.svg")] }, [inside("net.svg")])).toBeDefined();
    expect(checkTargets({ figures: [inside("net.jpg")] }, [])).toMatchObject({
      expected: "a name that ends in .svg or .png",
    });
  });
});
