import { canonicalJson, raise } from "@openlymph/base";
import type { AnatomyData } from "./anatomy.ts";
import { mirrored, sideOf } from "./side.ts";

/**
 * Nodes whose outflow differs between left and right because the anatomy does: right trunks end in the right lymphatic
 * duct and left ones in the thoracic duct, the right intercostal nodes reach the right bronchomediastinal trunk, the
 * heart and bronchial nodes shift to the right, and the inferior mesenteric nodes lie on the left.
 */
const lopsided = new Set(["JT", "SCT", "BMT", "ICOST", "BRPUL", "TBR"].flatMap((id) => [`${id}_L`, `${id}_R`]));

/** A record with all ids in it mirrored, lists in a fixed order, and its name left out. */
function mirrorOf(value: unknown, flip: boolean): unknown {
  if (typeof value === "string") return flip ? mirrored(value) : value;
  if (Array.isArray(value)) {
    return value.map((item) => mirrorOf(item, flip)).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  const { name: _name, side: _side, uberon: _uberon, fma: _fma, ...rest } = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, mirrorOf(child, flip)]));
}

function checkPairs(kind: string, records: readonly { readonly id: string }[]): void {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const record of records) {
    if (sideOf(record.id) === "M") continue;
    const twin = byId.get(mirrored(record.id));
    const path = `${kind}.${record.id}`;
    if (twin === undefined) {
      raise("reference/unknown", { path, value: mirrored(record.id), expected: "the same record on the other side" });
    }
    if (canonicalJson(mirrorOf(record, true)) !== canonicalJson(mirrorOf(twin, false))) {
      raise("field/invalid", { path, value: record.id, expected: `values equal to those of ${mirrored(record.id)}` });
    }
  }
}

/** Left and right agree in every paired record and edge, and neighbours name each other with one watershed. */
export function checkMirror(data: AnatomyData): void {
  checkPairs("territories", data.territories);
  checkPairs("nodeGroups", data.nodeGroups);
  checkPairs("collectors", data.collectors);
  checkPairs("anastomoses", data.anastomoses);
  const shares = new Map(data.edges.map(({ from, to, share }) => [`${from}>${to}`, share]));
  for (const { id, from, to, share } of data.edges) {
    if (sideOf(from) === "M" || lopsided.has(from)) continue;
    const twin = shares.get(`${mirrored(from)}>${mirrored(to)}`);
    if (twin !== share) {
      raise("field/invalid", { path: `edges.${id}.share`, value: share, expected: `${twin}, as on the other side` });
    }
  }
  const borders = new Map(data.territories.map(({ id, neighbours }) => [id, neighbours]));
  for (const { id, neighbours } of data.territories) {
    for (const { territory, watershed } of neighbours) {
      const back = borders.get(territory)?.some((other) => other.territory === id && other.watershed === watershed);
      if (back !== true) {
        raise("field/invalid", {
          path: `territories.${id}.neighbours`,
          value: territory,
          expected: "a neighbour that names this territory back, with the same watershed",
        });
      }
    }
  }
}
