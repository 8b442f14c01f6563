/** Groups of a build with both sides written out: mirrored items exist at −x with L and R exchanged. */
import type { Group, Item, Side, View } from "../data/schema.ts";

export interface SideGroup {
  /** `trunk`, `head`, or limb and side, such as `arm_L`. */
  readonly id: string;
  readonly k: number;
  readonly items: readonly Item[];
}

/** Side of the person that lies at x > 0 in a view. */
export function positiveSide(view: View): Side {
  return view === "front" ? "L" : "R";
}

/** `arm_L` for `arm_R` and the reverse; other ids stay as they are. */
export function otherSide(id: string): string {
  if (id.endsWith("_L")) return `${id.slice(0, -2)}_R`;
  if (id.endsWith("_R")) return `${id.slice(0, -2)}_L`;
  return id;
}

function mirrored(item: Item): Item {
  const names = {
    id: otherSide(item.id),
    ...(item.part === undefined ? {} : { part: otherSide(item.part) }),
    ...(item.parts === undefined ? {} : { parts: item.parts.map(otherSide) }),
  };
  if (item.t === "cap") return { ...item, ...names, a: [-item.a[0], item.a[1]], b: [-item.b[0], item.b[1]] };
  if (item.t === "ell") return { ...item, ...names, c: [-item.c[0], item.c[1]], rot: -item.rot };
  return { ...item, ...names, st: item.st.map(([x, y, r]) => [-x, y, r] as const) };
}

/** A group whose items are all mirrored becomes one group per side; in the others a mirror image follows its item. */
export function sideGroups(groups: readonly Group[], view: View): readonly SideGroup[] {
  const side = positiveSide(view);
  return groups.flatMap((group): SideGroup[] => {
    if (group.items.every((item) => item.mirror)) {
      return [
        { id: `${group.id}_${side}`, k: group.k, items: group.items },
        { id: otherSide(`${group.id}_${side}`), k: group.k, items: group.items.map(mirrored) },
      ];
    }
    const items = group.items.flatMap((item) => (item.mirror ? [item, mirrored(item)] : [item]));
    return [{ id: group.id, k: group.k, items }];
  });
}
