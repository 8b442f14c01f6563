import { anatomy } from "@openlymph/anatomy";
import { closest, fail, ok, quantity, type Result, runRecord } from "@openlymph/base";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { fixed, percentage, significant } from "../output/numbers.ts";
import { pageText, tableBlock } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";

export interface AnatomyListInput {
  readonly what: string;
  readonly json?: boolean | undefined;
}

export const anatomyListFormat = "openlymph/anatomy-list@1";

interface Listing {
  readonly table: Table;
  readonly records: readonly object[];
}

const litre = (value: number) => ({ value: value * 1e3, unit: "mL" });

function territories(): Listing {
  const records = anatomy.territories;
  return {
    table: {
      title: `${records.length} territories`,
      about: "Flows are shares of regional budgets chosen to meet published totals (estimates).",
      columns: [
        words("id"),
        words("name"),
        words("layer"),
        numbers("fluid (mL)"),
        numbers("lymph (mL/h)"),
        words("drains to"),
      ],
      rows: records.map(({ id, name, layer, interstitialL, lymphFlowMlPerH, drainage }) => [
        id,
        name,
        layer,
        fixed(interstitialL * 1e3, 0),
        significant(lymphFlowMlPerH, 3),
        drainage.map(({ to }) => to).join(", "),
      ]),
    },
    records: records.map(({ id, name, side, layer, segment, interstitialL, lymphFlowMlPerH, drainage }) => ({
      id,
      name,
      side,
      layer,
      segment,
      fluid: litre(interstitialL),
      lymphFlow: { value: lymphFlowMlPerH, unit: "mL/h" },
      drainage: drainage.map(({ to, fraction }) => ({ to, share: percentage(fraction) })),
    })),
  };
}

function nodes(): Listing {
  const records = anatomy.nodeGroups;
  return {
    table: {
      title: `${records.length} node groups, trunks, ducts and venous angles`,
      about: "Counts are textbook values with wide bounds.",
      columns: [words("id"), words("name"), words("kind"), words("depth"), numbers("nodes"), words("next")],
      rows: records.map(({ id, name, kind, depth, nodeCount }) => [
        id,
        name,
        kind,
        depth,
        nodeCount === null ? "" : `${nodeCount.typ} (${nodeCount.lo}-${nodeCount.hi})`,
        (anatomy.edgesFrom.get(id) ?? []).map(({ to }) => to).join(", "),
      ]),
    },
    records: records.map(({ id, name, side, kind, region, depth, nodeCount }) => ({
      id,
      name,
      side,
      kind,
      region,
      depth,
      nodeCount,
      next: (anatomy.edgesFrom.get(id) ?? []).map(({ to, share }) => ({ to, share: percentage(share) })),
    })),
  };
}

function procedures(): Listing {
  const records = anatomy.procedures;
  const sideOf = (bilateral: boolean | undefined, midline: boolean | undefined) => {
    if (midline === true) return "none";
    return bilateral === true ? "both, or one" : "left or right";
  };
  return {
    table: {
      title: `${records.length} procedures`,
      about: "What each takes out is estimated from what the operation or the field covers.",
      columns: [words("id"), words("name"), words("side"), numbers("nodes removed"), words("what may swell")],
      rows: records.map(({ id, name, bilateral, midline, nodesRemoved, risk }) => [
        id,
        name,
        sideOf(bilateral, midline),
        `${nodesRemoved.typ} (${nodesRemoved.lo}-${nodesRemoved.hi})`,
        risk,
      ]),
    },
    records: records.map(({ id, name, bilateral, midline, nodesRemoved, risk, removes, radiationFibrosis }) => ({
      id,
      name,
      side: sideOf(bilateral, midline),
      nodesRemoved,
      risk,
      removes: Object.fromEntries(
        Object.entries(removes).map(([node, share]) => [node, quantity(share, "fraction", "%")]),
      ),
      fibrosis: Object.fromEntries(
        Object.entries(radiationFibrosis ?? {}).map(([node, share]) => [node, quantity(share, "fraction", "%")]),
      ),
    })),
  };
}

const listings: Readonly<Record<string, () => Listing>> = { territories, nodes, procedures };

/** Lists the territories, the nodes or the procedures of the anatomy with their ids. */
export async function anatomyListCommand(
  { what, json }: AnatomyListInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const make = listings[what];
  if (make === undefined) {
    const near = closest(what, Object.keys(listings));
    return fail("usage/invalid", {
      path: "anatomy list",
      value: what,
      expected: `one of ${Object.keys(listings).join(", ")}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  const { table, records } = make();
  const record = runRecord(anatomyListFormat, { what, records });
  const text = json
    ? jsonText({ format: anatomyListFormat, what, records, record })
    : pageText([tableBlock(table)], style);
  return ok({ text });
}
