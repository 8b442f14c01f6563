import type { CollectorSettings } from "../run/collector-run.ts";

export type SettingName = keyof CollectorSettings;

/** A slider of the microscope; `usual` is that of the human collector (assumed within measured ranges, see docs/networks.md). */
export interface SettingRange {
  readonly name: SettingName;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly usual: number;
}

export const settingRanges: readonly SettingRange[] = [
  { name: "frequency", least: 0.5, most: 11, step: 0.5, usual: 4 },
  { name: "tension", least: 0, most: 2, step: 0.05, usual: 1 },
  { name: "filling", least: 0, most: 12, step: 0.5, usual: 2 },
  { name: "afterload", least: 0, most: 60, step: 1, usual: 7 },
  { name: "leak", least: 0, most: 1, step: 0.05, usual: 0 },
  { name: "external", least: 0, most: 40, step: 1, usual: 0 },
];

export const usualSettings = Object.fromEntries(
  settingRanges.map(({ name, usual }) => [name, usual]),
) as unknown as CollectorSettings;
