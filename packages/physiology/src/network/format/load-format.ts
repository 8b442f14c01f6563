/** `external:` pressure from outside: a constant, strokes of a hand, and loads. */
import { mmHg } from "@openlymph/base";
import { z } from "zod";
import { checkLoad, type Load } from "../../elements/load.ts";
import { type External, type Massage, type PlacedLoad, plainStroke } from "../network.ts";
import { definePart, type Refuse, replaceAt } from "./part.ts";
import { above, atLeast, between, choice, group, nameOf, needed, perhaps, usually, word } from "./setting.ts";

/** A way longer than any in a body, m: a load without an end reaches to it. */
export const wholeWay = 100;

const mmHgUp = atLeast(">= 0 mmHg");
const secondsUp = atLeast(">= 0 s");
const positiveTime = above("> 0 s");

const under = {
  on: z.array(nameOf("vessels and tissues under it; all where it is left out")).min(1).optional(),
  share: usually(1, "fraction", "part of the pressure that arrives", between(0, 1, "0 to 100 %"), "%"),
};
const cycles = {
  start: perhaps("for all time", "time", "first cycle", {}, "s"),
  end: perhaps("never", "time", "no cycle begins at or after it", {}, "s"),
};
const along = (usual: string, help: string) => perhaps(usual, "length", help, {}, "cm");
const window = {
  from: usually(0, "length", "where it begins, along the flow from the most distal lymphangion", {}, "cm"),
  to: along("everything", "where it ends; to be written for a distal stroke"),
};
const hand = {
  duration: usually(plainStroke.duration, "time", "time the hand presses one place", positiveTime, "s"),
  period: usually(plainStroke.period, "time", "time from stroke to stroke; at least the duration", positiveTime, "s"),
  speed: usually(plainStroke.speed, "velocity", "speed of the hand", above("> 0 cm/s"), "cm/s"),
};

const load = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: word("static", "a garment, or a cuff that follows a schedule"),
    pressure: usually(0, "pressure", "pressure before the first step"),
    steps: z
      .array(
        z.strictObject({
          time: needed("time", "when the change begins", {}, "s"),
          pressure: needed("pressure", "pressure held afterwards"),
        }),
      )
      .default([]),
    ramp: usually(1, "time", "time of one change", positiveTime, "s"),
    from: along("the distal end", "where it begins, along the flow from the most distal lymphangion"),
    to: along("everything", "where it ends"),
    ...under,
  }),
  z.strictObject({
    kind: word("stroke", "a hand that travels again and again"),
    amplitude: needed("pressure", "peak on the skin", mmHgUp),
    ...hand,
    direction: choice(["proximal", "distal"], "proximal", "with the flow or against it"),
    ...window,
    ...cycles,
    ...under,
  }),
  z.strictObject({
    kind: word("sleeve", "chambers that fill one after the other, distal first"),
    from: window.from,
    chambers: z
      .array(
        z.strictObject({
          length: needed("length", "length along the limb", above("> 0 cm"), "cm"),
          pressure: needed("pressure", "pressure when full", mmHgUp),
        }),
      )
      .min(1, "one chamber or more"),
    inflate: needed("time", "time to fill", positiveTime, "s"),
    hold: usually(0, "time", "full pressure after filling", secondsUp, "s"),
    deflate: usually(1, "time", "time to empty", positiveTime, "s"),
    stagger: needed("time", "from one chamber's filling to the next; 0 s: all at once", secondsUp, "s"),
    pause: needed("time", "empty before the next cycle", secondsUp, "s"),
    release: choice(["together", "each"], "together", "all hold until the last has held, or each empties by itself"),
    ...cycles,
    ...under,
  }),
  z.strictObject({
    kind: word("muscle-pump", "muscle that tightens rhythmically, as in walking"),
    amplitude: usually(181 * mmHg, "pressure", "peak pressure inside the muscle", mmHgUp),
    frequency: usually(1, "frequency", "strides of one leg", above("> 0 Hz"), "Hz"),
    duty: usually(0.4, "fraction", "share of the stride it is tight", between(1e-3, 1, "above 0 up to 100 %"), "%"),
    speed: perhaps("at once", "velocity", "speed of the contraction toward the heart", above("> 0 cm/s"), "cm/s"),
    ...window,
    ...cycles,
    ...under,
  }),
]);

