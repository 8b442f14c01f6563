import { minute, ok, type Result } from "@openlymph/base";
import {
  besideExamination,
  type ExaminationBeside,
  examineBody,
  type TracerLight,
  tracerLight,
  tracers,
} from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";

/** How long an examination on the page lasts, s: until the last moment for which there is a published number, and a little on. */
const followed = 180 * minute;

export interface ExaminationAsked {
  /** Id of the territory the tracer is injected into. */
  readonly inject: string;
  readonly tracer: string;
}

/** An examination as the page shows it; times in s, shares of the dose. */
export interface ToldExamination {
  readonly asked: ExaminationAsked;
  readonly times: readonly number[];
  /** The light of the tracer at each time. */
  readonly lights: readonly TracerLight[];
  /** What the injected skin still holds at each time. */
  readonly depot: readonly number[];
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly arrival: number | undefined;
    readonly holds: readonly number[];
  }[];
  readonly detours: readonly string[];
  readonly elsewhere: readonly string[];
  readonly beside: readonly ExaminationBeside[];
  readonly warnings: readonly string[];
}

/** A tracer to choose. */
export interface TracerChoice {
  readonly id: string;
  readonly name: string;
}

export const tracerChoices = (): readonly TracerChoice[] => tracers.map(({ id, name }) => ({ id, name }));

const named = (list: readonly { readonly name: string; readonly arrival: number | undefined }[]) => [
  ...new Set(list.filter(({ arrival }) => arrival !== undefined).map(({ name }) => name)),
];

/** Injects a tracer into the body of a history. `joined`: the drawn collector into which another one runs, by id. */
export function examine(
  history: History,
  asked: ExaminationAsked,
  joined: Readonly<Record<string, string>>,
): Result<ToldExamination> {
  const result = examineBody(history, { inject: [asked.inject], tracer: asked.tracer, for: followed });
  if (!result.ok) return result;
  const { times, findings, warnings } = result.value;
  return ok({
    asked,
    times,
    lights: times.map((_, at) => tracerLight(result.value, at, (id) => joined[id])),
    depot: findings.depot.share,
    nodes: findings.nodes
      .filter(({ kind }) => kind === "nodeGroup")
      .map(({ node, name, arrival, uptake }) => ({ id: node, name, arrival, holds: uptake })),
    detours: named(findings.detours),
    elsewhere: named(findings.backflow),
    beside: besideExamination(result.value),
    warnings,
  });
}
