import type { HistoryEdit } from "@openlymph/therapy";
import { changeHistory } from "../run/model.ts";
import type { Named } from "../run/named.ts";
import { type FileEdits, useFileEdits } from "../run/use-file-edits.ts";

/** Changes of the history shown. */
export function useHistoryEdit(named: Named, onOpen: (file: Named) => Promise<void>): FileEdits<HistoryEdit> {
  return useFileEdits((edit) => changeHistory(named, edit), onOpen);
}
