/** `pacing:` when lymphangions contract, what paces them and what slows them. */
import { fail, parseQuantity, reportFailure } from "@openlymph/base";
import { z } from "zod";
import { type CalciumOscillator, usualCalcium } from "../../elements/calcium.ts";
import { usualLoadAdaptation } from "../../elements/load-adaptation.ts";
import { type Pacemaker, usualPacemaker } from "../../elements/pacemaker.ts";
import { usualShearInhibition } from "../../elements/wall-shear.ts";
import type { Lag, Pacing, PacingSource } from "../network.ts";
import { definePart, type Refuse, replaceAt } from "./part.ts";
import { above, atLeast, between, described, group, perhaps, usually, whole } from "./setting.ts";

/** The delay per lymphangion: a time, or an angle of which 360 deg is one contraction. */
const lag = z.unknown().transform((value, context): Lag => {
  const time = parseQuantity(value, "time");
  if (time.ok) return { kind: "time", value: time.value };
  const angle = parseQuantity(value, "angle");
  if (angle.ok) return { kind: "phase", value: angle.value };
  return reportFailure(context, fail(time.code, { expected: 'a time or an angle such as "0.5 s" or "90 deg"' }));
});

const share = between(0, 1, "0 to 100 %");
const perSecond = (usual: number, help: string) => usually(usual, "frequency", help, above("> 0 /s"), "/s");
const number = (usual: number, help: string, range = atLeast(">= 0")) => usually(usual, "fraction", help, range, "1");
const seconds = (usual: number, help: string) => usually(usual, "time", help, above("> 0 s"), "s");

const p = usualPacemaker;
const pacemaker = z.strictObject({
  frequency: usually(p.frequency, "frequency", "rate of a distended vessel", above("> 0 /min"), "/min"),
  least: usually(p.least, "fraction", "share of the rate left without distension", share, "%"),
  halfPressure: usually(p.halfPressure, "pressure", "transmural pressure of half effect", {}, "Pa"),
  width: usually(p.width, "pressure", "width of that effect", above("> 0 Pa"), "Pa"),
  most: usually(p.most, "frequency", "highest rate", above("> 0 /min"), "/min"),
  refractory: usually(
    p.refractory,
    "time",
    "from one onset to the next at least; at least the contraction",
    above("> 0 s"),
    "s",
  ),
  conduction: usually(p.conduction, "velocity", "speed along the wall, both ways", above("> 0 mm/s"), "mm/s"),
  warming: usually(
    p.warming,
    "temperatureDifference",
    "how much warmer than where the rate was measured",
    between(-40, 40, "-40 to 40 K"),
    "K",
  ),
  q10: number(p.q10, "rate at 10 K more over rate", above("> 0")),
  spread: usually(p.spread, "fraction", "standard deviation of the rate between lymphangions", share, "%"),
  seed: whole(p.seed, "seed of the spread and of the phases at the start", 0, 2 ** 31 - 1),
});

const c = usualCalcium;
const perPascalSecond = atLeast(">= 0 /Pa/s");
const calcium = z.strictObject({
  uptake: perSecond(c.uptake, "rate at which calcium is taken back"),
  rest: number(c.rest, "level at rest, in units of one release; above 1 it fires by itself"),
  stretch: number(c.stretch, "stretch that opens the channels", above("> 0")),
  refractory: seconds(c.refractory, "from one release to the next at least"),
  oxideByShear: usually(c.oxideByShear, "perPressureTime", "nitric oxide made per shear", perPascalSecond, "/Pa/s"),
  oxideDecay: perSecond(c.oxideDecay, "rate at which nitric oxide decays"),
  relaxation: number(c.relaxation, "how strongly it relaxes"),
});

const s = usualShearInhibition;
const shear = z.strictObject({
  half: usually(s.half, "pressure", "wall shear of half effect", above("> 0 Pa"), "Pa"),
  steepness: number(s.steepness, "steepness", above("> 0")),
  time: seconds(s.time, "time over which shear is averaged"),
  strength: usually(s.strength, "fraction", "largest loss of strength", share, "%"),
  tempo: usually(s.tempo, "fraction", "largest loss of frequency; felt by pacemakers", share, "%"),
});

const a = usualLoadAdaptation;
const adaptation = z.strictObject({
  time: seconds(a.time, "time in which strength follows the load"),
  least: usually(a.least, "fraction", "share of the strength left without any load", share, "%"),
  halfPressure: usually(a.halfPressure, "pressure", "transmural pressure of half effect", {}, "Pa"),
  width: usually(a.width, "pressure", "width of that effect", above("> 0 Pa"), "Pa"),
});

const pacing = z.strictObject({
  frequency: perhaps(
    "from contraction and rest",
    "frequency",
    "contractions per time; beside a source only the length of a reported cycle",
    above("> 0 /min"),
    "/min",
  ),
  contraction: perhaps(
    "the whole period",
    "time",
    "duration of a contraction",
    between(0.01, 3600, "10 ms to 1 h"),
    "s",
  ),
  rest: perhaps("0 s", "time", "rest after a contraction", atLeast(">= 0 s"), "s"),
  lag: described(lag.optional(), {
    kind: "quantity",
    help: "delay per lymphangion: a time, or an angle of one contraction",
    unit: "s, deg",
    usual: "0 s",
  }),
  conduction: perhaps(
    "the lag",
    "velocity",
    "speed of the contraction along the vessel, in place of a lag",
    above("> 0 mm/s"),
    "mm/s",
  ),
  source: group(
    "what sets the time of contractions in place of frequency and lag; one of the two below",
    z.strictObject({
      pacemaker: group("each wall counts toward its next contraction and excites its neighbours", pacemaker),
      calcium: group("stretch releases calcium, shear makes nitric oxide that relaxes", calcium),
    }),
  ),
  shear: group("wall shear weakens and slows contractions", shear),
  adaptation: group("contractions grow stronger under load, within minutes", adaptation),
});

