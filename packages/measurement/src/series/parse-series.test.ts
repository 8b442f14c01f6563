import { describeFailure, type Failure, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { dayWords, hourOfDay, momentWords, readMoment } from "./moment.ts";
import { parseSeries } from "./parse-series.ts";

const head = `format: openlymph/measurements@1
title: An arm
limb: arm
affected: left
protocol: arm_4cm
unit: cm
`;
const one = `measurements:
  - at: 2026-03-02T09:30+01:00
    rater: A
    left: [17.0, 18.5, 21.0]
    right: [16.5, 18, 20.5]
`;

const read = (text: string) => parseSeries(text, "arm.yaml");

/** The one message about a file that is refused. */
function refused(text: string): string {
  const result = read(text);
  expect(result.ok).toBe(false);
  return describeFailure(result as Failure);
}

describe("a measurements file", () => {
  it("gives readings in metres, volumes in cubic metres, and the marks of its protocol", () => {
    const series = unwrap(
      read(`${head}${one}    weight: 68 kg
    water: { left: 2410 mL, right: 2.2 L }
    endPart: { left: 42.5 cm }
    stage: { left: II late }
    symptoms: { heaviness: 4 }
    phq4: [0, 1, 0, 2]
    lDex: 8.2
`),
    );
    expect(series.protocol).toMatchObject({ id: "arm_4cm", model: "frustum", heights: [0.04, 0.04] });
    expect(series.protocol.start).toBe("2 cm above the ulnar styloid");
    const [measurement] = series.measurements;
    expect(measurement?.circumferences.left).toEqual([0.17, 0.185, 0.21]);
    expect(measurement).toMatchObject({ weight: 68, endPart: { left: 0.425 }, stage: { left: "II late" }, lDex: 8.2 });
    expect(measurement?.water["right"]).toBeCloseTo(0.0022, 12);
    expect(measurement?.scales).toEqual({ phq4: [0, 1, 0, 2] });
  });

  it("takes a unit with every reading instead, and marks of its own", () => {
    const text = `${head.replace("unit: cm\n", "").replace("arm_4cm", "{ model: disk, step: 5 cm, start: at the wrist }")}${one}`;
    const series = unwrap(read(text.replace(/\[[^\]]*\]/g, "[170 mm, 185 mm, 210 mm]")));
    expect(series.measurements[0]?.circumferences.left).toEqual([0.17, 0.185, 0.21]);
    expect(series.protocol).toMatchObject({ model: "disk", heights: [0.05, 0.05, 0.05] });
  });

  it("is refused without a unit, and with another one in between", () => {
    expect(refused(`${head.replace("unit: cm\n", "")}${one}`)).toMatch(
      /arm.yaml:9: measurements\[0\].left\[0\].*unit: cm once/,
    );
    expect(refused(`${head}${one.replace("21.0", "210 mm")}`)).toMatch(/left\[2\].*"210 mm".*in cm like the first/);
    expect(refused(`${head}${one.replace("21.0", "8.3 in")}`)).toMatch(/"8.3 in"/);
    expect(refused(`${head}${one.replace("21.0", '"21,0 cm"')}`)).toMatch(/point instead of the comma/);
  });

  it("is refused with what no limb measures, with what it may be meant as", () => {
    expect(refused(`${head}${one.replace("21.0", "300")}`)).toMatch(/found 300.*5 to 120 cm.*300 mm are 30 cm/);
    expect(refused(`${head}${one.replace("21.0", "-21")}`)).toMatch(/found -21/);
    expect(refused(`${head}${one.replace("21.0", ".nan")}`)).toMatch(/not a finite number/);
    expect(refused(`${head}${one.replace("21.0", "~")}`)).toMatch(/left\[2\]/);
    expect(refused(`${head}${one.replace("21.0", "3")}`)).toMatch(/inches/);
  });

  it("asks back for unequal numbers of readings, on the sides and at the visits", () => {
    expect(refused(`${head}${one.replace(", 20.5", "")}`)).toMatch(/3 readings left, 2 right.*which mark was left out/);
    const later = one.replace("measurements:\n", "").replace("03-02", "03-09");
    expect(refused(`${head}${one}${later.replaceAll(/, 2[01].[05]\]/g, "]")}`)).toMatch(
      /measurements\[1\].left.*3 readings/,
    );
    expect(refused(`${head}${one.replaceAll(/\[[^\]]*\]/g, "[20]")}`)).toMatch(/two readings or more/);
  });

  it("refuses another protocol, step or model within the series", () => {
    const later = `${one.replace("measurements:\n", "").replace("03-02", "03-09")}    protocol: arm_4cm_disk\n`;
    expect(refused(`${head}${one}${later}`)).toMatch(/measurements\[1\].protocol.*one model/);
    expect(read(`${head}${one}${later.replace("_disk", "")}`).ok).toBe(true);
    expect(refused(`${head.replace("arm_4cm", "leg_4cm")}${one}`)).toMatch(/a protocol for the arm/);
    expect(refused(`${head.replace("arm_4cm", "arm_4c")}${one}`)).toMatch(/Did you mean arm_4cm/);
  });

  it("needs times with a zone, in order, and raters without names", () => {
    expect(refused(`${head}${one.replace("+01:00", "")}`)).toMatch(/a time zone/);
    expect(refused(`${head}${one.replace("03-02", "02-30")}`)).toMatch(/a time zone/);
    expect(refused(`${head}${one}${one.replace("measurements:\n", "")}`)).toMatch(/after that of the one before/);
    expect(refused(`${head}${one.replace("rater: A", "rater: Anna Example")}`)).toMatch(/not a name/);
  });

  it("refuses a confirmation of a reading that is not there", () => {
    expect(read(`${head}${one}    confirmed: [left 3]\n`).ok).toBe(true);
    expect(refused(`${head}${one}    confirmed: [left 4]\n`)).toMatch(/confirmed\[0\]/);
  });
});

describe("moments", () => {
  it("keep the clock of their place", () => {
    const moment = unwrap(readMoment("2026-03-02T00:30+05:30"));
    expect(moment.seconds).toBe(Date.UTC(2026, 2, 1, 19, 0) / 1000);
    expect([dayWords(moment), momentWords(moment), hourOfDay(moment)]).toEqual(["2026-03-02", "2026-03-02 00:30", 0.5]);
    expect(unwrap(readMoment("2026-03-02T00:30Z")).offset).toBe(0);
    expect(readMoment("2026-03-02").ok).toBe(false);
  });
});
