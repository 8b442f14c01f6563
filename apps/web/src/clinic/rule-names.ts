import { useEffect, useState } from "react";

type Named = (rule: string) => string;

const plain: Named = (rule) => rule.replaceAll("_", " ");
let known: Named | undefined;

/** Names of screening rules. The rules are fetched when a name is first wanted; until then the id stands there. */
export function useRuleNames(): Named {
  const [named, setNamed] = useState(() => known ?? plain);
  useEffect(() => {
    if (known !== undefined) return;
    let wanted = true;
    import("./rule-labels.ts").then(
      ({ contraindicationsById }) => {
        known = (rule) =>
          rule
            .split("+")
            .map((id) => contraindicationsById.get(id)?.label ?? plain(id))
            .join(" + ");
        if (wanted) setNamed(() => known ?? plain);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return named;
}
