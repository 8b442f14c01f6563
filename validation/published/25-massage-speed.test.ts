/** Packet speed around a session of manual lymph drainage. */
import { minute } from "@openlymph/base";
import { drainageSession, selfPaced } from "../drainage.ts";
import { collector, leg, legFrequency } from "../human.ts";
import { legShare, limb } from "../limb.ts";
import { publish } from "../publish.ts";
import { dyeFronts, packetSpeeds, quartiles } from "../tracer.ts";

publish({
  id: 25,
  title: "Packet speed before and after drainage",
  studied: "people",
  source: { citation: "Lopera et al. 2017 (nine healthy people)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: near-infrared imaging before and after 15 min of manual lymph drainage. Here: packets of dye in the leg collector as in result 23 before; then a leg collector with its tissue that paces itself, 15 min of strokes of 40 mmHg, and dye in the half hour after.",
  assumed: "legs: the abstract was read without the limb; session and pacemaker as in result 24",
  numbers: [
    {
      quantity: "packet velocity",
      condition: "before, n = 9",
      published: { kind: "median", value: 6.7, unit: "mm/s" },
      verdict: "reproduced",
      why: "Speed of conduction is an input (12 mm/s); dye falls behind it. Other laboratories measured twice as much (result 23).",
    },
    {
      quantity: "packet velocity",
      condition: "after, n = 9",
      published: { kind: "median", value: 13.3, unit: "mm/s" },
      verdict: "not yet",
      why: "After our session the tissue is emptier, less flows, and no packet of dye is carried over five lymphangions at once; conduction stays at 12 mm/s.",
    },
  ],
  run: () => {
    const before = dyeFronts(collector(leg), 6, 5 * minute).flatMap((arrivals) => packetSpeeds(arrivals));
    const { after } = drainageSession(selfPaced(limb({ collector: leg, share: legShare }), legFrequency.mean));
    return {
      ours: [
        quartiles(before.map((speed) => 1e3 * speed)),
        Number.isFinite(after.speed) ? { value: 1e3 * after.speed } : undefined,
      ],
    };
  },
});
