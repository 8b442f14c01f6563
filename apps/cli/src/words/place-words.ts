import { anatomy, type Limb, limbs, limbTerritories, type Territory } from "@openlymph/anatomy";

const sideWord = { L: "left", R: "right", M: "" } as const;

/** `arm_L` → `left arm`. */
export function limbWords(limb: Limb): string {
  const [part = "", side = "L"] = limb.split("_");
  return `${sideWord[side as "L" | "R"]} ${part}`;
}

/** Name of a territory with its side: `forearm, volar side, left`. */
export function territoryWords(id: string): string {
  const territory = anatomy.byId.territories.get(id);
  if (territory === undefined) return id;
  return sidedName(territory.name, territory.side);
}

function sidedName(name: string, side: Territory["side"]): string {
  const word = sideWord[side];
  return word === "" || name.includes(word) ? name : `${name}, ${word}`;
}

/** Name of a node group, trunk or duct with its side. */
export function nodeWords(id: string): string {
  const node = anatomy.byId.nodeGroups.get(id);
  if (node === undefined) return id;
  return sidedName(node.name, node.side);
}

/** The same without what stands in brackets. */
export function shortNodeWords(id: string): string {
  return nodeWords(id).replaceAll(/ \([^)]*\)/g, "");
}

const segmentWord: Readonly<Record<Territory["segment"], string>> = {
  headNeck: "head and neck",
  trunk: "trunk",
  upperArm: "upper arm",
  forearm: "forearm",
  hand: "hand",
  thigh: "thigh",
  shank: "lower leg",
  foot: "foot",
  viscera: "inner organs",
};

/** A set of territories in few words: whole limbs first, then the segments the rest lies in. */
export function placeWords(territories: readonly string[]): string {
  const rest = new Set(territories);
  if (rest.size === anatomy.territories.length) return "the whole body";
  const whole = limbs.filter((limb) => limbTerritories(limb).every((id) => rest.has(id)));
  for (const id of whole.flatMap(limbTerritories)) rest.delete(id);
  const parts = [...rest].flatMap((id) => {
    const territory = anatomy.byId.territories.get(id);
    if (territory === undefined) return [id];
    return [[sideWord[territory.side], segmentWord[territory.segment]].filter(Boolean).join(" ")];
  });
  return [...whole.map(limbWords), ...new Set(parts)].join(", ");
}
