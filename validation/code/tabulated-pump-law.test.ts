/** The tabulated pump law beside resolved collectors, and the swelling of operated limbs by either law as docs/model.md shows it. */
import { readFileSync } from "node:fs";
import type { Limb } from "@openlymph/anatomy";
import { day, mmHg, unwrap } from "@openlymph/base";
import { collectorFlow, pointsBetween, pumpLaws, pumpTable, readPumpTable, restFilling } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { row } from "../reference.ts";
import { bypass, irradiated, operated, run, weak } from "./whole-body-case.ts";

const source = "resolved chain of 10 lymphangions (computed in this run)";
const rest = unwrap(collectorFlow({ filling: restFilling, strength: 1, afterload: 0 })).flow;

describe("the tabulated pump law", () => {
  it.each(pointsBetween(24, 2).map((point, n) => ({ point, n })))(
    "between the points of the table, $n",
    ({ point }) => {
      const reader = readPumpTable(pumpTable());
      reader.fill(point.filling, point.strength);
      reader.lift(point.afterload);
      const [filling, afterload] = [point.filling / mmHg, point.afterload / mmHg];
      row({
        name: `flow over rest, filling ${filling.toFixed(1)} mmHg, strength ${point.strength.toFixed(2)}, against ${afterload.toFixed(1)} mmHg`,
        source,
        unit: "",
        expected: unwrap(collectorFlow(point)).flow / rest,
        ours: reader.answer[0]!,
        tolerance: 0.02,
      });
    },
  );

  it.each([
    { filling: 2, strength: 1, afterload: 5 },
    { filling: 2, strength: 1, afterload: 25 },
    { filling: -1, strength: 1, afterload: 10 },
    { filling: 6, strength: 1, afterload: 15 },
    { filling: 2, strength: 0.5, afterload: 10 },
  ])("needs no frequency: a contraction moves as much at 0.5 and 4 /min as at 1 /min, %o", (place) => {
    const point = { ...place, filling: place.filling * mmHg, afterload: place.afterload * mmHg };
    for (const perMinute of [0.5, 2, 4]) {
      const { flow } = unwrap(collectorFlow({ ...point, frequency: perMinute / 60 }));
      const { filling, strength, afterload } = place;
      row({
        name: `flow per contraction over rest at ${perMinute} /min, filling ${filling} mmHg, strength ${strength}, against ${afterload} mmHg`,
        source,
        unit: "",
        expected: flow / perMinute / rest,
        ours: unwrap(collectorFlow(point)).flow / rest,
        tolerance: 0.02,
      });
    }
  });
});

const arm = operated("ALND_I_III", "left");
const cases: readonly { readonly name: string; readonly limb: Limb; readonly yaml: string }[] = [
  { name: "A1, axillary clearance", limb: "arm_L", yaml: arm + bypass(0.05) },
  { name: "A2, with radiotherapy", limb: "arm_L", yaml: arm + irradiated + bypass(0.05) },
  { name: "A4, and a weak pump", limb: "arm_L", yaml: arm + irradiated + bypass(0.01) + weak("arm", 0.5) },
  { name: "ilio-inguinal dissection", limb: "leg_L", yaml: operated("ILIOINGUINAL", "left") + bypass(0.05) },
  {
    name: "ilio-inguinal dissection, weak pump",
    limb: "leg_L",
    yaml: operated("ILIOINGUINAL", "left") + bypass(0.02) + weak("leg", 0.5),
  },
];

describe("docs/model.md", () => {
  const page = readFileSync(new URL("../../docs/model.md", import.meta.url), "utf8");

  it.each(cases)("shows the swelling by either pump law: $name", ({ name, limb, yaml }) => {
    const cells = pumpLaws.flatMap((law) =>
      run(
        yaml,
        [7, 30, 720].map((days) => days * day),
        law,
      )
        .percent(limb)
        .map((percent) => `${percent.toPrecision(3)} %`),
    );
    expect(page.split("\n").filter((line) => line.startsWith(`| ${name} |`))).toEqual([
      `| ${[name, ...cells].join(" | ")} |`,
    ]);
  });
});
