import { useEffect, useState } from "react";
import type { ProcedureChoice } from "../run/edit-history-file.ts";
import { readProcedures } from "../run/model.ts";

let known: Promise<readonly ProcedureChoice[]> | undefined;

/** Operations and radiotherapy that can have happened; none until they were read. */
export function useProcedures(): readonly ProcedureChoice[] {
  const [found, setFound] = useState<readonly ProcedureChoice[]>([]);
  useEffect(() => {
    let alive = true;
    known ??= readProcedures();
    known.then(
      (procedures) => {
        if (alive) setFound(procedures);
      },
      () => {
        known = undefined;
      },
    );
    return () => {
      alive = false;
    };
  }, []);
  return found;
}
