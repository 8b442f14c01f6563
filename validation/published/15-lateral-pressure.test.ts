/** The pressure peaks beside a freely flowing leg lymphatic. */
import { mmHg } from "@openlymph/base";
import { collector, leg, settled } from "../human.ts";
import { publish } from "../publish.ts";

publish({
  id: 15,
  title: "Lateral systolic pressure with free flow",
  studied: "people",
  source: {
    citation: "Olszewski & Engeset, Am J Physiol 1980;239:H775",
    doi: "10.1152/ajpheart.1980.239.6.h775",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: pressure peaks beside the flow in a cannulated vessel of the lower leg. Here: the peak in the lymphangion at the middle of the leg collector, outlet open at 7 mmHg.",
  assumed: "",
  numbers: [
    {
      quantity: "lateral systolic pressure",
      condition: "leg, free flow, n = 25",
      published: { kind: "range", low: 5, high: 30, unit: "mmHg" },
      verdict: "reproduced",
    },
  ],
  run: () => {
    const peaks = settled(collector(leg)).lymphangions.map(({ pressure }) => pressure.max / mmHg);
    const middle = Math.floor(peaks.length / 2);
    return {
      ours: [
        {
          value: peaks[middle]!,
          spread: { low: Math.min(...peaks), high: Math.max(...peaks), of: "along the vessel" },
        },
      ],
      figure: {
        caption: "Peak pressure along the leg collector with an open outlet; band: published lateral pressures.",
        x: { label: "lymphangion, counted from the tissue", from: 0, to: 20 },
        y: { label: "peak pressure, mmHg", from: 0 },
        series: [{ name: "ours", style: "dots", points: peaks.map((peak, i) => [i + 1, peak] as const) }],
        bands: [{ axis: "y", from: 5, to: 30, name: "published" }],
      },
    };
  },
});
