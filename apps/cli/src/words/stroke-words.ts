import type { StrokePicture } from "@openlymph/figure";
import {
  movingStroke,
  oneHandAlone,
  oneHandRule,
  type Stroke,
  type StrokeTechnique,
  type StrokeUse,
  strokeTiming,
  strokeUse,
  techniqueOf,
} from "@openlymph/therapy";

/** `1`, `1 to 2`. */
export const rangeWords = ([low, high]: readonly [number, number]): string =>
  low === high ? String(low) : `${low} to ${high}`;

export const useWords: Readonly<Record<StrokeUse, string>> = {
  "self-care": "self-care",
  "not-self-care": "not for self-care",
  "therapist-only": "therapist only",
};

export const schoolWords = (school: string): string => (school === "all" ? "every school" : school);

/** Who does the stroke, as a sentence. */
export function whoWords(stroke: Stroke): string {
  const use = strokeUse(stroke);
  if (use === "therapist-only") return "Therapist only. Nobody does this stroke alone.";
  if (use === "not-self-care") return "Not for self-care: a therapist does it.";
  const hands = oneHandAlone(stroke) ? ` ${oneHandRule.words}` : " It takes both hands.";
  return `People can do it on themselves once a therapist has shown them.${hands}`;
}

/** `one hand`, `one or two hands, in turn`. */
export function handsWords({ hands: { least, most, together } }: StrokeTechnique): string {
  const count = { 0: "none, or both hands", 1: most === 1 ? "one hand" : "one or two hands", 2: "both hands" }[least];
  const turn = { one: "", together: "", alternate: ", in turn", relay: ", one taking over from the other" }[together];
  return `${count ?? ""}${turn}`;
}

export const contactWords: Readonly<Record<StrokeTechnique["contact"], string>> = {
  flat_fingers: "flat fingers",
  palm: "flat hand",
  span: "thumb and fingers spanning the limb",
  thumb: "thumb and the web beside it",
  fingertips: "fingertips",
  sleeve: "whole hand around the limb",
};

export const skinWords: Readonly<Record<StrokeTechnique["skin"], string>> = {
  moved: "goes with the hand",
  slid_over: "the hand slides over it",
  carries_the_hand: "carries the hand",
};

/** `20 to 40 mmHg`; that there is no number where there is none. */
export function strokePressureWords(stroke: Stroke): string {
  return stroke.pressure_mmHg === null ? "no pressure" : `${rangeWords(stroke.pressure_mmHg)} mmHg`;
}

/** What the hand does in its two phases, in a word or two each. */
function phaseWords(stroke: Stroke): readonly [working: string, resting: string] {
  const { skin, release } = techniqueOf(stroke);
  if (stroke.pressure_mmHg === null) return ["Breathe in", "Breathe out"];
  return [skin === "slid_over" ? "Glide" : "Stretch", release === "lifts_off" ? "Lift off" : "Release"];
}

/** Everything that is drawn and written in the picture of a stroke. */
export function strokePicture(stroke: Stroke): StrokePicture {
  const { work, rest } = strokeTiming(stroke);
  const { steps } = techniqueOf(stroke);
  const [working, resting] = phaseWords(stroke);
  return {
    ...movingStroke(stroke),
    words: {
      title: stroke.name,
      description: `${steps.place} ${steps.stretch} ${steps.release}`,
      marks: `${useWords[strokeUse(stroke)]} · draft`,
      working: `${working} ${rangeWords(work)} s`,
      resting: rest[1] === 0 ? "then the next hand" : `${resting} ${rangeWords(rest)} s`,
      pressure: strokePressureWords(stroke),
      steps: {
        place: { head: "Place", text: steps.place },
        stretch: { head: working, text: steps.stretch },
        release: { head: resting, text: steps.release },
      },
    },
  };
}
