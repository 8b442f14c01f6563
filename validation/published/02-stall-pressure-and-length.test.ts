/** The pressure at which a uniform chain stops rises with its length. */
import { readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import { type Network, parseNetwork, setParameter, simulate } from "@openlymph/physiology";
import { publish } from "../publish.ts";

const file = new URL("../../examples/networks/bertram-2011.yaml", import.meta.url);

/** dyn/cm², to 2. */
function stall(network: Network): number {
  let [under, over] = [0, 600];
  while (over - under > 2) {
    const middle = (under + over) / 2;
    const { outflow } = unwrap(simulate(unwrap(setParameter(network, `outlet.pressure=${2275 + middle} dyn/cm2`))));
    if (outflow > 0) under = middle;
    else over = middle;
  }
  return (under + over) / 2;
}

publish({
  id: 2,
  title: "Stall pressure and number of lymphangions",
  studied: "models",
  source: { citation: "Bertram, Macaskill & Moore, J Biomech Eng 2011;133:011008", doi: "10.1115/1.4002799" },
  provenance: { tag: "source", source: "abstract and parameters; the published finding is a trend" },
  protocol:
    "Uniform chains of one to four lymphangions lift fluid against a rising pressure, until mean flow is zero. Reference values of our own equations (176.0 and 326.5 dyn/cm² for one and three) are in the code verification.",
  assumed: "",
  numbers: [
    {
      quantity: "stall pressure of three lymphangions less that of one",
      condition: "uniform chains",
      published: { kind: "sign", sign: 1, says: "rises with every lymphangion", unit: "dyn/cm²" },
      verdict: "reproduced",
    },
  ],
  run: () => {
    const tapered = unwrap(parseNetwork(readFileSync(file, "utf8"), "bertram-2011.yaml"));
    const chain = tapered.vessels["chain"]!;
    const walls = chain.walls.slice(0, 1);
    const stalls = [1, 2, 3, 4].map((lymphangions) =>
      stall({ ...tapered, vessels: { chain: { ...chain, lymphangions, walls } } }),
    );
    return {
      ours: [{ value: stalls[2]! - stalls[0]! }],
      figure: {
        caption: "Stall pressure of uniform chains of the 2011 set: every lymphangion adds to it.",
        x: { label: "lymphangions", from: 0, to: 5 },
        y: { label: "stall pressure, dyn/cm²", from: 0 },
        series: [{ name: "ours", style: "dots", points: stalls.map((value, i) => [i + 1, value] as const) }],
      },
    };
  },
});
