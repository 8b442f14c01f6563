import type { RunName } from "../body/moment.ts";
import type { CollectorSettings } from "../run/collector-run.ts";
import { words } from "../words.ts";

export const storyNames = ["home", "nodes", "light", "order", "session"] as const;
export type StoryName = (typeof storyNames)[number];

/** What the room shows while one part of a story is read. What is left out stays as it was. */
export interface Scene {
  /** Examples by their files. */
  readonly history: string;
  readonly plan: string;
  /** Where the clock stands, and whether it then runs. */
  readonly at?: "weeks" | "session" | "later";
  readonly plays?: boolean;
  readonly run?: RunName;
  /** The microscope with these settings; closed without. */
  readonly microscope?: Partial<CollectorSettings>;
}

const weak = "arm-after-axillary-clearance.yaml";
const strong = "arm-after-axillary-clearance-strong.yaml";
const healthy = { history: "healthy.yaml", plan: "lnni-arm.yaml" } as const;
const arm = { history: weak, plan: "draft-arm.yaml" } as const;

/** Scenes by story; each has its text in the words of the same place. */
export const scenes: Readonly<Record<StoryName, readonly Scene[]>> = {
  home: [
    { ...healthy, at: "session", run: "without" },
    { ...healthy, microscope: {} },
    { ...healthy, microscope: { leak: 1 } },
    { ...healthy, at: "session", run: "without", plays: true },
  ],
  nodes: [
    { history: strong, plan: "lnni-arm.yaml", at: "weeks", plays: true, run: "without" },
    { history: strong, plan: "lnni-arm.yaml", at: "session", run: "without" },
    { history: weak, plan: "lnni-arm.yaml", at: "weeks", plays: true, run: "without" },
    { history: weak, plan: "lnni-arm.yaml", at: "session", run: "without" },
  ],
  light: [
    { ...arm, microscope: {} },
    { ...arm, microscope: { external: 10 } },
    { ...arm, microscope: {} },
    { ...arm, at: "session", run: "with", plays: true },
  ],
  order: [
    { ...arm, at: "session", run: "with" },
    { ...arm, at: "session", run: "with", plays: true },
    { ...arm, at: "later", run: "with" },
  ],
  session: [
    { ...arm, at: "session", run: "with" },
    { ...arm, at: "later", run: "with" },
    { ...arm, at: "later", run: "without" },
    { ...arm, at: "later", run: "with" },
  ],
};

/** How long after the session "later" is, s. */
export const hoursLater = 23 * 3600;

/** A story that is being read, and how far. */
export interface Reading {
  readonly story: StoryName;
  readonly part: number;
}

export const sceneOf = ({ story, part }: Reading): Scene | undefined => scenes[story][part];
export const textOf = ({ story, part }: Reading): string => words.learn.stories[story].parts[part] ?? "";
