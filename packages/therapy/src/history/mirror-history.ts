import { mirrored, type ProcedureEffect } from "@openlymph/anatomy";
import { mirroredSide } from "../fields/body-side.ts";
import { mirrorWords } from "../fields/mirror-words.ts";
import type { Scope } from "../fields/scope.ts";
import type { Assumption, History, HistoryEvent, HistoryProcedure } from "./history.ts";

const mirroredIds = (ids: readonly string[]): readonly string[] => ids.map(mirrored);

function mirroredShares(shares: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(shares).map(([id, share]) => [mirrored(id), share]));
}

function mirrorScope(scope: Scope): Scope {
  const { side } = scope;
  return {
    ...scope,
    ...(side === undefined ? {} : { side: mirroredSide(side) }),
    territories: mirroredIds(scope.territories),
  };
}

function mirrorEffect({ removed, fibrosis, cutCollectors }: ProcedureEffect): ProcedureEffect {
  return {
    removed: mirroredShares(removed),
    fibrosis: mirroredShares(fibrosis),
    cutCollectors: mirroredIds(cutCollectors),
  };
}

function mirrorProcedure(done: HistoryProcedure): HistoryProcedure {
  const { side, effect } = done;
  return { ...done, ...(side === undefined ? {} : { side: mirroredSide(side) }), effect: mirrorEffect(effect) };
}

function mirrorAssumption(assumption: Assumption): Assumption {
  if ("nodes" in assumption) return { ...assumption, nodes: mirroredIds(assumption.nodes) };
  if (!("territories" in assumption)) return assumption;
  const { scope } = assumption;
  return {
    ...assumption,
    ...(scope === undefined ? {} : { scope: mirrorScope(scope) }),
    territories: mirroredIds(assumption.territories),
  };
}

function mirrorEvent(event: HistoryEvent): HistoryEvent {
  switch (event.kind) {
    case "infection":
      return { ...event, scope: mirrorScope(event.scope), basin: mirroredIds(event.basin) };
    case "sleeve":
    case "exercise":
    case "heat":
    case "injury":
      return { ...event, scope: mirrorScope(event.scope) };
    case "meal":
    case "posture":
    case "walking":
      return event;
  }
}

/** What was noted beside a record, with its sides in words the other way round. */
function noted<Kept extends { readonly note?: string }>(record: Kept): Kept {
  return record.note === undefined ? record : { ...record, note: mirrorWords(record.note) };
}

/**
 * The history of the same body seen in a mirror: left for right, in sides, ids and words (see `mirrorWords`). Twice gives
 * the history again. Unpaired vessels stay where they are: the thoracic duct ends on the left in every body. Sources are
 * left as they are.
 */
export function mirrorHistory(history: History): History {
  return {
    ...history,
    title: mirrorWords(history.title),
    ...(history.about === undefined ? {} : { about: mirrorWords(history.about) }),
    procedures: history.procedures.map((done) => noted(mirrorProcedure(done))),
    conditions: history.conditions.map((condition) => {
      const { scope } = condition;
      return noted({ ...condition, ...(scope === undefined ? {} : { scope: mirrorScope(scope) }) });
    }),
    assume: history.assume.map((assumption) => noted(mirrorAssumption(assumption))),
    events: history.events.map((event) => noted(mirrorEvent(event))),
  };
}
