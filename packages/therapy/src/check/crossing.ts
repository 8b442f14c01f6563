import { anatomy, sideOf } from "@openlymph/anatomy";
import type { CheckedStep } from "./check-context.ts";

/** A way over the skin from where the hand lies into the basin a stroke points to. */
export interface Crossing {
  /** Name of the watershed; `undefined` where none lies between. */
  readonly watershed: string | undefined;
  /** Whether it leads over the middle of the body. */
  readonly overMiddle: boolean;
}

/** The anastomoses that lead from under the hand to the nodes a stroke points to. */
export function crossings({ resolved }: CheckedStep): readonly Crossing[] {
  const { nodes } = resolved.toward;
  return anatomy.anastomoses.flatMap((link) => {
    const leads = nodes.includes(link.a) || nodes.includes(link.b);
    const under = resolved.anastomoses.includes(link.id) || link.route.some((id) => resolved.territories.includes(id));
    if (!leads || !under) return [];
    return {
      watershed: link.watershed === null ? undefined : anatomy.byId.watersheds.get(link.watershed)?.name,
      overMiddle: sideOf(link.a) !== sideOf(link.b),
    };
  });
}
