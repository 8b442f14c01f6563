/** The reference tables of docs/formats.md: every field of the network format with unit, default and range. */
import { networkSchema } from "../network-format.ts";
import { allFields, type Field } from "./fields.ts";

/** A path without the laws in brackets, below its first steps. */
function shownPath(path: readonly PropertyKey[], skipped: number): string {
  const steps = path.map((step) => String(step).replace(/\(.*\)$/, "")).slice(skipped);
  return steps.join(".").replaceAll(".[]", "[]");
}

function row({ path, setting }: Field, skipped: number): string {
  const last = path.at(-1);
  const { kind, range = "", unit = "", usual, help } = setting;
  const inside = last === "<id>" || last === "[]";
  const law = kind === "text" && range !== "" && (last === "law" || last === "kind" || last === "format");
  const name = law ? `**\`${shownPath(path, skipped)}: ${range}\`**` : `\`${shownPath(path, skipped)}\``;
  const must = inside || law ? "" : "required";
  const cells = [name, unit === "1" ? "" : unit, usual ?? must, law ? "" : range, help];
  return `| ${cells.join(" | ")} |`;
}

const head = ["| field | unit | default | range | meaning |", "|---|---|---|---|---|"];

/** Titles of the parts that stand by name, and of those that stand once. */
const sections: readonly (readonly [part: string, title: string])[] = [
  ["valves", "`valves:` secondary valves by name"],
  ["inlets", "`inlets:` tissue whose pressure is held"],
  ["outlets", "`outlets:` where lymph goes"],
  ["junctions", "`junctions:` where vessels meet"],
  ["nodes", "`nodes:` lymph nodes"],
  ["tissues", "`tissues:` tissue that fills and drains"],
  ["solutes", "`solutes:` what the lymph carries"],
  ["vessels", "`vessels:` chains of lymphangions"],
  ["posture", "`posture:`"],
  ["external", "`external:` pressure from outside"],
  ["pacing", "`pacing:` when lymphangions contract"],
  ["solver", "`solver:`"],
];

/** Markdown: a table for the head of the file and one for each part, in the order of the format. */
export function fieldTables(): string {
  const fields = [...allFields(networkSchema)];
  const partOf = ({ path }: Field) => String(path[0]).replace(/\(.*\)$/, "");
  const known = new Set(sections.map(([part]) => part));
  const top = fields.filter((field) => !known.has(partOf(field))).map((field) => row(field, 0));
  const tables = sections.map(([part, title]) => {
    const own = fields.filter((field) => partOf(field) === part && field.path.length > 1);
    const named = own.some(({ path }) => String(path[1]).startsWith("<id>"));
    return [`### ${title}`, "", ...head, ...own.map((field) => row(field, named ? 2 : 1))].join("\n");
  });
  return [[...head, ...top].join("\n"), ...tables].join("\n\n");
}
