import type { StrokePictureWords } from "@openlymph/figure";
import type { ToldStroke } from "../run/told-stroke.ts";
import { words } from "../words.ts";

const { strokes } = words;

/** A range of whole numbers as people say it: `1`, `5 to 7`. */
const range = ([low, high]: readonly [number, number]): string => (low === high ? `${low}` : strokes.range(low, high));

/** Who may do the stroke, in a sentence or two. */
export function whoMay({ use, oneHand }: ToldStroke): string {
  if (use !== "self-care") return strokes.who[use];
  return `${strokes.who[use]} ${oneHand ?? strokes.bothHands}`;
}

export function pressureOf({ pressure }: ToldStroke): string {
  return pressure === null ? strokes.noPressure : strokes.pressure(range(pressure));
}

/** What is written in the picture of a stroke. */
export function pictureWords(stroke: ToldStroke): StrokePictureWords {
  const { kind, steps, work, rest, use, name } = stroke;
  const [working, resting] = strokes.phases[kind];
  return {
    title: name,
    description: `${steps.place} ${steps.stretch} ${steps.release}`,
    marks: `${strokes.marks[use]} · ${words.plan.draft}`,
    working: strokes.seconds(working, range(work)),
    resting: rest[1] === 0 ? strokes.nextHand : strokes.seconds(resting, range(rest)),
    pressure: pressureOf(stroke),
    steps: {
      place: { head: strokes.place, text: steps.place },
      stretch: { head: working, text: steps.stretch },
      release: { head: resting, text: steps.release },
    },
  };
}
