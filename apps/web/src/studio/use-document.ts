import { describeFailure, type Result } from "@openlymph/base";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Named } from "../run/named.ts";

/** A history or plan that was read, and what was wrong with the last file if it was not. */
export interface Opened<T> {
  readonly file: string;
  /** Whether it is a person's own file, not an example. */
  readonly own: boolean;
  readonly value: T | undefined;
  readonly problem: string | undefined;
}

type Reader<T> = (file: Named) => Promise<Result<T>>;

/** Holds a file that was read. A file with a mistake leaves the one before it in place and says what is wrong. */
export function useDocument<T>(read: Reader<T>, first: Named): readonly [Opened<T>, (file: Named) => void] {
  const [opened, setOpened] = useState<Opened<T>>({
    file: first.file,
    own: false,
    value: undefined,
    problem: undefined,
  });
  const turn = useRef(0);
  const open = useCallback(
    async (named: Named): Promise<void> => {
      const own = ++turn.current;
      const result = await read(named).catch((error: unknown) => error as Error);
      if (own !== turn.current) return;
      setOpened((before) => {
        if (result instanceof Error) return { ...before, problem: result.message };
        if (!result.ok) return { ...before, problem: describeFailure(result) };
        return { file: named.file, own: named.text !== undefined, value: result.value, problem: undefined };
      });
    },
    [read],
  );
  useEffect(() => {
    void open(first);
  }, [open, first]);
  return [opened, open];
}
