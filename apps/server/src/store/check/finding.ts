/** What somebody who looks after a store is told: one line each, with what to do where something is wrong. */
export interface Finding {
  readonly bad: boolean;
  /** What was looked at: `chain`, `key`, `disk`. */
  readonly about: string;
  readonly text: string;
  readonly todo?: string;
}

export const well = (about: string, text: string): Finding => ({ bad: false, about, text });
export const wrong = (about: string, text: string, todo: string): Finding => ({ bad: true, about, text, todo });

export function lineOf({ bad, about, text, todo }: Finding): string {
  return `${bad ? "WRONG" : "ok   "}  ${about.padEnd(11)} ${text}${todo === undefined ? "" : ` -> ${todo}`}`;
}

export const backToBackup = "keep a copy of the store as it is, and restore the newest backup that is whole";
