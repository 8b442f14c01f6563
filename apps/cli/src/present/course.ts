import { type Limb, limbs, limbTerritories, limbVolume } from "@openlymph/anatomy";
import { type BesideCourse, type CourseLine, type CourseRun, limbExcessShare, lymphFlow } from "@openlymph/rehearsal";
import { fixed, inUnit, percent, timeWords } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { courseRows, lineWords, loadedWords, restWords, unknownValueWords, weeksWords } from "../words/course-words.ts";
import { limbWords, shortNodeWords } from "../words/place-words.ts";
import {
  endDay,
  excessOn,
  excessRange,
  flowBefore,
  isSwollen,
  lastDay,
  reduction,
  takenByPart,
} from "./course-numbers.ts";

const mL = (si: number, digits = 1) => inUnit(si, "volume", "mL", digits);

/** One sentence: what the model gives at the end, how wide it is not known, and what it is not. */
export function courseSentence(run: CourseRun): string {
  const [, none] = run.lines;
  const end = endDay(run);
  const [low, high] = excessRange(run, end);
  const range = mL(low, 0) === mL(high, 0) ? `${mL(low, 0)} mL` : `${mL(low, 0)} to ${mL(high, 0)} mL`;
  const unknown = run.unknowns.length === 0 ? "" : ", as far apart as what nobody has measured puts it,";
  return (
    `After ${weeksWords(run.settings.duration)} the ${limbWords(run.limb)} holds ${range} above health with the course${unknown} and ` +
    `${mL(excessOn(run, none.series, end), 0)} mL without it, ${restWords(run.settings)}. Numbers of this model, not what is to be ` +
    `expected of a person.`
  );
}

/** What is done. */
export function settingsTable(run: CourseRun): Table {
  return {
    title: "The course",
    columns: [words(""), words("what"), words("when")],
    rows: courseRows(run),
  };
}

/** The limb with the course and without it, day by day, ever wider apart. */
export function courseTable(run: CourseRun): Table {
  const [whole, none] = run.lines;
  const end = endDay(run);
  const volume = limbVolume(run.limb);
  return {
    title: `Excess of the ${limbWords(run.limb)} with the course and without it`,
    about: `Fluid above health ${restWords(run.settings)}. Day 0 is the first of the course, day ${end} the first after it.`,
    columns: [
      numbers("day"),
      numbers("without (mL)"),
      numbers("with (mL)"),
      numbers("with (% of the limb)"),
      numbers("difference (mL)"),
      numbers("less than on day 0 (%)"),
    ],
    rows: run.reported.map((n) => {
      const [with_, without] = [excessOn(run, whole.series, n), excessOn(run, none.series, n)];
      return [
        n === end ? `${n}, end` : String(n),
        mL(without),
        mL(with_),
        percent(with_ / volume, 2),
        mL(with_ - without, 2),
        isSwollen(run) ? percent(reduction(run, whole.series, n), 1) : "–",
      ];
    }),
  };
}

/** Lymph flow, protein and pressure of the limb with the course and without it. */
export function limbStateTable(run: CourseRun): Table {
  const [whole, none] = run.lines;
  const healthyFlow = lymphFlow(run.index, run.healthy, limbTerritories(run.limb));
  const at = (line: CourseLine, n: number) => {
    const { protein, pressure } = line.series[run.limb];
    const place = run.rest[n] ?? -1;
    return [
      inUnit(flowBefore(run, line.series, n), "flow", "mL/h", 2),
      fixed(protein[place] ?? Number.NaN, 1),
      inUnit(pressure[place] ?? Number.NaN, "pressure", "mmHg", 2),
    ];
  };
  return {
    title: `Lymph flow and tissue fluid of the ${limbWords(run.limb)}`,
    about: `Lymph flow is the mean of the day before (in health ${inUnit(healthyFlow, "flow", "mL/h", 2)} mL/h); protein and pressure of the tissue fluid are means by volume ${restWords(run.settings)}.`,
    columns: [
      numbers("day"),
      numbers("flow without (mL/h)"),
      numbers("with"),
      numbers("protein without (g/L)"),
      numbers("with"),
      numbers("tissue without (mmHg)"),
      numbers("with"),
    ],
    rows: run.reported.map((n) => {
      const [a, b] = [at(none, n), at(whole, n)];
      return [String(n), ...a.flatMap((value, place) => [value, b[place] ?? ""])];
    }),
  };
}

