import { useEffect, useState } from "react";
import { readExamples } from "../run/model.ts";
import type { Examples } from "../run/named.ts";

const none: Examples = { histories: [], plans: [] };

/** The examples that can be chosen; none until they were read. */
export function useExamples(): Examples {
  const [examples, setExamples] = useState(none);
  useEffect(() => {
    let alive = true;
    readExamples().then(
      (found) => {
        if (alive) setExamples(found);
      },
      () => {},
    );
    return () => {
      alive = false;
    };
  }, []);
  return examples;
}
