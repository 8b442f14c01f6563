import {
  type Estimate,
  explained,
  type JudgedRule,
  type Measured,
  markPositions,
  type Series,
  sides,
} from "@openlymph/measurement";
import { fixed } from "../output/numbers.ts";
import { type Block, heading, list, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import {
  asNumber,
  errorWords,
  halfWords,
  inCentimetres,
  inMillilitres,
  inPercent,
  intervalWords,
  measureMarks,
  minusWords,
  occasionWords,
  protocolWords,
  type Shown,
  shownNumber,
  unitWords,
} from "../words/measure-words.ts";

/** How what a rule looks at is shown. */
export const ruleShown: Readonly<Record<JudgedRule["rule"]["of"], Shown>> = {
  excess: inPercent,
  rvc: inPercent,
  wac: inPercent,
  difference: inMillilitres,
  girth: inCentimetres,
  ldex: asNumber,
  ldexRise: asNumber,
  tdcRatio: { ...asNumber, digits: 2 },
};

const methodWords = { tape: "by tape", water: "by water displacement", perometer: "by perometer" } as const;

/** Volumes and what is computed from them. */
export function volumesTable({ volumes, compared, relativeChange, weightAdjusted, method }: Measured): Table {
  const row = (what: string, estimate: Estimate | undefined, shown: Shown) =>
    estimate === undefined
      ? []
      : [
          [
            what,
            shownNumber(estimate.value, shown),
            shown.unit,
            halfWords(estimate, shown),
            intervalWords(estimate, shown),
          ],
        ];
  const other = compared?.affected === "left" ? "right" : "left";
  const excess = `excess, ${compared?.affected ?? ""} over ${other}`;
  return {
    title: `Volume ${methodWords[method]}`,
    columns: [words(""), numbers("value"), words("unit"), numbers("half"), numbers("95 % interval")],
    rows: [
      ...sides.flatMap((side) => row(side, volumes[side], inMillilitres)),
      ...row(`difference, ${minusWords(compared?.affected ?? "left")}`, compared?.difference, inMillilitres),
      ...row(excess, compared?.excess, inPercent),
      ...row("relative volume change since baseline", relativeChange, inPercent),
      ...sides.flatMap((side) => row(`${side}, beside body weight since baseline`, weightAdjusted[side], inPercent)),
    ],
  };
}

/** Every reading with the difference of the sides. */
export function readingsTable(series: Series, { index, compared }: Measured): Table {
  const { circumferences } = series.measurements[index]!;
  const count = Math.max(...sides.map((side) => circumferences[side]?.length ?? 0));
  const own = (side: "left" | "right", i: number) => fixed(100 * (circumferences[side]?.[i] ?? Number.NaN), 1);
  return {
    title: "Readings, cm",
    about:
      compared === undefined
        ? undefined
        : `Difference: ${minusWords(compared.affected)}, with half of its 95 % interval.`,
    columns: [
      numbers("reading"),
      numbers("from first mark"),
      numbers("left"),
      numbers("right"),
      numbers("difference"),
      numbers("half"),
    ],
    rows: markPositions(series.protocol, Math.max(0, count)).map((position, i) => {
      const girth = compared?.girth?.[i];
      const difference =
        girth === undefined ? ["", ""] : [shownNumber(girth.value, inCentimetres), halfWords(girth, inCentimetres)];
      return [String(i + 1), fixed(100 * position, 1), own("left", i), own("right", i), ...difference];
    }),
  };
}

const besideWords = { above: "above", below: "below", "cannot tell": "cannot tell" } as const;

/** Lines in use, and on which side of them the measurement lies. */
export function rulesTable({ rules }: Measured): Table {
  return {
    title: "Beside lines in use",
    about: "Above or below: with all of the 95 % interval. Devices give no error. No line is a diagnosis.",
    columns: [words("line"), numbers("value"), words("95 % interval"), words("it is"), words("known")],
    rows: rules.map(({ rule, value, beside }) => {
      const shown = ruleShown[rule.of];
      const interval = Object.keys(value.terms).length === 0 ? "" : intervalWords(value, shown);
      return [
        rule.say,
        `${shownNumber(value.value, shown)}${unitWords(shown)}`,
        interval,
        besideWords[beside],
        rule.tag,
      ];
    }),
  };
}

/** What was recorded with the measurement as it is, without an error. */
export function recordedTable(series: Series, { index }: Measured): Table {
  const { endPart, weight, lDex, tissueDielectric, water, perometer } = series.measurements[index]!;
  const bySide = (
    what: string,
    values: { readonly left?: number; readonly right?: number },
    factor: number,
    digits: number,
  ) =>
    Object.keys(values).length === 0
      ? []
      : [[what, ...sides.map((side) => (values[side] === undefined ? "" : fixed(factor * values[side], digits)))]];
  return {
    title: "Recorded with it",
    columns: [words(""), numbers("left"), numbers("right")],
    rows: [
      ...bySide(`figure of eight around the ${series.limb === "arm" ? "hand" : "foot"}, cm`, endPart, 100, 1),
      ...bySide("water displacement, mL", water, 1e6, 0),
      ...bySide("perometer, mL", perometer, 1e6, 0),
      ...bySide("tissue dielectric constant", tissueDielectric, 1, 1),
      ...(lDex === undefined ? [] : [["L-Dex", fixed(lDex, 1), ""]]),
      ...(weight === undefined ? [] : [["body weight, kg", fixed(weight, 1), ""]]),
    ],
  };
}

function severityWords({ compared }: Measured): string {
  if (compared === undefined) return "";
  if (!compared.known) return "Which side is affected is not said: shown is left minus right.";
  const { band, possible } = compared.severity;
  const rest = possible.filter((other) => other !== band);
  const doubt = rest.length === 0 ? "" : ` (within the error also: ${rest.join(", ")})`;
  return `Severity by excess volume: ${band}${doubt}.`;
}

/** Stage and severity side by side, neither from the other. */
export function stagingWords(series: Series, found: Measured): string {
  const { stage, pitting } = series.measurements[found.index]!;
  const stages = sides.flatMap((side) => (stage[side] === undefined ? [] : [`${side} ${stage[side]}`]));
  const pits = sides.flatMap((side) =>
    pitting[side] === undefined ? [] : [`${side} ${pitting[side] ? "yes" : "no"}`],
  );
  return [
    severityWords(found),
    stages.length === 0 ? "" : `ISL stage as recorded: ${stages.join(", ")}.`,
    pits.length === 0 ? "" : `Pitting: ${pits.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function explainBlocks(series: Series, found: Measured): readonly Block[] {
  return explained(series, found).flatMap(({ of, lines, source }) => [
    heading(of),
    list([...lines, `Source: ${source}.`]),
  ]);
}

/** One measurement for a terminal. */
export function limbVolumeBlocks(
  series: Series,
  found: Measured,
  understood: readonly string[],
  explain: boolean,
): readonly Block[] {
  const { questions, rules, method } = found;
  const staged = stagingWords(series, found);
  const recorded = recordedTable(series, found);
  return [
    title(`Limb volume: ${series.title}`),
    ...measureMarks(questions).map(({ word, text: said }) => mark(word, said)),
    ...(understood.length === 0 ? [] : [heading("Understood as"), list(understood)]),
    text(`${occasionWords(series, found.index)}. ${method === "tape" ? protocolWords(series) : ""}`),
    tableBlock(volumesTable(found)),
    ...(staged === "" ? [] : [text(staged)]),
    ...(rules.length === 0 ? [] : [tableBlock(rulesTable(found))]),
    ...(method === "tape" ? [tableBlock(readingsTable(series, found))] : []),
    ...(recorded.rows.length === 0 ? [] : [tableBlock(recorded)]),
    ...(explain ? explainBlocks(series, found) : []),
    text(errorWords),
  ];
}
