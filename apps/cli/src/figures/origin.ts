import type { RunRecord } from "@openlymph/base";

/** Where a figure comes from, as its last line. */
export function originWords({ program, parameterHash }: RunRecord): string {
  return `${program}. Parameters and inputs ${parameterHash.slice(0, 16)}.`;
}
