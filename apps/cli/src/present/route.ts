import type { Route, Way } from "@openlymph/anatomy";
import { fixed, percent } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { nodeWords } from "../words/place-words.ts";

/** The way most of the lymph takes, hop by hop. */
export function mainWayTable({ main }: Route): Table {
  return {
    title: "The way with the largest share",
    about: `${percent(main.share, 1)} % of the territory's lymph takes exactly this way, about ${fixed(main.lengthCm, 0)} cm.`,
    columns: [words("to"), words("id"), numbers("share here (%)"), numbers("straight way (cm)")],
    rows: main.hops.map(({ to, share, distanceCm }) => [nodeWords(to), to, percent(share, 1), fixed(distanceCm, 1)]),
  };
}

function idsOf({ hops }: Way): string {
  return hops.map(({ to }) => to).join(" > ");
}

/** Every way with its share; beside it the share in health when a history closed something. */
export function waysTable(route: Route, healthy: Route | undefined): Table {
  const before = new Map(healthy?.all.map((way) => [idsOf(way), way.share]));
  const compared = healthy === undefined ? [] : [numbers("in health (%)")];
  return {
    title: "All ways",
    columns: [numbers("share (%)"), ...compared, numbers("length (cm)"), words("through")],
    rows: route.all.map((way) => [
      percent(way.share, 1),
      ...(healthy === undefined ? [] : [percent(before.get(idsOf(way)) ?? 0, 1)]),
      fixed(way.lengthCm, 0),
      idsOf(way),
    ]),
  };
}

/** Through which nodes the lymph passes. */
export function throughTable(route: Route, healthy: Route | undefined): Table {
  const compared = healthy === undefined ? [] : [numbers("in health (%)")];
  const order = Object.entries(route.through).sort(([, a], [, b]) => b - a);
  return {
    title: "What the lymph passes",
    columns: [words("node group, trunk or duct"), words("id"), numbers("share (%)"), ...compared],
    rows: order.map(([id, share]) => [
      nodeWords(id),
      id,
      percent(share, 1),
      ...(healthy === undefined ? [] : [percent(healthy.through[id] ?? 0, 1)]),
    ]),
  };
}
