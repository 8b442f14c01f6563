/** The figure of docs/model.md: the tabulated pump law as lines, resolved collectors at points between those of the table. */
import { mmHg, unwrap } from "@openlymph/base";
import { afterloadShare, averagedParameters, heldOut, makePumpTable, readPumpTable } from "@openlymph/physiology";
import type { Figure } from "../validation/figure.ts";
import type { PumpTableFile, TabulatedPoint } from "./tabulate-file.ts";

const loads = Array.from({ length: 101 }, (_, n) => n / 2);

type Curve = Pick<TabulatedPoint, "fillingMmHg" | "strength">;

const isOn = (a: Curve, b: Curve) => a.fillingMmHg === b.fillingMmHg && a.strength === b.strength;

export function pumpLawFigure(file: PumpTableFile): Figure {
  const reader = readPumpTable(unwrap(makePumpTable(file)));
  const { afterloadHalf, afterloadWidth } = averagedParameters();
  const fitted = (load: number) => afterloadShare(load * mmHg, afterloadHalf, afterloadWidth, 0.9);
  const rest = Math.max(...file.flowMLPerHour[file.axes.fillingMmHg.indexOf(2)]![file.axes.strength.indexOf(1)]!);
  const lines = heldOut.curves.map(({ fillingMmHg, strength }) => {
    reader.fill(fillingMmHg * mmHg, strength);
    const points = loads.map((load) => {
      reader.lift(load * mmHg);
      return [load, reader.answer[0]!] as const;
    });
    return { name: `f ${fillingMmHg}, θ ${strength}`, style: "line", points } as const;
  });
  const dots = file.heldOut
    .filter((point) => heldOut.curves.some((curve) => isOn(curve, point)))
    .map(({ afterloadMmHg, flowMLPerHour }) => [afterloadMmHg, flowMLPerHour / rest] as const);
  return {
    caption:
      "Lines: the tabulated pump law at three fillings f (mmHg) and strengths θ, and the fitted one. Circles: resolved collectors between the points of the table.",
    x: { label: "pressure to lift, mmHg", from: 0, to: 50 },
    y: { label: "flow over flow at rest without load", from: 0 },
    series: [
      ...lines,
      { name: "fit", style: "line", points: loads.map((load) => [load, fitted(load)] as const) },
      { name: "resolved", style: "published", points: dots },
    ],
  };
}
