/** Colours of figures: ink on white, one accent. The same as on the pages of the report. */
export const palette = {
  paper: "#ffffff",
  ink: "#1f2a30",
  muted: "#5c6970",
  line: "#e3ded5",
  accent: "#0e6e78",
  /** Beside the accent where two things are compared. */
  second: "#9a5b00",
} as const;

/** The accent from light (where lymph enters) to dark (where it leaves), dark enough on white to be seen as a line. */
const lightest = [120, 190, 196] as const;
const darkest = [6, 52, 60] as const;

/** One shade for each of `count` vessels in the order of the flow. */
export function shadesAlongFlow(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const share = count === 1 ? 0.6 : i / (count - 1);
    const channel = lightest.map((light, c) => Math.round(light + share * ((darkest[c] ?? 0) - light)));
    return `#${channel.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  });
}
