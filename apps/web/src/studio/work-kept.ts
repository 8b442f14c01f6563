import type { Named } from "../run/named.ts";
import { forget, recall, remember } from "../theme/memory.ts";

/** What is worked on: a history and a plan, an example by its name alone. */
export interface Work {
  readonly history: Named;
  readonly plan: Named;
}

const key = "openlymph-work";
/** Changes when what is kept changes its form; another one is not read. */
const version = 1;

function isNamed(value: unknown): value is Named {
  if (typeof value !== "object" || value === null) return false;
  const { file, text } = value as { readonly file?: unknown; readonly text?: unknown };
  return typeof file === "string" && (text === undefined || typeof text === "string");
}

/** Work from its JSON; nothing where it is torn or of another version. */
export function readWork(text: string): Work | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const found = value as { readonly version?: unknown; readonly history?: unknown; readonly plan?: unknown };
  if (found.version !== version || !isNamed(found.history) || !isNamed(found.plan)) return undefined;
  return { history: found.history, plan: found.plan };
}

export function writeWork({ history, plan }: Work): string {
  return JSON.stringify({ version, history, plan });
}

/** What this browser kept of the last visit. */
export function recallWork(): Work | undefined {
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