/** What each part of the course does. */
export function partsTable(run: CourseRun): Table {
  const [end, last] = [endDay(run), lastDay(run)];
  const none = run.lines[1];
  const followed = last > end;
  return {
    title: `What each part does: excess of the ${limbWords(run.limb)}`,
    about: `At the end of the course (day ${end})${followed ? ` and ${weeksWords(run.settings.after)} later (day ${last})` : ""}, ${restWords(run.settings)}. Less: than with nothing.`,
    columns: [
      words("done"),
      numbers(`day ${end} (mL)`),
      numbers("less (mL)"),
      numbers("less than on day 0 (%)"),
      ...(followed ? [numbers(`day ${last} (mL)`), numbers("less (mL)")] : []),
    ],
    rows: run.lines.map((line) => {
      const less = (n: number) => mL(excessOn(run, none.series, n) - excessOn(run, line.series, n), 2);
      return [
        lineWords(line, run.parts),
        mL(excessOn(run, line.series, end)),
        less(end),
        isSwollen(run) ? percent(reduction(run, line.series, end), 1) : "–",
        ...(followed ? [mL(excessOn(run, line.series, last)), less(last)] : []),
      ];
    }),
  };
}

/** How much of the difference is left when the course is over. */
export function afterTable(run: CourseRun): Table {
  const [whole, none] = run.lines;
  const end = endDay(run);
  const gap = (n: number) => excessOn(run, none.series, n) - excessOn(run, whole.series, n);
  const most = gap(end);
  return {
    title: "After the course: how it goes back",
    about: `Nothing of the course is done any more. What is left is the difference to the ${limbWords(run.limb)} that never had it.`,
    columns: [
      numbers("days after it"),
      numbers("without (mL)"),
      numbers("with (mL)"),
      numbers("left (mL)"),
      numbers("left (%)"),
    ],
    rows:
      run.settings.after === 0
        ? []
        : run.reported
            .filter((n) => n >= end)
            .map((n) => [
              String(n - end),
              mL(excessOn(run, none.series, n)),
              mL(excessOn(run, whole.series, n)),
              mL(gap(n), 2),
              Math.abs(most) > 1e-9 ? percent(gap(n) / most, 1) : "–",
            ]),
  };
}

/** What a course comes to with each value of what nobody has measured. */
export function unknownsTable(run: CourseRun): Table {
  const end = endDay(run);
  const days = Array.from({ length: end + 1 }, (_, n) => n);
  return {
    title: "What nobody has measured, and what hangs on it",
    about: `The whole course again with other values, all else equal: excess of the ${limbWords(run.limb)} on day ${end}, and what the part concerned takes away: by then, and on the day when that is most.`,
    columns: [
      words("not known"),
      numbers("value"),
      numbers("excess (mL)"),
      words("part"),
      numbers("takes away (mL)"),
      numbers("most on any day (mL)"),
    ],
    rows: run.unknowns.flatMap(({ unknown, lines, leftOut }) =>
      lines.map(({ value, series }, at) => [
        at === 0 ? unknown.label : "",
        `${unknownValueWords(value, unknown.unit)}${value === unknown.usual ? " *" : ""}`,
        mL(excessOn(run, series, end)),
        unknown.part,
        mL(takenByPart(run, leftOut, series, end), 2),
        mL(Math.max(...days.map((n) => takenByPart(run, leftOut, series, n))), 2),
      ]),
    ),
  };
}

