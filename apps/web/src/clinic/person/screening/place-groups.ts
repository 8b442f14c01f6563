import { anatomy } from "@openlymph/anatomy";
import { regionScope, regions } from "@openlymph/therapy";
import { words } from "../../words/words.ts";

const { parts } = words.person.screening.places;
type Part = keyof typeof parts;

function partOf({ id, limb }: (typeof regions)[number]): Part {
  if (limb !== undefined) return limb.id;
  const [territory = ""] = regionScope(id, "left").territories;
  return anatomy.byId.territories.get(territory)?.segment === "headNeck" ? "headNeck" : "trunk";
}

/** Regions that cover skin, by part of the body, to choose from. */
export const placeGroups = (Object.keys(parts) as Part[]).map((part) => ({
  label: parts[part],
  options: regions
    .filter((region) => regionScope(region.id, "left").territories.length > 0 && partOf(region) === part)
    .map(({ id, label }) => [id, label] as const),
}));
