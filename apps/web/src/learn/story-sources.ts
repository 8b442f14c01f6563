import { words } from "../words.ts";
import type { StoryName } from "./stories.ts";

/** What a story rests on: in words, and the condition whose trials it speaks of. */
export interface StorySources {
  readonly texts: readonly string[];
  /** A condition of the evidence by its id. */
  readonly condition?: string;
}

const { sources } = words.learn;

export const storySources: Readonly<Record<StoryName, StorySources>> = {
  home: { texts: [sources.textbook, sources.vessel] },
  nodes: { texts: [sources.assumedStrength, sources.model], condition: "arm_lymphedema" },
  light: { texts: [sources.vessel, sources.hand] },
  order: { texts: [sources.taught, sources.model] },
  session: { texts: [sources.model, sources.tissue], condition: "arm_lymphedema" },
};