/** The star of `unknownsTable`. */
export const usualValueWords = "A star marks the value that is taken everywhere else.";

/** The hours after one session. */
export function sessionHoursTable(run: CourseRun): Table {
  const { session } = run;
  const moments = session?.reported ?? [];
  const length = session?.bound.duration ?? 0;
  return {
    title: `One session: fluid of the ${limbWords(run.limb)} with it minus without it (mL)`,
    about:
      "The first session of the course and the hours after it, all else the same; the tissue under a pushing hand conducts as much better as is said.",
    columns: [
      numbers("conducts"),
      ...moments.map((place) => {
        const time = session?.times[place] ?? 0;
        return numbers(time === length ? `end, ${timeWords(time)}` : timeWords(time));
      }),
    ],
    rows: (session?.differences ?? []).map(({ displacement, values }) => [
      `${unknownValueWords(displacement, "times")}`,
      ...moments.map((place) => mL(values[place] ?? Number.NaN, 3)),
    ]),
  };
}

/** The bound on one session, in words. */
export function sessionBoundWords(run: CourseRun): string {
  const bound = run.session?.bound;
  if (bound === undefined) return "";
  return (
    `The most that arithmetic allows the lymph vessels of the ${limbWords(run.limb)} alone in this session is ` +
    `${mL(bound.total, 2)} mL (${mL(bound.duringStrokes, 2)} mL during ${timeWords(bound.duration)} of strokes and ` +
    `${mL(bound.afterwards, 2)} mL afterwards). A bound is not what is to be expected.`
  );
}

/** Every limb at the beginning, at the end and when all is over. */
export function limbsTable(run: CourseRun): Table {
  const { start, end, last } = run.moments;
  const share = (state: BesideCourse["without"], limb: Limb) =>
    percent(limbExcessShare(run.index, run.healthy, state, limb), 2);
  return {
    title: "Excess of each limb (% of the healthy limb's volume)",
    about: `On day 0, day ${endDay(run)} and day ${lastDay(run)}, ${restWords(run.settings)}.`,
    columns: [
      words("limb"),
      numbers("day 0"),
      numbers(`day ${endDay(run)} without`),
      numbers("with"),
      numbers(`day ${lastDay(run)} without`),
      numbers("with"),
    ],
    rows: limbs.map((limb) => [
      limbWords(limb),
      share(start, limb),
      share(end.without, limb),
      share(end.withCourse, limb),
      share(last.without, limb),
      share(last.withCourse, limb),
    ]),
  };
}

/** Pressure of the nodes and vessels that the course changes most. */
export function nodesTable(run: CourseRun): Table {
  const { end, loaded } = run.moments;
  const change = (n: number) =>
    Math.max(
      ...[end, loaded].map(({ withCourse, without }) => Math.abs(withCourse.pressure[n]! - without.pressure[n]!)),
    );
  const order = run.index.nodes.map((_, n) => n).sort((a, b) => change(b) - change(a));
  const pressure = (state: BesideCourse["without"], n: number) => inUnit(state.pressure[n]!, "pressure", "mmHg", 1);
  return {
    title: "Lymph pressure of nodes, trunks and ducts (mmHg)",
    about: `Those that the course changes most: on its last day ${loadedWords(run.settings)}, and on day ${endDay(run)} ${restWords(run.settings)}.`,
    columns: [
      words("node group, trunk or duct"),
      numbers("healthy"),
      numbers("last day without"),
      numbers("with"),
      numbers(`day ${endDay(run)} without`),
      numbers("with"),
    ],
    rows: order.map((n) => [
      shortNodeWords(run.index.nodes[n] ?? ""),
      pressure(run.healthy, n),
      pressure(loaded.without, n),
      pressure(loaded.withCourse, n),
      pressure(end.without, n),
      pressure(end.withCourse, n),
    ]),
  };
}
