/** `valves:` the laws of valves, and damage to them. */
import { z } from "zod";
import { humanPrimaryValve } from "../../elements/primary-valve.ts";
import { damageOf, damageValve, healthyValve, valveEnds } from "../../elements/valve-damage.ts";
import { foldNumber, type ValveLaw } from "../../elements/valve-laws.ts";
import type { LogBlendValve } from "../../elements/valve-log-blend.ts";
import { humanCollector } from "../human-collector.ts";
import { definePart, type Refuse, replaceAt } from "./part.ts";
import { above, atLeast, between, choice, group, needed, perhaps, usually, word } from "./setting.ts";

const positiveResistance = above("> 0 Pa.s/m3");
const resistance = (help: string) => needed("resistance", help, positiveResistance, "Pa.s/m3");
const drop = (help: string) => needed("pressure", help, {}, "Pa");

const ends = { open: resistance("resistance when open"), closed: resistance("resistance when closed") };
const fold = choice(["refuse", "allow"], "refuse", "whether a law with several answers for one drop is taken");
const damage = {
  stenosis: usually(1, "fraction", "open resistance times this", atLeast("1 or more", 1), "1"),
  incompetence: usually(0, "fraction", "way from closed to open, in the logarithm", between(0, 1, "0 to 100 %"), "%"),
};

const primary = humanPrimaryValve;

/** The valve of the human limb collector, assumed (elements/valve-log-blend.ts). */
const human = humanCollector().valves["competent"] as LogBlendValve;

const valve = z.discriminatedUnion("law", [
  z.strictObject({
    law: word("sigmoid", "resistance is a sigmoid of the drop (Bertram 2011)"),
    open: ends.open,
    closed: resistance("added to the open resistance when closed"),
    slope: needed("perPressure", "steepness", above("> 0 /Pa"), "/Pa"),
    opening: drop("drop in the middle of the sigmoid; it opens some way above it"),
    prolapse: group(
      "lets the closed valve give way",
      z.strictObject({
        slope: needed("perPressure", "steepness of the prolapse", above("> 0 /Pa"), "/Pa"),
        pressure: drop("drop at which it prolapses"),
      }),
    ),
    fold,
    ...damage,
  }),
  z.strictObject({
    law: word("log-blend", "the logarithm of resistance is a sigmoid of the drop"),
    open: usually(human.open, "resistance", "resistance when open", positiveResistance, "Pa.s/m3"),
    closed: usually(human.closed, "resistance", "resistance when closed", positiveResistance, "Pa.s/m3"),
    opening: usually(human.opening, "pressure", "drop at which it opens", {}, "Pa"),
    closing: perhaps(
      "the opening drop",
      "pressure",
      "drop at which it closes; another than opening needs a lag",
      {},
      "Pa",
    ),
    width: usually(human.width, "pressure", "width of the change", above("> 0 mmHg"), "Pa"),
    lag: perhaps("at once", "time", "time the leaflets take", above("> 0 s"), "ms"),
    fold,
    ...damage,
  }),
  z.strictObject({
    law: word("hysteretic", "lags, and its thresholds rise as the vessel distends (Davis 2011)"),
    ...ends,
    opening: z.strictObject({
      relaxed: drop("opening drop of the relaxed vessel"),
      distended: drop("opening drop of the distended vessel"),
    }),
    closing: z.strictObject({
      relaxed: drop("closing drop of the relaxed vessel"),
      distended: drop("closing drop of the distended vessel"),
    }),
    fullDistension: needed("pressure", "transmural pressure of full distension", above("> 0 mmHg"), "mmHg"),
    width: needed("pressure", "width of the change", above("> 0 mmHg"), "Pa"),
    lag: needed("time", "time the leaflets take", above("> 0 s"), "ms"),
    ...damage,
  }),
  z.strictObject({
    law: word("mynard", "leaflets move at a rate the drop sets (Mynard 2012)"),
    openArea: needed("area", "orifice when open", above("> 0 mm2"), "mm2"),
    leakArea: needed("area", "orifice when closed; smaller than open", above("> 0 mm2"), "mm2"),
    length: needed("length", "effective length of the orifice", above("> 0 mm"), "mm"),
    openingRate: needed("perPressureTime", "speed of opening per drop", above("> 0 /Pa/s"), "/Pa/s"),
    closingRate: needed("perPressureTime", "speed of closing per drop", above("> 0 /Pa/s"), "/Pa/s"),
    opening: usually(0, "pressure", "drop above which it opens", {}, "Pa"),
    closing: usually(0, "pressure", "drop below which it closes; at most the opening drop", {}, "Pa"),
    ...damage,
  }),
  z.strictObject({
    law: word("primary", "flaps of initial lymphatics: the first valve of a vessel that begins in tissue"),
    open: usually(primary.open, "resistance", "resistance when open", positiveResistance, "Pa.s/m3"),
    closed: usually(primary.closed, "resistance", "resistance when closed", positiveResistance, "Pa.s/m3"),
    width: usually(primary.width, "pressure", "drop over which they open", above("> 0 mmHg"), "Pa"),
    ...damage,
  }),
]);

