/** How long one pressure pulse lasts in a leg lymphatic. */
import { mmHg } from "@openlymph/base";
import { collector, leg, settled } from "../human.ts";
import { publish } from "../publish.ts";

publish({
  id: 16,
  title: "Duration of a pressure pulse",
  studied: "people",
  source: { citation: "Olszewski & Engeset, Lymphology 1979;12:81" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: pressure waves in subcutaneous vessels of five legs; how the ends of a wave were set is not said. Here: the time for which the pressure at the middle of the leg collector is above half of the way from its median to its peak. A vessel rests most of the time, so the median is its resting pressure.",
  assumed: "a wave ends at half of its height",
  numbers: [
    {
      quantity: "pulse duration",
      condition: "leg, n = 5",
      published: { kind: "range", low: 6, high: 8, unit: "s" },
      verdict: "by construction",
      why: "The length of a contraction, 5 s, was chosen with this number in view. It also depends on what is called a wave: a tenth of the way up, ours lasts 21 s, because the vessel fills slowly before it contracts.",
    },
  ],
  run: () => {
    const { trace } = settled(collector(leg), 8, true);
    const middle = Math.floor(trace!.pressure.length / 2);
    const pressure = trace!.pressure[middle]!;
    const time = trace!.time;
    const even = Array.from({ length: 2000 }, (_, n) => {
      const at = time[0]! + (n / 2000) * (time.at(-1)! - time[0]!);
      return pressure[time.findIndex((t) => t >= at)]!;
    });
    const rest = even.toSorted((a, b) => a - b)[1000]!;
    const level = rest + 0.5 * (Math.max(...pressure) - rest);
    let duration = 0;
    for (let i = 1; i < time.length; i++) if (pressure[i]! > level) duration += time[i]! - time[i - 1]!;
    const peak = time[pressure.indexOf(Math.max(...pressure))]!;
    const period = time.at(-1)! - time[0]!;
    const around = Array.from(time, (t, i) => {
      const since = (t - peak + 1.5 * period) % period;
      return [since - period / 2, pressure[i]! / mmHg] as const;
    });
    const near = around.filter(([t]) => Math.abs(t) < 20).toSorted(([a], [b]) => a - b);
    return {
      ours: [{ value: duration }],
      figure: {
        caption: "Pressure at the middle of the leg collector around one contraction.",
        x: { label: "time from the peak, s" },
        y: { label: "pressure, mmHg" },
        series: [{ name: "ours", style: "line", points: near }],
      },
    };
  },
});
