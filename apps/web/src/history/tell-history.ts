import type { Assumption, History, HistoryCondition, HistoryEvent, HistoryProcedure } from "@openlymph/therapy";
import { percentText, pressureText, spanText } from "../format/numbers.ts";
import { words } from "../words.ts";

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Axillary dissection levels I-III, left`; of a combined procedure the part that counts. */
export function tellProcedure({ name, side, part }: HistoryProcedure): string {
  return [
    upper(name),
    ...(side === undefined ? [] : [words.history.sides[side]]),
    ...(part === "all" ? [] : [words.history.parts[part]]),
  ].join(", ");
}

export function tellCondition({ condition, stage, since }: HistoryCondition): string {
  const { history } = words;
  return [
    upper(condition.replaceAll(/[_-]/g, " ")),
    ...(stage === undefined ? [] : [history.stage(stage)]),
    ...(since === undefined ? [] : [history.since(since)]),
  ].join(", ");
}

export function tellAssumption(assumption: Assumption): string {
  const { kind, value } = assumption;
  const told = words.history.assumption;
  if (kind === "capillaryPressure" || kind === "venousPressure" || kind === "venousHypertension") {
    return told[kind](pressureText(value));
  }
  return told[kind](percentText(value));
}

export function tellEvent(event: HistoryEvent): string {
  const told = words.history.event;
  const length = `, ${spanText(event.end - event.start)}`;
  const often = event.repeat === undefined ? length : `, ${words.history.daily}`;
  switch (event.kind) {
    case "infection":
      return told.infection + often;
    case "posture":
      return told[event.posture] + often;
    case "sleeve":
      return told.sleeve(pressureText(event.pressure)) + often;
    case "heat":
      return (event.rise < 0 ? told.cold : told.warm) + often;
    case "meal":
    case "walking":
    case "exercise":
    case "injury":
      return told[event.kind] + often;
  }
}

/** Whether anything at all is told. */
export function isEmpty({ procedures, conditions, assume, events }: History): boolean {
  return [procedures, conditions, assume, events].every((list) => list.length === 0);
}
