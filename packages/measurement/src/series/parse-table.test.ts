import { describeFailure, type Failure, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { parseTable, type TableOptions } from "./parse-table.ts";

const plain = "distance_cm,left_cm,right_cm\n0,17,16.5\n4,18.5,18\n8,21.0,20.5\n";
const read = (text: string, options?: TableOptions) => parseTable(text, "readings.csv", options);

function refused(text: string, options?: TableOptions): string {
  const result = read(text, options);
  expect(result.ok).toBe(false);
  return describeFailure(result as Failure);
}

describe("a plain table", () => {
  it("is one measurement with frusta, and says how it was understood", () => {
    const { series, understood } = unwrap(read(plain));
    expect(series.measurements[0]?.circumferences).toEqual({
      left: [0.17, 0.185, 0.21],
      right: [0.165, 0.18, expect.closeTo(0.205, 12)],
    });
    expect(series.protocol).toMatchObject({ model: "frustum" });
    expect(series.protocol.heights.map((height) => height.toFixed(4))).toEqual(["0.0400", "0.0400"]);
    expect(understood.join(" ")).toContain('"left_cm" is the left side, in cm');
    expect(understood.join(" ")).toContain("3 marks from 0 to 8 cm; cells separated by commas");
  });

  it("may come from a spreadsheet: other words, order and unit, decimal commas, quotes, a column more", () => {
    const text = '\uFEFF"Rechts [mm]";Bemerkung;Abstand (cm);Links [mm]\r\n165,5;ok;0;170\r\n180;;4,5;185\r\n\r\n';
    const { series, understood } = unwrap(read(text, { affected: "right" }));
    expect(series.measurements[0]?.circumferences).toEqual({ left: [0.17, 0.185], right: [0.1655, 0.18] });
    expect(series.protocol.heights[0]).toBeCloseTo(0.045, 12);
    expect(series.affected).toBe("right");
    expect(understood.join(" ")).toContain('Not used: "Bemerkung".');
    expect(
      unwrap(read("distance\tleft\tright\n0\t20\t21\n4\t22\t23\n", { unit: "cm" })).understood.join(" "),
    ).toContain("tabs");
  });

  it("may have one side, unequal steps with frusta, but not with disks", () => {
    expect(unwrap(read("distance_cm,right_cm\n0,20\n4,21\n10,22\n")).series.measurements[0]?.circumferences).toEqual({
      right: [0.2, 0.21, 0.22],
    });
    expect(refused("distance_cm,right_cm\n0,20\n4,21\n10,22\n", { model: "disk" })).toMatch(
      /readings.csv:4.*6 cm after 4 cm/,
    );
    expect(unwrap(read(plain, { model: "disk" })).series.protocol.heights).toHaveLength(3);
  });

  it("asks back for a reading that is missing, and never cuts", () => {
    expect(refused("distance_cm,left_cm,right_cm\n0,17,16\n4,18,\n")).toMatch(
      /readings.csv:3: right_cm.*measure this mark/,
    );
  });

  it("refuses what is no number, no limb, no rising distance, or decimal commas between commas", () => {
    expect(refused(plain.replace("21.0", "abc"))).toMatch(/readings.csv:4: left_cm.*"abc"/);
    expect(refused(plain.replace("21.0", "NaN"))).toMatch(/readings.csv:4: left_cm/);
    expect(refused(plain.replace("21.0", "300"))).toMatch(/300 mm are 30 cm/);
    expect(refused(plain.replace("21.0", "-21"))).toMatch(/5 to 120 cm/);
    expect(refused(plain.replace("8,", "2,"))).toMatch(/readings.csv:4.*rise/);
    expect(refused(plain.replace("21.0", "21,0"))).toMatch(/Decimal commas need semicolons/);
  });

  it("refuses heads without a unit, with mixed units, with inches, twice the same, or none", () => {
    expect(refused(plain.replaceAll("_cm", ""))).toMatch(/--unit cm/);
    expect(refused(plain.replace("right_cm", "right_mm"))).toMatch(/one unit/);
    expect(refused(plain.replace("right_cm", "right (in)"))).toMatch(/expected cm or mm/);
    expect(refused(plain.replace("right_cm", "left_cm"))).toMatch(/one column for left/);
    expect(refused("0,17,16.5\n4,18,17\n")).toMatch(/a head such as/);
    expect(refused("")).toMatch(/a head such as/);
    expect(refused("distance_cm,left_cm\n0,20\n")).toMatch(/two marks or more/);
  });
});