type Content = z.output<typeof pacing>;

function sourceOf(content: Content["source"], refuse: Refuse): PacingSource | undefined {
  if (content === undefined) return undefined;
  if ((content.pacemaker === undefined) === (content.calcium === undefined)) {
    return refuse(["source"], { code: "field/invalid", expected: "one of pacemaker and calcium" });
  }
  if (content.pacemaker !== undefined) return { kind: "pacemaker", pacemaker: content.pacemaker satisfies Pacemaker };
  return { kind: "calcium", calcium: content.calcium as CalciumOscillator };
}

/** Period that holds when a file names none: of pacemakers at their own rate, of calcium as soon as it may release again. */
function periodOf(source: PacingSource | undefined): number | undefined {
  if (source === undefined) return undefined;
  return source.kind === "pacemaker" ? 1 / source.pacemaker.frequency : source.calcium.refractory;
}

function timesOf(
  content: Content,
  source: PacingSource | undefined,
  refuse: Refuse,
): { contraction: number; rest: number } {
  const { frequency, contraction, rest } = content;
  const given = [frequency, contraction, rest].filter((value) => value !== undefined).length;
  const own = given === 1 && contraction !== undefined ? periodOf(source) : undefined;
  if (own !== undefined) return { contraction: contraction!, rest: Math.max(0, own - contraction!) };
  if (given !== 2 && !(given === 1 && rest === undefined)) {
    refuse([], {
      code: given > 2 ? "field/invalid" : "field/missing",
      value: `${given} of frequency, contraction and rest`,
      expected: "two of them (the third follows), or one of frequency and contraction alone for no rest",
    });
  }
  const period = frequency === undefined ? (contraction ?? 0) + (rest ?? 0) : 1 / frequency;
  const active = contraction ?? period - (rest ?? 0);
  const idle = rest ?? period - active;
  if (!(active > 0) || idle < -1e-12 * period) {
    refuse(["frequency"], { code: "param/out-of-range", expected: "a period that holds contraction and rest" });
  }
  return { contraction: active, rest: Math.max(0, idle) };
}

function checkRefractory(source: PacingSource | undefined, contraction: number, refuse: Refuse): void {
  if (source?.kind !== "pacemaker" || source.pacemaker.refractory >= contraction) return;
  refuse(["source", "pacemaker", "refractory"], {
    code: "param/out-of-range",
    expected: `at least the contraction, ${contraction} s`,
    hint: "A lymphangion cannot begin a contraction while it is still in one.",
  });
}

export const pacingPart = definePart<typeof pacing, Pacing>({
  schema: pacing,
  build(content, refuse) {
    const { lag: delay, conduction } = content;
    const source = sourceOf(content.source, refuse);
    const times = timesOf(content, source, refuse);
    if (delay !== undefined && conduction !== undefined) {
      refuse(["lag"], { code: "field/invalid", expected: "either lag or conduction" });
    }
    if (source !== undefined && (delay ?? conduction) !== undefined) {
      refuse([delay === undefined ? "conduction" : "lag"], {
        code: "field/invalid",
        expected: `nothing here: ${source.kind === "pacemaker" ? "pacemakers" : "calcium"} set the time of every contraction`,
      });
    }
    checkRefractory(source, times.contraction, refuse);
    return {
      ...times,
      lag: conduction === undefined ? (delay ?? { kind: "time", value: 0 }) : { kind: "conduction", value: conduction },
      ...(source === undefined ? {} : { source }),
      ...(content.shear === undefined ? {} : { shear: content.shear }),
      ...(content.adaptation === undefined ? {} : { adaptation: content.adaptation }),
    };
  },
  view({ contraction, rest, lag: delay, source, shear: inhibition, adaptation: adapted }) {
    const along = delay.kind === "conduction" ? { conduction: delay.value } : { lag: delay };
    return {
      contraction,
      rest,
      ...(source === undefined ? along : { source: { [source.kind]: source[source.kind as never] } }),
      shear: inhibition,
      adaptation: adapted,
    };
  },
  write(content, path, value, refuse) {
    const { contraction = 0, rest = 0 } = content;
    if (path[0] === "lag") return { ...content, lag: value as Lag, conduction: undefined };
    if (path[0] === "conduction") return { ...content, conduction: value as number, lag: undefined };
    if (content.source !== undefined && (path[0] === "frequency" || path[0] === "rest")) {
      refuse(path, {
        code: "field/invalid",
        expected: "nothing here: contractions come when their source says",
        hint: "See pacing.pacemaker.frequency, or pacing.calcium.refractory.",
      });
    }
    if (path[0] !== "frequency") return replaceAt(content, path, value);
    const period = 1 / (value as number);
    if (rest === 0) return { ...content, contraction: period };
    if (period < contraction * (1 - 1e-12)) {
      refuse(path, {
        code: "param/out-of-range",
        expected: `at most ${60 / contraction} /min, the contraction lasts that long`,
      });
    }
    return { ...content, rest: Math.max(0, period - contraction) };
  },
});
