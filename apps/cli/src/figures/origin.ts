import type { RunRecord } from "@openlymph/base";

/** What was changed in the input, as a sentence under the title; nothing where nothing was. */
export function changedWords(settings: readonly string[]): readonly string[] {
  return settings.length === 0 ? [] : [`Changed: ${settings.join(", ")}.`];
}

/** Where a figure comes from, as its last line. */
export function originWords({ program, parameterHash }: RunRecord): string {
  return `${program}. Parameters and inputs ${parameterHash.slice(0, 16)}.`;
}
