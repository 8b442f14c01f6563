import { useState } from "react";
import type { Named } from "../run/named.ts";

/** Changes made to a plan one after the other, so that each can be taken back. */
export interface Changes {
  /** Opens the changed plan, and keeps the one before it. */
  make(before: Named, after: Named): void;
  /** Opens the plan before the last change; `undefined` where the plan is as it was opened. */
  readonly undo: (() => void) | undefined;
}

/** @param file of the plan shown: another one than the last change made begins anew. */
export function useChanges(file: string, onOpen: (file: Named) => void): Changes {
  const [made, setMade] = useState<readonly { readonly before: Named; readonly after: string }[]>([]);
  const own = made.at(-1)?.after === file ? made : [];
  const last = own.at(-1);
  return {
    make(before, after) {
      setMade([...own, { before, after: after.file }]);
      onOpen(after);
    },
    undo:
      last === undefined
        ? undefined
        : () => {
            setMade(own.slice(0, -1));
            onOpen(last.before);
          },
  };
}