const massage = z.strictObject({
  amplitude: needed("pressure", "peak pressure of a stroke", mmHgUp),
  duration: needed("time", "time the hand presses one place", positiveTime, "s"),
  period: needed("time", "time from stroke to stroke; at least the duration", positiveTime, "s"),
  speed: needed("velocity", "speed of the hand", above("> 0 cm/s"), "cm/s"),
  direction: z.enum(["proximal", "distal"]).meta({
    setting: { kind: "choice", help: "with the flow or against it", range: "proximal, distal" },
  }),
  vessels: z.array(nameOf("vessels under the hand; all where it is left out")).min(1).optional(),
});

const external = z.strictObject({
  pressure: perhaps("0 mmHg", "pressure", "constant pressure on all lymphangions and tissues"),
  massage: group("strokes along whole vessels, from the first lymphangion to the last", massage),
  loads: group("cuffs, strokes, sleeves and muscles; their pressures add up", z.array(load)),
});

type Content = z.output<typeof external>;
type LoadContent = z.output<typeof load>;

/** Fields that are absent are left out, so that a load reads as its element describes it. */
function without<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function placedLoad(content: LoadContent, at: readonly PropertyKey[], refuse: Refuse): PlacedLoad {
  const { on, share, ...fields } = content;
  if (fields.kind === "stroke" && fields.direction === "distal" && fields.to === undefined) {
    refuse([...at, "to"], {
      code: "field/missing",
      expected: "a length such as 30 cm",
      hint: "A distal stroke begins at its end, so the end has to be said.",
    });
  }
  const bounded = fields.kind === "stroke" || fields.kind === "muscle-pump";
  const built = without(bounded ? { ...fields, to: fields.to ?? wholeWay } : fields) as Load;
  const failure = checkLoad(built, "load");
  if (failure !== undefined) {
    const { ok: _ok, path = "", value: _value, code, ...detail } = failure;
    refuse([...at, ...keysOf(path).slice(1)], { code, ...detail });
  }
  return { load: built, ...(on === undefined ? {} : { on }), share };
}

/** `load.steps[3].time` → `["load", "steps", 3, "time"]`. */
export function keysOf(path: string): PropertyKey[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([whole, index]) =>
    index === undefined ? whole : Number(index),
  );
}

export const externalPart = definePart<typeof external, External>({
  schema: external,
  build({ pressure = 0, massage: strokes, loads }, refuse) {
    const placed = loads?.map((each, i) => placedLoad(each, ["loads", i], refuse));
    const pressed = { pressure, ...(placed === undefined ? {} : { loads: placed }) };
    if (strokes === undefined) return pressed;
    const { vessels, ...fields } = strokes;
    if (fields.duration > fields.period) {
      refuse(["massage", "period"], { code: "param/out-of-range", expected: "at least the duration" });
    }
    return { ...pressed, massage: fields satisfies Massage, massaged: vessels };
  },
  view: ({ pressure, massage: strokes, massaged, loads }) => ({
    pressure,
    massage:
      strokes === undefined ? undefined : { ...strokes, vessels: massaged === undefined ? undefined : [...massaged] },
    loads: loads?.map(({ load: each, on, share }) => ({ ...each, on, share }) as LoadContent),
  }),
  offer: (content) => ({ ...content, massage: content.massage ?? { ...plainStroke } }),
  write(content, path, value) {
    const start: Content =
      path[0] === "massage" ? { ...content, massage: content.massage ?? { ...plainStroke } } : content;
    return replaceAt(start, path, value);
  },
});
