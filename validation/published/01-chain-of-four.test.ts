/** Windows of the plots of a published reproduction hold everything that our run of the same chain does. */
import { readFileSync } from "node:fs";
import { mLPerHour, unwrap } from "@openlymph/base";
import { parseNetwork, setParameter, simulate } from "@openlymph/physiology";
import { publish } from "../publish.ts";

const window = {
  verdict: "reproduced",
  why: "A window of a plot is a weak test; the numbers themselves are in the code verification.",
} as const;

publish({
  id: 1,
  title: "Four tapered lymphangions",
  studied: "models",
  source: {
    citation: "Bertram, Macaskill & Moore, J Biomech Eng 2011;133:011008, figure 4",
    doi: "10.1115/1.4002799",
  },
  provenance: { tag: "source", source: "parameters and plot windows from a public CellML reproduction" },
  protocol:
    "Four lymphangions of the published set lift fluid against 600 dyn/cm². Diameter and flow must stay within the axes of the reproduced figure. The set develops a hundredth of a human pressure: it checks code, not physiology.",
  assumed: "half of the viscous resistance on either side of the middle of a lymphangion",
  numbers: [
    {
      quantity: "least diameter",
      condition: "against 600 dyn/cm²",
      published: { kind: "at least", value: 0.2, unit: "mm" },
      ...window,
    },
    {
      quantity: "largest diameter",
      condition: "against 600 dyn/cm²",
      published: { kind: "at most", value: 0.34, unit: "mm" },
      ...window,
    },
    {
      quantity: "least flow",
      condition: "against 600 dyn/cm²",
      published: { kind: "at least", value: -0.12, unit: "mL/h" },
      ...window,
    },
    {
      quantity: "largest flow",
      condition: "against 600 dyn/cm²",
      published: { kind: "at most", value: 0.31, unit: "mL/h" },
      ...window,
    },
  ],
  run: () => {
    const file = new URL("../../examples/networks/bertram-2011.yaml", import.meta.url);
    const chain = unwrap(parseNetwork(readFileSync(file, "utf8"), "bertram-2011.yaml"));
    const { lymphangions, valves } = unwrap(simulate(unwrap(setParameter(chain, "outlet.pressure=2875 dyn/cm2"))));
    const diameters = lymphangions.map(({ diameter }) => diameter);
    const flows = valves.map(({ flow }) => flow);
    return {
      ours: [
        { value: 1e3 * Math.min(...diameters.map(({ min }) => min)) },
        { value: 1e3 * Math.max(...diameters.map(({ max }) => max)) },
        { value: Math.min(...flows.map(({ min }) => min)) / mLPerHour },
        { value: Math.max(...flows.map(({ max }) => max)) / mLPerHour },
      ],
    };
  },
});
