import { contentHash, day, type TaskContext } from "@openlymph/base";
import { copyState, type WholeBody, type WholeBodyState } from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { historyStart } from "./history-condition.ts";
import { runHistory } from "./run-history.ts";

/** The body from the first thing that happened to `asOf`. */
export interface BuildUp {
  /** Times in s from `asOf`: negative, the last is 0. */
  readonly states: readonly WholeBodyState[];
  readonly steps: number;
}

/** What is handed out may be changed or transferred; what is remembered may not. */
function copied({ states, steps }: BuildUp): BuildUp {
  return { states: states.map(copyState), steps };
}

const remembered = new Map<string, BuildUp>();
const mostRemembered = 20;

/** Moments to show between the first event and `asOf`: close together at first, then every two weeks. */
function buildUpTimes(start: number): readonly number[] {
  if (start >= 0) return [0];
  const early = [0, 0.5, 1, 2, 3, 5, 7, 10].map((days) => start + days * day);
  const span = -start / day;
  const spacing = Math.max(14, Math.ceil(span / 60));
  const later = Array.from({ length: Math.floor(span / spacing) }, (_, n) => start + (n + 1) * spacing * day);
  return [...early, ...later].filter((time) => time < 0).concat(0);
}

/**
 * The body as a history leaves it at `asOf`, with how it came there. Remembered by the content of history and parameters,
 * so that a second rehearsal of the same history starts at once.
 */
export function bodyAsOf(body: WholeBody, history: History, context?: TaskContext): BuildUp {
  const { parameters, pumpLaw, spec } = body;
  const key = contentHash({ history, parameters, pumpLaw, compartments: spec.compartments });
  const known = remembered.get(key);
  if (known !== undefined) return copied(known);
  const times = buildUpTimes(historyStart(history));
  const series = runHistory(body, history, { times, from: "asOf", context, label: "body until today" });
  const buildUp = { states: series.states, steps: series.steps };
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, buildUp);
  return copied(buildUp);
}
