/** Narrow and leaking valves. */
import { minute, mmHg } from "@openlymph/base";
import { arm, collector, flowOf } from "../human.ts";
import { publish } from "../publish.ts";

const openings = [1e9, 3e9, 1e10, 3e10, 1e11, 3e11, 1e12, 3e12];
const frequencies = [1, 4];

function flow(lymphangions: number, frequency: number, change: { readonly open?: number; readonly closed?: number }) {
  const network = collector({
    ...arm,
    lymphangions,
    inletResistance: 0,
    frequency: frequency / minute,
    outletPressure: 2 * mmHg,
  });
  const competent = network.valves["competent"]!;
  return flowOf({ ...network, valves: { competent: { ...competent, ...change } } });
}

publish({
  id: 42,
  title: "Valves that are narrow, valves that leak",
  studied: "models",
  source: {
    citation: "Contarino & Toro, Biomech Model Mechanobiol 2018 (arXiv 1702.05830)",
    doi: "10.48550/arXiv.1702.05830",
  },
  provenance: { tag: "source", source: "abstract; rat mesentery" },
  protocol:
    "Ten human lymphangions, inlet and outlet at the same pressure. Narrow: the resistance of every open valve is raised in steps, at 1 and 4 contractions a minute. Leaking: one lymphangion whose two closed valves are as open as open ones.",
  assumed:
    'low frequency is 1 /min, high 4 /min; "almost unaltered" is a loss of at most a tenth; "tends to zero" is at most a twentieth of the flow with good valves',
  numbers: [
    {
      quantity: "loss of flow at high frequency less that at low",
      condition: "narrow valves",
      published: { kind: "sign", sign: 1, says: "high frequency loses more", unit: "" },
      verdict: "reproduced",
    },
    {
      quantity: "loss of flow at high frequency",
      condition: "narrowest valve that leaves low frequency almost unaltered",
      published: { kind: "value", value: 0.93, unit: "" },
      verdict: "not yet",
      why: "The paper's severity and frequencies are not in its abstract; with valves a hundred times narrower ours loses 12 % at 1 /min and 40 % at 4 /min, and a human collector does not contract much faster.",
    },
    {
      quantity: "flow over flow with good valves",
      condition: "one lymphangion, fully incompetent valves",
      published: { kind: "at most", value: 0.05, unit: "" },
      verdict: "reproduced",
      why: "Of one lymphangion, as in the paper. In a chain of ten the running contraction alone still moves half of the flow.",
    },
  ],
  run: () => {
    const flows = frequencies.map((frequency) => openings.map((open) => flow(10, frequency, { open })));
    const losses = flows.map((list) => list.map((value) => 1 - value / list[0]!));
    const [slow, fast] = losses as [number[], number[]];
    const mild = slow.findLastIndex((loss) => loss <= 0.1);
    const severe = openings.indexOf(1e11);
    const leaking = flow(1, 1, { closed: 1.001e9 }) / flow(1, 1, {});
    return {
      ours: [{ value: fast[severe]! - slow[severe]! }, { value: fast[mild]! }, { value: leaking }],
      figure: {
        caption: "Flow lost when every open valve has a higher resistance, at two frequencies.",
        x: { label: "log₁₀ of the resistance of an open valve, Pa·s/m³", from: 9, to: 12.5 },
        y: { label: "loss of flow, %", from: 0, to: 100 },
        series: frequencies.map((frequency, f) => ({
          name: `${frequency} /min`,
          style: "line" as const,
          points: openings.map((open, i) => [Math.log10(open), 100 * losses[f]![i]!] as const),
        })),
      },
    };
  },
});
