import { type Route, routeToVenousAngle } from "@openlymph/anatomy";
import { ok, quantity, type Result, runRecord } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { percent, percentage } from "../output/numbers.ts";
import { type Block, list, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { mainWayTable, throughTable, waysTable } from "../present/route.ts";
import { territoryWords } from "../words/place-words.ts";
import { historyMarks } from "../words/review-words.ts";

export interface AnatomyRouteInput {
  readonly territory: string;
  readonly history?: string | undefined;
  readonly json?: boolean | undefined;
}

export const anatomyRouteFormat = "openlymph/anatomy-route@1";

interface AfterHistory {
  readonly history: History;
  /** Conductance left of the node groups that lost some. */
  readonly closed: Readonly<Record<string, number>>;
}

async function readHistory(file: string | undefined): Promise<Result<AfterHistory | undefined>> {
  if (file === undefined) return ok(undefined);
  const [{ healthyBody, nodeDamage }, { parseHistory }] = await Promise.all([
    import("@openlymph/rehearsal"),
    import("@openlymph/therapy"),
  ]);
  const history = readParsed(file, parseHistory);
  if (!history.ok) return history;
  const body = healthyBody();
  const { conductance } = nodeDamage(history.value, body, 0);
  const left = body.junctionIds.map((id, n) => [id, Math.min(1, conductance[n] ?? 1)] as const);
  return ok({ history: history.value, closed: Object.fromEntries(left.filter(([, share]) => share < 1)) });
}

const caveat =
  "Shares are estimates. Lymph that meets a closed group is shared among the ways beside it: a first guess on the tree of " +
  "vessels, without pressures and without detours through the skin (body run computes those).";

function blocksOf(route: Route, healthy: Route | undefined, after: AfterHistory | undefined): readonly Block[] {
  const { VA_L, VA_R } = route.toAngle;
  return [
    title(`Lymph of ${territoryWords(route.territory)} (${route.territory})`),
    ...(after === undefined ? [] : historyMarks(after.history).map(({ word, text: words }) => mark(word, words))),
    ...(after === undefined ? [] : [text(`After: ${after.history.title}.`)]),
    text(`${percent(VA_L, 1)} % reach the left venous angle, ${percent(VA_R, 1)} % the right one.`),
    tableBlock(mainWayTable(route)),
    tableBlock(shortened(throughTable(route, healthy), 12, "--json")),
    tableBlock(shortened(waysTable(route, healthy), 6, "--json")),
    text(caveat),
    list(route.estimated.map(({ field, basis }) => `${field}: ${basis}`)),
  ];
}

function routeJson(route: Route, healthy: Route | undefined, after: AfterHistory | undefined) {
  const shares = (all: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(all).map(([id, share]) => [id, percentage(share)]));
  return {
    format: anatomyRouteFormat,
    territory: route.territory,
    name: territoryWords(route.territory),
    history: after === undefined ? null : { title: after.history.title, reviewStatus: after.history.reviewStatus },
    closed: after === undefined ? {} : shares(after.closed),
    toAngle: shares(route.toAngle),
    healthyToAngle: healthy === undefined ? null : shares(healthy.toAngle),
    through: shares(route.through),
    ways: route.all.map(({ share, angle, lengthCm, hops }) => ({
      share: percentage(share),
      angle,
      length: { value: lengthCm, unit: "cm" },
      hops: hops.map((hop) => ({
        from: hop.from,
        to: hop.to,
        name: hop.name,
        share: percentage(hop.share),
        distance: quantity(hop.distanceCm * 1e-2, "length", "cm"),
      })),
    })),
    estimated: route.estimated,
    notes: [caveat],
    record: runRecord(anatomyRouteFormat, { territory: route.territory, history: after?.history ?? null }),
  };
}

/** The ways of a territory's lymph to the blood, in health or after the procedures of a history. */
export async function anatomyRouteCommand(
  input: AnatomyRouteInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const healthy = routeToVenousAngle(input.territory);
  if (!healthy.ok) return healthy;
  const after = await readHistory(input.history);
  if (!after.ok) return after;
  const route =
    after.value === undefined ? healthy : routeToVenousAngle(input.territory, { closed: after.value.closed });
  if (!route.ok) return route;
  const before = after.value === undefined ? undefined : healthy.value;
  const words = input.json
    ? jsonText(routeJson(route.value, before, after.value))
    : pageText(blocksOf(route.value, before, after.value), style);
  return ok({ text: words });
}
