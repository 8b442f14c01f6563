import { describeFailure, type Result } from "@openlymph/base";
import { useState } from "react";
import type { Named } from "./named.ts";

export interface FileEdits<Edit> {
  /** Makes a change; `true` once it is shown. */
  readonly make: (edit: Edit) => Promise<boolean>;
  /** Why the last change was refused. */
  readonly problem: string | undefined;
  readonly dismiss: () => void;
}

/** Changes of a document, each opened as a whole new file; a change that is refused leaves what is shown, and is told. */
export function useFileEdits<Edit>(
  change: (edit: Edit) => Promise<Result<Named>>,
  onOpen: (file: Named) => Promise<void>,
): FileEdits<Edit> {
  const [problem, setProblem] = useState<string>();
  return {
    async make(edit) {
      const result = await change(edit).catch((error: unknown) => error as Error);
      if (result instanceof Error || !result.ok) {
        setProblem(result instanceof Error ? result.message : describeFailure(result));
        return false;
      }
      setProblem(undefined);
      await onOpen(result.value);
      return true;
    },
    problem,
    dismiss: () => setProblem(undefined),
  };
}
