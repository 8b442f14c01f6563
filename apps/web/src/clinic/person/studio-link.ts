import { useEffect, useState } from "react";
import { firstHistory, firstPlan } from "../../run/named.ts";
import { linkOf, longestLink } from "../../studio/work-link.ts";

/** The address of the studio with this history and plan in the part that no server sees; nothing where it is too long. */
export function useStudioLink(history: string | undefined, plan: string | undefined): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let wanted = true;
    const work = {
      history: history === undefined ? firstHistory : { file: "history.yaml", text: history },
      plan: plan === undefined ? firstPlan : { file: "plan.yaml", text: plan },
    };
    linkOf(work).then(
      (hash) => {
        if (wanted) setLink(hash.length > longestLink ? undefined : `/${hash}`);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [history, plan]);
  return link;
}
