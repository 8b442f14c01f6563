import {
  meanPressureShare,
  oneHandAlone,
  pressureDebate,
  type Stroke,
  strokeSources,
  strokes,
  strokeTiming,
  strokeUse,
  techniqueOf,
} from "@openlymph/therapy";
import { percent } from "../output/numbers.ts";
import { type Block, heading, list, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { type Mark, provenanceWords } from "../words/review-words.ts";
import {
  contactWords,
  handsWords,
  rangeWords,
  schoolWords,
  skinWords,
  strokePressureWords,
  useWords,
  whoWords,
} from "../words/stroke-words.ts";

/** Nothing about strokes has been reviewed yet. */
export const strokeMarks: readonly Mark[] = [
  { word: "DRAFT", text: "strokes: no named professional has reviewed or approved them." },
];

const marked = (): readonly Block[] => strokeMarks.map(({ word, text: said }) => mark(word, said));

const debateWords = (): string =>
  `Schools teach ${pressureDebate.taught.join(" to ")} mmHg; ${pressureDebate.measured.join(" to ")} mmHg were measured under therapists' hands on swollen legs. No optimum is known.`;

/** Every stroke with who may do it, pressure and times. */
export function strokeListBlocks(): readonly Block[] {
  const alone = strokes.filter(oneHandAlone).map(({ name }) => name);
  return [
    title("Strokes"),
    ...marked(),
    tableBlock({
      title: `${strokes.length} strokes`,
      about: `Pressure as the school teaches it. ${debateWords()}`,
      columns: [
        words("id"),
        words("name"),
        words("school"),
        words("who"),
        words("one hand"),
        numbers("mmHg"),
        numbers("work (s)"),
        numbers("rest (s)"),
        numbers("times"),
      ],
      rows: strokes.map((stroke) => {
        const { work, rest, repetitions } = strokeTiming(stroke);
        const { pressure_mmHg: pressure } = stroke;
        return [
          stroke.id,
          stroke.name,
          schoolWords(stroke.school),
          useWords[strokeUse(stroke)],
          oneHandAlone(stroke) ? "enough" : "",
          pressure === null ? "" : rangeWords(pressure),
          rangeWords(work),
          rangeWords(rest),
          rangeWords(repetitions),
        ];
      }),
    }),
    text(`With one good hand, at home: ${alone.join(", ")}.`),
  ];
}

function parameterTable(stroke: Stroke): Table {
  const technique = techniqueOf(stroke);
  const { work, rest, repetitions, workingShare } = strokeTiming(stroke);
  const { hands, stretch, advance, path, pressure } = technique;
  const own = "see sources";
  return {
    title: "Parameters",
    about: "What is assumed is our own reading of how the stroke is described; nobody has measured it.",
    columns: [words("parameter"), words("value"), words("how it is known")],
    rows: [
      ["hands", handsWords(technique), provenanceWords(hands)],
      ["on the skin", contactWords[technique.contact], own],
      ["skin", skinWords[technique.skin], own],
      ["working phase", `${rangeWords(work)} s`, own],
      ["resting phase", rest[1] === 0 ? "none: the other hand takes over" : `${rangeWords(rest)} s`, own],
      ["repetitions", rangeWords(repetitions), own],
      ["pressure", strokePressureWords(stroke), own],
      ...(pressure === null
        ? []
        : [
            [
              "mean pressure over a stroke",
              `${percent(meanPressureShare(stroke), 0)} % of the peak`,
              provenanceWords(pressure),
            ],
          ]),
      ["share of work", `${percent(workingShare, 0)} %`, "computed (from the times)"],
      ...(stretch === null ? [] : [["stretch", `${rangeWords(stretch.mm)} mm`, provenanceWords(stretch)]]),
      ["way", technique.pushes ? "toward the exit" : "on one place", provenanceWords(path)],
      [
        "next place",
        advance.handWidths === 0 ? "the same spot" : `${advance.handWidths} hand widths on`,
        provenanceWords(advance),
      ],
    ],
  };
}

/** One stroke: who, how, what to feel for and to avoid, its parameters, where sources disagree. */
export function strokeBlocks(stroke: Stroke): readonly Block[] {
  const { steps, feelFor, avoid } = techniqueOf(stroke);
  const sources = strokeSources(stroke);
  return [
    title(`${stroke.name}, ${schoolWords(stroke.school)}`),
    ...marked(),
    text(whoWords(stroke)),
    heading("How it is done"),
    list([steps.place, steps.stretch, steps.release, steps.moveOn]),
    heading("What to feel for"),
    list(feelFor),
    heading("What to avoid"),
    list(avoid),
    tableBlock(parameterTable(stroke)),
    ...(stroke.pressure_mmHg === null
      ? []
      : [
          heading("Where sources disagree about pressure"),
          text(`${debateWords()} In short: ${pressureDebate.implication}.`),
        ]),
    heading("Sources"),
    list([
      `Evidence: ${stroke.evidence}.`,
      ...sources,
      ...pressureDebate.sources.filter((one) => !sources.includes(one)),
    ]),
  ];
}
