import { mmHg, unwrap } from "@openlymph/base";
import {
  afterloadShare,
  averagedParameters,
  strokeGain as gainInChain,
  humanCollector,
  humanPumpCurve,
} from "@openlymph/physiology";
import { distalShare, strokeGain } from "@openlymph/rehearsal";
import { describe, it } from "vitest";
import { row } from "../reference.ts";

const source = "resolved chain of 10 lymphangions (computed in this run)";

describe("what the averaged body takes from the resolved chain", () => {
  it("the fall of pump flow with afterload, within 0.07 of Q/Q(0)", () => {
    const { afterloadHalf, afterloadWidth } = averagedParameters();
    const rises = [0, 5, 10, 20, 30, 40, 50, 60];
    const curve = unwrap(humanPumpCurve(rises.map((rise) => rise * mmHg)));
    const rest = curve[0]!.flow;
    const law = (rise: number) => afterloadShare(rise, afterloadHalf, afterloadWidth, 1);
    curve.forEach(({ rise, flow }, n) => {
      row({
        name: `pump flow at ${rises[n]} mmHg over that at 0`,
        source,
        unit: "",
        expected: flow / rest,
        ours: law(rise) / law(0),
        tolerance: 0.07,
      });
    });
  });

  it("the gain of strokes, which the whole body takes as an input", () => {
    const collector = humanCollector({ inletResistance: 1e12 });
    for (const pressure of [5, 10, 20, 40, 60]) {
      const amplitude = pressure * mmHg;
      const { gain } = unwrap(gainInChain(collector, { amplitude }));
      row({
        name: `gain under strokes of ${pressure} mmHg`,
        source,
        unit: "",
        expected: gain,
        ours: strokeGain(amplitude, "proximal"),
        tolerance: 0.05 * gain,
      });
    }
    const proximal = unwrap(gainInChain(collector, { amplitude: 10 * mmHg })).gain;
    const distal = unwrap(gainInChain(collector, { amplitude: 10 * mmHg, direction: "distal" })).gain;
    row({
      name: "what strokes away from the heart add, over what strokes toward it add",
      source,
      unit: "",
      expected: (distal - 1) / (proximal - 1),
      ours: distalShare,
      tolerance: 0.05,
    });
  });
});
