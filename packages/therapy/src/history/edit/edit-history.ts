import { type DocumentEdit, editDocumentText, ok, type Result } from "@openlymph/base";
import type { BodySide } from "../../fields/body-side.ts";
import type { LimbWord } from "../../fields/scope.ts";
import type { builds } from "../history.ts";
import { parseHistory } from "../parse-history.ts";

/** Lists of a history file in which things can be taken out. */
export const historyLists = ["procedures", "conditions", "events", "assume"] as const;
export type HistoryList = (typeof historyLists)[number];

interface Limb {
  readonly limb: LimbWord;
  readonly side: BodySide;
}

/** From when to when every day, `08:00`. */
interface DayTime {
  readonly from: string;
  readonly to: string;
}

/** A change of a history, in the words of its file. */
export type HistoryEdit =
  | { readonly kind: "procedure"; readonly procedure: string; readonly side?: BodySide; readonly date: string }
  | ({ readonly kind: "lymphedema"; readonly stage: "0" | "I" | "II" | "III" } & Limb)
  | ({ readonly kind: "infection"; readonly days: number } & Limb)
  /** Assumed strength of the collectors, 1 is healthy. */
  | ({ readonly kind: "strength"; readonly strength: number } & Limb)
  /** Assumed share of the collectors whose valves do not close, or that were never there; 0…1. */
  | ({ readonly kind: "valves" | "fewVessels"; readonly share: number } & Limb)
  /** Assumed rise of the pressure in the veins, mmHg. */
  | ({ readonly kind: "veins"; readonly pressure: number } & Limb)
  | ({ readonly kind: "injury"; readonly days: number } & Limb)
  /** A sleeve or stocking of so many mmHg, worn every day. */
  | ({ readonly kind: "sleeve"; readonly pressure: number } & Limb & DayTime)
  | ({ readonly kind: "upright" | "walking" } & DayTime)
  | { readonly kind: "remove"; readonly list: HistoryList; readonly index: number }
  | { readonly kind: "build"; readonly build: (typeof builds)[number] };

function documentEdit(edit: HistoryEdit): DocumentEdit {
  switch (edit.kind) {
    case "procedure": {
      const { procedure, side, date } = edit;
      const value = { procedure, ...(side === undefined ? {} : { side }), date };
      return { kind: "append", path: ["procedures"], value };
    }
    case "lymphedema": {
      const { limb, side, stage } = edit;
      return { kind: "append", path: ["conditions"], value: { condition: "lymphedema", limb, side, stage } };
    }
    case "infection": {
      const { limb, side, days } = edit;
      return { kind: "append", path: ["events"], value: { infection: { limb, side }, at: "0 h", for: `${days} d` } };
    }
    case "strength": {
      const { limb, side, strength } = edit;
      return { kind: "append", path: ["assume"], value: { pumpStrength: strength, limb, side } };
    }
    case "valves":
    case "fewVessels": {
      const { limb, side, share } = edit;
      const name = edit.kind === "valves" ? "valveIncompetence" : "hypoplasia";
      return { kind: "append", path: ["assume"], value: { [name]: share, limb, side } };
    }
    case "veins": {
      const { limb, side, pressure } = edit;
      return { kind: "append", path: ["assume"], value: { venousHypertension: `${pressure} mmHg`, limb, side } };
    }
    case "injury": {
      const { limb, side, days } = edit;
      return { kind: "append", path: ["events"], value: { injury: { limb, side }, at: "0 h", for: `${days} d` } };
    }
    case "sleeve": {
      const { limb, side, pressure, from, to } = edit;
      const value = { sleeve: `${pressure} mmHg`, limb, side, from, to, repeat: "daily" };
      return { kind: "append", path: ["events"], value };
    }
    case "upright":
    case "walking": {
      const { kind, from, to } = edit;
      const what = kind === "upright" ? { posture: "upright" } : { walking: "upright" };
      return { kind: "append", path: ["events"], value: { ...what, from, to, repeat: "daily" } };
    }
    case "remove":
      return { kind: "remove", path: [edit.list, edit.index] };
    case "build":
      return { kind: "set", path: ["body", "build"], value: edit.build };
  }
}

/**
 * A history file with one thing more, less or other; everything else stays as it was written.
 *
 * @returns the text of the file; or the failure of a history file with that change in it: a date after `asOf`, a procedure
 * without side, an assumption that speaks of a procedure that is gone.
 */
export function editHistory(text: string, file: string, edit: HistoryEdit): Result<string> {
  const edited = editDocumentText(text, documentEdit(edit));
  if (!edited.ok) return edited;
  const read = parseHistory(edited.value, file);
  return read.ok ? ok(edited.value) : read;
}
