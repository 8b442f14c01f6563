/** What stands beside a page: the guides, the theory, and the API reference as a tree of its files. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { DefaultTheme } from "vitepress";

const docs = path.resolve(import.meta.dirname, "..");

type Item = DefaultTheme.SidebarItem;

/** Only pages that are there. */
function pages(list: readonly (readonly [text: string, link: string])[]): Item[] {
  return list
    .filter(([, link]) => existsSync(path.join(docs, `${link.endsWith("/") ? `${link}index` : link}.md`)))
    .map(([text, link]) => ({ text, link }));
}

export const guideSidebar: Item[] = [
  {
    text: "Use",
    items: pages([
      ["Command line", "/cli"],
      ["Networks", "/networks"],
      ["Studies", "/studies"],
      ["Measuring a limb", "/measurement"],
      ["File formats", "/formats"],
      ["JSON", "/json"],
    ]),
  },
  {
    text: "Theory",
    items: pages([
      ["Overview", "/theory/"],
      ["Lymphangion and wall", "/theory/lymphangion"],
      ["Valves", "/theory/valves"],
      ["Pacing", "/theory/pacing"],
      ["Networks", "/theory/networks"],
      ["Numerical methods", "/theory/numerics"],
      ["Solutes", "/theory/solutes"],
      ["Observation", "/theory/observation"],
      ["The averaged body", "/theory/averaged-body"],
      ["What the averaged body holds", "/model"],
    ]),
  },
  {
    text: "Trust",
    items: pages([
      ["Validation", "/validation"],
      ["Performance", "/performance"],
      ["Security", "/security"],
    ]),
  },
  {
    text: "Extend",
    items: pages([
      ["Adding a law", "/adding-a-law"],
      ["API reference", "/api/"],
    ]),
  },
];

function tree(folder: string): Item[] {
  const entries = readdirSync(path.join(docs, folder), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".md") && entry.name !== "index.md");
  const folders = entries.filter((entry) => entry.isDirectory());
  return [
    ...folders.map(({ name }) => ({ text: name, collapsed: true, items: tree(`${folder}/${name}`) })),
    ...files.map(({ name }) => ({ text: name.slice(0, -3), link: `/${folder}/${name.slice(0, -3)}` })),
  ];
}

/** One group for each package, its folders folded. */
export function apiSidebar(): Item[] {
  if (!existsSync(path.join(docs, "api"))) return [];
  return tree("api").map((item) => ({ ...item, text: `@openlymph/${item.text}`, collapsed: false }));
}
