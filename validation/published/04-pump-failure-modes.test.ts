/** Ways in which a lymphangion fails as the pressure before it rises. */
import { cmH2O, minute, mLPerHour } from "@openlymph/base";
import { collector, settled, tension } from "../human.ts";
import { publish } from "../publish.ts";
import { ratValve } from "../rat-valve.ts";

const inlets = [0.5, 1, 2, 3, 5, 7, 10];
const rises = [0, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 35, 40, 50, 60];

/** What a valve does in a cycle, from the share of it that it is open. */
function does(open: number | null): "shut" | "open" | "works" {
  if (open === null || open < 1e-3) return "shut";
  return open > 1 - 1e-3 ? "open" : "works";
}

/** Inlet valve and outlet valve of one lymphangion between two pressures, cmH₂O; `undefined` while it pumps. */
function failure(inlet: number, rise: number): string | undefined {
  const network = collector({
    lymphangions: 1,
    activeTension: tension.mean,
    frequency: 4.4 / minute,
    inletPressure: inlet * cmH2O,
    outletPressure: (inlet + rise) * cmH2O,
  });
  const { valves, outflow } = settled({ ...network, valves: { competent: ratValve } });
  if (outflow > 1e-3 * mLPerHour) return undefined;
  return valves.map(({ openFraction }) => does(openFraction)).join(" / ");
}

publish({
  id: 4,
  title: "Modes of pump failure",
  studied: "models",
  source: { citation: "Bertram et al., Biomech Model Mechanobiol 2017;16:1987" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: one lymphangion of a rat against a rising outlet pressure; seven modes of failure, told apart by its valves. Here: one human lymphangion with the valves of rat models (resistances of 2014, thresholds that grow with distension), seven inlet pressures from 0.5 to 10 cmH₂O, outlets 0 to 60 cmH₂O above them, each until periodic. It fails when nothing flows on in a cycle. A valve stays shut, stays open, or works (does both); pairs of inlet and outlet valve are counted.",
  assumed: "what counts as a mode: the abstract names none; that every outlet pressure is held instead of a slow ramp",
  numbers: [
    {
      quantity: "failure modes seen",
      condition: "single lymphangion, afterload ramp",
      published: { kind: "value", value: 7, unit: "" },
      verdict: "partly",
      why: "A weak agreement: there are nine pairs, five are seen (six or seven with a stronger wall), and the paper may divide them otherwise. At low filling the inlet valve stays shut and the outlet valve open; more load shuts both, or leaves the inlet valve to work in vain; a distended inlet valve stays open. These valves were taken because they show most: with those of 2011, and with our human ones, one or two are seen.",
    },
  ],
  run: () => {
    const modes = new Map<string, (readonly [number, number])[]>();
    for (const inlet of inlets) {
      for (const rise of rises) {
        const mode = failure(inlet, rise);
        if (mode !== undefined) modes.set(mode, [...(modes.get(mode) ?? []), [inlet, rise]]);
      }
    }
    return {
      ours: [{ value: modes.size }],
      figure: {
        caption: `Where the most frequent ways of failing lie, as inlet / outlet valve; all seen: ${[...modes.keys()].join(", ")}.`,
        x: { label: "inlet pressure, cmH₂O", from: 0, to: 12 },
        y: { label: "pressure to lift, cmH₂O", from: -2 },
        series: [...modes]
          .toSorted(([, a], [, b]) => b.length - a.length)
          .slice(0, 4)
          .map(([name, points]) => ({ name, style: "dots" as const, points })),
      },
    };
  },
});