type Content = z.output<typeof valve>;

function checkThresholds(law: ValveLaw, refuse: Refuse): void {
  if (law.law === "log-blend" && law.closing !== law.opening && law.lag === undefined) {
    refuse(["closing"], {
      code: "field/invalid",
      expected: "a lag beside it",
      hint: "A valve that closes at another pressure than it opens has a state, and a state needs a lag such as 10 ms.",
    });
  }
  if ((law.law === "mynard" || law.law === "log-blend") && law.closing > law.opening) {
    refuse(["closing"], { code: "param/out-of-range", expected: "at most the opening drop" });
  }
  if (law.law === "hysteretic") {
    for (const state of ["relaxed", "distended"] as const) {
      if (law.closing[state] <= law.opening[state]) continue;
      refuse(["closing", state], { code: "param/out-of-range", expected: `at most the opening drop, ${state}` });
    }
  }
}

function checkEnds(law: ValveLaw, stenosis: number, refuse: Refuse): void {
  if (law.law === "mynard" && law.leakArea >= law.openArea) {
    refuse(["leakArea"], { code: "param/out-of-range", expected: "less than the open area" });
  }
  if (law.law !== "mynard" && law.closed <= law.open) {
    refuse(["closed"], { code: "param/out-of-range", expected: "more than the open resistance" });
  }
  const { open, closed } = valveEnds(law);
  if (stenosis * open >= closed) {
    const most = Number((closed / open).toPrecision(3));
    refuse(["stenosis"], { code: "param/out-of-range", expected: `below ${most}, where it resists as if closed` });
  }
}

function healthyOf(content: Content): ValveLaw {
  const { stenosis: _stenosis, incompetence: _incompetence, ...law } = content;
  return law.law === "log-blend" ? { ...law, closing: law.closing ?? law.opening } : law;
}

export const valvePart = definePart<typeof valve, ValveLaw>({
  schema: valve,
  build(content, refuse) {
    const { stenosis, incompetence } = content;
    const healthy = healthyOf(content);
    checkEnds(healthy, stenosis, refuse);
    checkThresholds(healthy, refuse);
    const law = damageValve(healthy, { stenosis, incompetence });
    const number = foldNumber(law);
    if (number > 1 && "fold" in law && law.fold === "refuse") {
      refuse([], {
        code: "valve/fold",
        value: `fold number ${number.toPrecision(3)}`,
        expected: "at most 1",
        hint: "Move the opening pressure up, soften the slope, use a lag, or write fold: allow to take the most closed answer.",
      });
    }
    return law;
  },
  view: (law) => ({ ...healthyValve(law), ...damageOf(law) }),
  write(content, path, value) {
    const at = String(path[0]);
    // A valve that closes where it opens keeps doing so; without a lag it can do nothing else.
    const together = content.law === "log-blend" && content.lag === undefined && at === "opening";
    if (together) return { ...content, opening: value as number, closing: value as number };
    return replaceAt(content, path, value);
  },
});
