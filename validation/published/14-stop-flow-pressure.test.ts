/** The pressure that leg lymphatics build up when their outlet is shut. */
import { mmHg } from "@openlymph/base";
import type { Network, ValveLaw } from "@openlymph/physiology";
import { collector, leg, settled } from "../human.ts";
import { publish } from "../publish.ts";

const cycles = [1, 2, 3, 5, 8, 12];

/** The collector with its last valve shut both ways. */
function shut(network: Network): Network {
  const vessel = network.vessels["collector"]!;
  const competent = vessel.valves[0]!;
  const blind: ValveLaw = {
    law: "log-blend",
    open: 1e17,
    closed: 1e18,
    opening: 10,
    closing: 10,
    width: 1.5,
    fold: "refuse",
  };
  const valves = [...new Array<string>(vessel.lymphangions).fill(competent), "blind"];
  return {
    ...network,
    valves: { ...network.valves, blind },
    vessels: { collector: { ...vessel, valves } },
  };
}

publish({
  id: 14,
  title: "Stop-flow pressure of leg lymphatics",
  studied: "people",
  source: {
    citation:
      "Olszewski & Engeset, Am J Physiol 1980;239:H775; the build-up: Olszewski & Engeset, Lymphology 1979;12:81",
    doi: "10.1152/ajpheart.1980.239.6.h775",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol:
    "There: a cannula against the flow in a subcutaneous vessel of the lower leg of 25 men; the pressure peaks with its outlet closed. Here: the leg collector with its last valve shut, the peak in its last lymphangion, in every cycle up to the twelfth (20 min).",
  assumed: "end pressures were read within three cycles (5 min) of closing: the abstract gives no time",
  numbers: [
    {
      quantity: "end (stop-flow) systolic pressure",
      condition: "leg, n = 25; some above 100",
      published: { kind: "range", low: 12, high: 70, unit: "mmHg" },
      verdict: "partly",
      why: "A little too strong: the last of twenty lymphangions is at 73 mmHg after three contractions. Our wall stiffens so much that a full vessel holds any pressure; some people did exceed 100.",
    },
    {
      quantity: "pressure built up behind a stop",
      condition: "leg, upright and motionless, n = 5",
      published: { kind: "range", low: 50, high: 120, unit: "mmHg" },
      verdict: "reproduced",
    },
  ],
  run: () => {
    const network = shut(collector(leg));
    const peaks = cycles.map((count) => (settled(network, count).lymphangions.at(-1)?.pressure.max ?? 0) / mmHg);
    return {
      ours: [{ value: peaks[cycles.indexOf(3)]! }, { value: peaks.at(-1)! }],
      figure: {
        caption:
          "Peak pressure in the last lymphangion of a leg collector after its outlet is shut; band: published end pressures.",
        x: { label: "contractions since closing", from: 0, to: 12 },
        y: { label: "peak pressure, mmHg", from: 0 },
        series: [{ name: "ours", style: "line", points: cycles.map((count, i) => [count, peaks[i]!] as const) }],
        bands: [{ axis: "y", from: 12, to: 70, name: "end pressures, 1980" }],
      },
    };
  },
});
