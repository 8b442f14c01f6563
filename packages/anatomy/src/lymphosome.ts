import { anatomy } from "./anatomy.ts";

/** The area a territory belongs to, by the node group that most of its lymph goes to first. */
export interface TerritoryLymphosome {
  /** Of the published list; the node group's own, without its side, where the list has none for it. */
  readonly id: string;
  readonly name: string;
  /** Whether the published list names it. */
  readonly published: boolean;
}

const byNode = new Map(anatomy.lymphosomes.flatMap((each) => each.nodes.map((node) => [node, each] as const)));

/**
 * The lymphosome of a territory; `undefined` for an unknown one and for what has no skin.
 *
 * The names are those of the published list. Where one ends follows from the shares of our territories, not from the
 * published drawing.
 */
export function lymphosomeOf(territory: string): TerritoryLymphosome | undefined {
  const record = anatomy.byId.territories.get(territory);
  if (record === undefined || record.layer !== "superficial") return undefined;
  const [first] = [...record.drainage].sort((a, b) => b.fraction - a.fraction);
  if (first === undefined) return undefined;
  const node = first.to.replace(/_[LR]$/, "");
  const found = byNode.get(node);
  if (found !== undefined) return { id: found.id, name: found.name, published: true };
  const name = anatomy.byId.nodeGroups.get(first.to)?.name.replace(/^(left|right) | \(.*\)$/g, "") ?? node;
  return { id: node, name, published: false };
}
