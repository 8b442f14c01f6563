import { anatomy } from "@openlymph/anatomy";
import type { CheckedStep } from "./check-context.ts";
import { skinDistance } from "./skin-distance.ts";

/** A way over the skin from where the hand lies into the basin a stroke points to. */
export interface Crossing {
  /** Name of the watershed; `undefined` where none lies between. */
  readonly watershed: string | undefined;
}

/**
 * The anastomoses that lead from under the hand to the nodes a stroke points to: those its region works, or else others. A
 * hand that lies wholly in the skin of those nodes has crossed nothing.
 */
export function crossings({ resolved }: CheckedStep): readonly Crossing[] {
  const { nodes } = resolved.toward;
  const { territories } = resolved;
  if (territories.length > 0 && territories.every((id) => skinDistance(id, nodes) === 0)) return [];
  const leading = anatomy.anastomoses.filter(({ a, b }) => nodes.includes(a) || nodes.includes(b));
  const worked = leading.filter(({ id }) => resolved.anastomoses.includes(id));
  const under = leading.filter(({ route }) => route.some((id) => resolved.territories.includes(id)));
  return (worked.length > 0 ? worked : under).map(({ watershed }) => ({
    watershed: anatomy.byId.watersheds.get(watershed ?? "")?.name,
  }));
}
