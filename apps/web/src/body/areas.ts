import { anatomy, lymphosomeOf } from "@openlymph/anatomy";

/** As many colours as there are areas; those beside each other on the body are far from each other here. */
const colours = [
  ...["#2F7ED8", "#D9822B", "#3C9A5F", "#B0479A", "#C8A415", "#D1495B", "#4FB0C6"],
  ...["#7A5CC7", "#6F9B2D", "#E07A9B", "#2E8B8B", "#A0693C", "#5A79A5", "#8F9A3E"],
] as const;

/** An area of skin that drains to the same node groups first. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

const found = anatomy.territories.flatMap(({ id }) => {
  const area = lymphosomeOf(id);
  return area === undefined ? [] : [{ territory: id, area }];
});
const byId = new Map(found.map(({ area }) => [area.id, area]));

/** All areas of the body, from the head down. */
export const areas: readonly Area[] = [...byId.values()].map(({ id, name }, n) => {
  return { id, name, colour: colours[n % colours.length] ?? colours[0] };
});

/** Colour of every territory of the skin, by its area. */
export const areaColours: Readonly<Record<string, string>> = Object.fromEntries(
  found.map(({ territory, area }) => [territory, areas.find(({ id }) => id === area.id)?.colour ?? colours[0]]),
);
