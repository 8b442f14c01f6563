import { anatomy } from "@openlymph/anatomy";
import type { WholeBodySeries } from "@openlymph/physiology";
import type { FindInput } from "./find-input.ts";
import type { CrossingFinding } from "./findings.ts";

/** Fluid across every watershed over the run, through the skin and through anastomoses, without regard to direction. */
export function crossings({ index, withSession, without }: FindInput): readonly CrossingFinding[] {
  const total = (series: WholeBodySeries, watershed: string): { tissue: number; anastomoses: number } => {
    const passed = series.states.at(-1)?.passed;
    const sum = (lines: readonly { readonly watershed: string | null }[], volumes: Float64Array | undefined): number =>
      lines.reduce((all, line, n) => (line.watershed === watershed ? all + Math.abs(volumes?.[n] ?? 0) : all), 0);
    return { tissue: sum(index.links, passed?.link), anastomoses: sum(index.anastomoses, passed?.anastomosis) };
  };
  return anatomy.watersheds.map(({ id, name }) => {
    const after = total(withSession, id);
    const before = total(without, id);
    return {
      watershed: id,
      name,
      tissue: { withSession: after.tissue, without: before.tissue },
      anastomoses: { withSession: after.anastomoses, without: before.anastomoses },
    };
  });
}
