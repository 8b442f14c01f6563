/** Flow has an optimum of the transmural pressure; where it lies depends on the valves. */
import { cmH2O } from "@openlymph/base";
import { arm, collector, flowOf } from "../human.ts";
import { type Case, numbersOf } from "../kept-cases.ts";
import { optimum } from "../optimum.ts";
import { publish } from "../publish.ts";
import { ratValve } from "../rat-valve.ts";

const rises = [0, 5, 10, 20];
const pressures = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25];

const fineSteps = [0, 1, 2, 3, 4, 5, 6, 8];

/**
 * Inlet pressure of the largest flow with the valves of rat models, cmH₂O: for three loads and three full distensions. These
 * valves chatter where they leak, and at the usual tolerance flows scatter by some hundredths: enough to move a flat top.
 */
function bestWithRatValves(): number[] {
  const sweeps = [5, 10, 20].flatMap((full) => [0, 2, 5].map((rise) => ({ full, rise })));
  const cases = sweeps.flatMap(({ full, rise }) =>
    fineSteps.map((pressure): Case => {
      const run = () => {
        const network = collector({
          ...arm,
          lymphangions: 10,
          inletResistance: 0,
          inletPressure: pressure * cmH2O,
          outletPressure: (pressure + rise) * cmH2O,
        });
        const valves = { competent: { ...ratValve, fullDistension: full * cmH2O } };
        return [flowOf({ ...network, valves, solver: { ...network.solver, tolerance: 1e-6 } })];
      };
      return { key: `full ${full}, rise ${rise}, inlet ${pressure}`, run };
    }),
  );
  const flows = numbersOf("transmural-rat-valves", cases).map(([flow]) => flow!);
  const steps = fineSteps.length;
  return sweeps.map((_, n) => optimum(fineSteps, flows.slice(n * steps, (n + 1) * steps)).middle);
}

publish({
  id: 6,
  title: "Best transmural pressure",
  studied: "models",
  source: { citation: "Jamalian et al., PLoS ONE 2016;11:e0148384", doi: "10.1371/journal.pone.0148384" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: rat-like networks, inlet and outlet raised together. Here: ten human lymphangions, no inlet resistance, nothing pressing from outside; the inlet pressure is swept for outlets 0, 5, 10 and 20 cmH₂O above it, and the optimum taken for each; ours is the middle of the four. Then with the valves of rat models, which leak when they are distended, against 0, 2 and 5 cmH₂O, the most they can lift; of each, the middle of the pressures that give 95 % of the largest flow or more, and the mean of the nine.",
  assumed:
    "frequency does not change with pressure, as in the paper; valves of rat models are fully distended at 5, 10 or 20 cmH₂O, all counted",
  numbers: [
    {
      quantity: "transmural pressure of the largest flow",
      condition: "several pressure differences",
      published: { kind: "range", low: 2, high: 4, unit: "cmH₂O" },
      verdict: "not yet",
      why: "A vessel of 0.5 mm with our wall stiffens at higher pressures than a rat's; the optimum falls from 12 to 4 cmH₂O as the pressure to lift rises to 20. No wall of a human limb collector was measured; ours is assumed.",
    },
    {
      quantity: "transmural pressure of the largest flow",
      condition: "the same vessel with valves of rat models",
      published: { kind: "range", low: 2, high: 4, unit: "cmH₂O" },
      verdict: "partly",
      why: "It is the valves that make the optimum so low: distended ones close only against 2 cmH₂O and let lymph back. Where it lies follows the load and the pressure of full distension, which is assumed: from 0 to 3.5 over what was tried, just below what was published on the mean.",
    },
    {
      quantity: "best transmural pressure against 20 cmH₂O less that against none",
      condition: "ten lymphangions",
      published: { kind: "sign", sign: -1, says: "an optimum inside the sweep, lower against more", unit: "cmH₂O" },
      verdict: "reproduced",
      why: "The fall with load is computed from the 2011 equations, not stated in the abstract.",
    },
  ],
  run: () => {
    const cases = rises.flatMap((rise) =>
      pressures.map((pressure): Case => {
        const ends = { inletPressure: pressure * cmH2O, outletPressure: (pressure + rise) * cmH2O };
        const network = collector({ ...arm, lymphangions: 10, inletResistance: 0, ...ends });
        return { key: `rise ${rise}, inlet ${pressure}`, run: () => [flowOf(network)] };
      }),
    );
    const found = numbersOf("transmural", cases).map(([flow]) => flow!);
    const flows = rises.map((_, r) => found.slice(r * pressures.length, (r + 1) * pressures.length));
    const best = flows.map((list) => pressures[list.indexOf(Math.max(...list))]!);
    const rat = bestWithRatValves().toSorted((a, b) => a - b);
    const sorted = best.toSorted((a, b) => a - b);
    return {
      ours: [
        {
          value: (sorted[1]! + sorted[2]!) / 2,
          spread: { low: sorted[0]!, high: sorted[3]!, of: "the four:" },
        },
        {
          value: rat.reduce((sum, value) => sum + value, 0) / rat.length,
          spread: { low: rat[0]!, high: rat[8]!, of: "the nine:" },
        },
        { value: best[3]! - best[0]! },
      ],
      figure: {
        caption:
          "Mean flow against transmural pressure at the inlet, for four pressures to lift; band: published optimum.",
        x: { label: "transmural pressure, cmH₂O", from: 0, to: 25 },
        y: { label: "mean flow, mL/h", from: 0 },
        series: rises.map((rise, r) => ({
          name: `against ${rise}`,
          style: "line" as const,
          points: pressures.map((pressure, i) => [pressure, flows[r]![i]!] as const),
        })),
        bands: [{ axis: "x", from: 2, to: 4, name: "published" }],
      },
    };
  },
});
