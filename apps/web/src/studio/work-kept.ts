import { programVersion } from "@openlymph/base";
import type { Named } from "../run/named.ts";
import { forget, recall, remember } from "../theme/memory.ts";
import { namedOf, viewOf, type WorkView } from "./work-view.ts";

/** What is worked on: a history and a plan, and what is looked at in them. */
export interface Work {
  readonly history: Named;
  readonly plan: Named;
  readonly view?: WorkView;
}

/** Work that was read, and the version of the program that wrote it; the first form of it did not say. */
export interface ReadWork extends Work {
  readonly program?: string;
}

const key = "openlymph-work";
/** Changes when what is kept changes its form. The first held the two files alone, an example by its name. */
const version = 2;
const firstVersion = 1;

/** Work from its JSON; nothing where it is torn or of a version that is not known. */
export function readWork(text: string): ReadWork | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const found = value as Readonly<Record<string, unknown>>;
  const [history, plan] = [namedOf(found["history"]), namedOf(found["plan"])];
  if (history === undefined || plan === undefined) return undefined;
  if (found["version"] === firstVersion) return { history, plan };
  const program = found["program"];
  if (found["version"] !== version || typeof program !== "string") return undefined;
  const view = viewOf(found["view"]);
  return { history, plan, program, ...(Object.keys(view).length === 0 ? {} : { view }) };
}

export function writeWork({ history, plan, view }: Work): string {
  return JSON.stringify({ version, program: programVersion, history, plan, view });
}

/** What this browser kept of the last visit. */
export function recallWork(): ReadWork | undefined {
  const text = recall(key);
  return text === undefined ? undefined : readWork(text);
}

/** Keeps the work in this browser; `false` where it may not, or has no room. */
export function keepWork(work: Work): boolean {
  return remember(key, writeWork(work));
}

export function forgetWork(): void {
  forget(key);
}
