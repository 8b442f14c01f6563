/** Packet speed around a session of manual lymph drainage. */
import { minute } from "@openlymph/base";
import { collector, leg } from "../human.ts";
import { publish } from "../publish.ts";
import { dyeFronts, packetSpeed, packetsIn } from "../tracer.ts";

publish({
  id: 25,
  title: "Packet speed before and after drainage",
  studied: "people",
  source: { citation: "Lopera et al. 2017 (nine healthy people)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: near-infrared imaging before and after 15 min of manual lymph drainage. Here: before, packets of dye in the leg collector as in result 23; the session and what comes after it are those of the healthy leg of result 24.",
  assumed: "legs: the limb is not in what we read",
  numbers: [
    {
      quantity: "packet velocity",
      condition: "before, n = 9",
      published: { kind: "median", value: 6.7, unit: "mm/s" },
      verdict: "reproduced",
      why: "Speed of conduction is an input (12 mm/s), how far dye falls behind it is not. Other laboratories measured twice as much as this one (result 23); ours lies between, nearer to this (1.08 to 1.26 times it, by the ways of averaging tried with result 23).",
    },
    {
      quantity: "packet velocity",
      condition: "after, n = 9",
      published: { kind: "median", value: 13.3, unit: "mm/s" },
      verdict: "not yet",
      why: "The session of result 24 does not make dye faster, since conduction stays at 12 mm/s.",
    },
  ],
  run: () => {
    const packets = dyeFronts(collector(leg), 6, 3 * minute).flatMap((arrivals) => packetsIn(arrivals));
    const { value, spread } = packetSpeed(packets);
    return {
      ours: [{ value: 1e3 * value, spread: { ...spread, low: 1e3 * spread.low, high: 1e3 * spread.high } }, undefined],
    };
  },
});
