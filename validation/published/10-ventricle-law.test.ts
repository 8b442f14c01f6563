/** A lymphangion works like a ventricle: its pump function is a line given by its two elastances. */
import { minute, mLPerHour, mmHg } from "@openlymph/base";
import { transmuralPressure, volumeOf, type WallLaw } from "@openlymph/physiology";
import { collector, settled, tension } from "../human.ts";
import { publish } from "../publish.ts";

const rises = [0, 5, 10, 15, 20].map((rise) => rise * mmHg);
const inlet = 2 * mmHg;
const length = 0.01;
const options = { lymphangions: 1, activeTension: tension.mean, frequency: 1 / minute, inletPressure: inlet };

/** Least-squares line through points; slope and value at the mean of x. */
function line(x: readonly number[], y: readonly number[]): { slope: number; meanX: number; meanY: number } {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const over = x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0);
  return { slope: over / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0), meanX, meanY };
}

/** Volume, m³, at which the wall holds a pressure: the lower branch of the active curve, the whole of the passive one. */
function volumeAt(wall: WallLaw, pressure: number, activation: number): number {
  let [low, high] = [1.5e-4, activation > 0 ? 6e-4 : 1e-3];
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (transmuralPressure(wall, middle, activation) < pressure) low = middle;
    else high = middle;
  }
  return volumeOf((low + high) / 2, length);
}

publish({
  id: 10,
  title: "Pump function from elastances",
  studied: "models",
  source: {
    citation:
      "Quick et al., First-order approximation for the pressure-flow relationship of spontaneously contracting lymphangions (Am J Physiol)",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "P_in − P_out = −P_p + R_L Q with R_L = E_max / f and P_p = P_in (E_max − E_min) / E_min, both volumes counted from the zero of the end-systolic line. One human lymphangion is run against 0 to 20 mmHg and a line is fitted; the elastances come from its wall law alone.",
  assumed: "",
  numbers: [
    {
      quantity: "fitted R_L over E_max / f",
      condition: "one lymphangion, 1 /min",
      published: { kind: "value", value: 1, unit: "" },
      verdict: "reproduced",
    },
    {
      quantity: "fitted P_p over P_in (E_max − E_min) / E_min",
      condition: "one lymphangion, 1 /min",
      published: { kind: "value", value: 1, unit: "" },
      verdict: "reproduced",
    },
  ],
  run: () => {
    const flows = rises.map((rise) => settled(collector({ ...options, outletPressure: inlet + rise })).outflow);
    const wall = collector(options).vessels["collector"]!.walls[0]!;
    const pump = line(rises, flows);
    const resistance = -1 / pump.slope;
    const pressure = resistance * (pump.meanY - pump.slope * pump.meanX);
    const systole = line(
      rises,
      rises.map((rise) => volumeAt(wall, inlet + rise, 1)),
    );
    const most = 1 / systole.slope;
    const empty = systole.meanY - (inlet + systole.meanX) / most;
    const least = inlet / (volumeAt(wall, inlet, 0) - empty);
    const lawResistance = most / options.frequency;
    const lawPressure = (inlet * (most - least)) / least;
    return {
      ours: [{ value: resistance / lawResistance }, { value: pressure / lawPressure }],
      figure: {
        caption: "Pump function of one human lymphangion and the line that its elastances give.",
        x: { label: "pressure to lift, mmHg", from: 0, to: 20 },
        y: { label: "mean flow, mL/h", from: 0 },
        series: [
          { name: "run", style: "dots", points: rises.map((rise, i) => [rise / mmHg, flows[i]! / mLPerHour] as const) },
          {
            name: "from elastances",
            style: "line",
            points: rises.map((rise) => [rise / mmHg, (lawPressure - rise) / lawResistance / mLPerHour] as const),
          },
        ],
      },
    };
  },
});
