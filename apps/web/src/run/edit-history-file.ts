import { anatomy, procedureEffect } from "@openlymph/anatomy";
import { fail, ok, type Result, unwrap } from "@openlymph/base";
import { editHistory, type HistoryEdit } from "@openlymph/therapy";
import { changedName } from "./checked-plan.ts";
import { historyTexts } from "./examples.ts";
import type { Named } from "./named.ts";

/** An operation or radiotherapy to choose. */
export interface ProcedureChoice {
  readonly id: string;
  readonly name: string;
  /** Whether it has a side. */
  readonly sided: boolean;
  /** Share of each node group that it takes out, 0…1, by id; of the side it is done on. */
  readonly takes: Readonly<Record<string, number>>;
}

export function procedureChoices(): readonly ProcedureChoice[] {
  return anatomy.procedures.map(({ id, name }) => {
    const plain = procedureEffect(id, undefined, "all");
    const effects = plain.ok ? [plain] : [procedureEffect(id, "L", "all"), procedureEffect(id, "R", "all")];
    const takes = Object.assign({}, ...effects.map((effect) => unwrap(effect).removed));
    return { id, name, sided: !plain.ok, takes };
  });
}

/** The changed history as a file; or why it cannot be changed so. */
export function editHistoryFile({ file, text = historyTexts.get(file) }: Named, edit: HistoryEdit): Result<Named> {
  if (text === undefined) return fail("file/unreadable", { file, expected: "a history that is shown" });
  const name = changedName(file);
  const edited = editHistory(text, name, edit);
  return edited.ok ? ok({ file: name, text: edited.value }) : edited;
}
