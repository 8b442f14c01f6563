/**
 * Writes the API reference as Markdown into docs/api: one page for every source file that a package exports, opened by the
 * comment at the file's head, mathematics and all.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Application, Comment, Converter, type DeclarationReflection, ReflectionKind } from "typedoc";

const root = path.resolve(import.meta.dirname, "../..");
const packages = ["base", "physiology", "study"];

/** The files an index exports, itself left out; `export * from` is followed. */
export function exportedFiles(index: string): string[] {
  const lines = readFileSync(index, "utf8").matchAll(/^export .*? from "(\..*?)";/gm);
  return [...lines].flatMap(([, target = ""]) => {
    const file = path.resolve(path.dirname(index), target);
    return path.basename(file) === "index.ts" ? exportedFiles(file) : [file];
  });
}

/** The first comment of a file without its stars; undefined where the file does not begin with one. */
export function headComment(file: string): string | undefined {
  const [, body] = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(file, "utf8")) ?? [];
  return body?.replaceAll(/^[ \t]*\* ?/gm, "").trim();
}

/** Equations stand indented in head comments; as Markdown they become blocks of their own. */
export function withEquationBlocks(text: string): string {
  const lines: string[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    const equation = /^ {2,}\S/.test(line);
    if (equation !== inside) lines.push(equation ? "```text" : "```");
    inside = equation;
    lines.push(equation ? line.slice(2) : line);
  }
  if (inside) lines.push("```");
  return lines.join("\n").replaceAll("\n```text", "\n\n```text").replaceAll("\n```\n", "\n```\n\n");
}

const files = packages.flatMap((name) => exportedFiles(path.join(root, "packages", name, "src", "index.ts")));

const app = await Application.bootstrapWithPlugins({
  name: "API",
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: files,
  tsconfig: path.join(root, "tsconfig.json"),
  basePath: path.join(root, "packages"),
  out: path.join(root, "docs", "api"),
  readme: "none",
  disableGit: true,
  sourceLinkTemplate: "{path}",
  disableSources: true,
  skipErrorChecking: true,
  sort: ["source-order"],
  excludeInternal: true,
  logLevel: "Error",
  ...{
    outputFileStrategy: "modules",
    flattenOutputFiles: false,
    entryFileName: "index",
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hideGroupHeadings: false,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeAliasPropertiesFormat: "table",
    propertyMembersFormat: "table",
    indexFormat: "table",
    tableColumnSettings: { hideSources: true, hideInherited: true, hideModifiers: true },
    useCodeBlocks: true,
    expandObjects: false,
    sanitizeComments: true,
  },
});

/** Takes a file's head comment away from the declaration that happens to stand below it. */
function dropRepeated(module: DeclarationReflection, head: string): void {
  const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
  for (const child of module.children ?? []) {
    for (const one of [child, ...(child.signatures ?? [])]) {
      const said = one.comment?.summary.map(({ text }) => text).join("") ?? "";
      if (said !== "" && plain(head).startsWith(plain(said))) delete one.comment;
    }
  }
}

app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
  const modules = context.project.getChildrenByKind(ReflectionKind.Module) as DeclarationReflection[];
  for (const module of modules) {
    const head = headComment(path.join(root, "packages", `${module.name}.ts`));
    module.name = module.name.replace("/src/", "/");
    if (head === undefined) continue;
    dropRepeated(module, head);
    module.comment = new Comment([{ kind: "text", text: withEquationBlocks(head) }]);
  }
});

const project = await app.convert();
if (project === undefined) throw new Error("TypeDoc could not read the packages.");
await app.generateOutputs(project);
console.log(`API reference: ${files.length} files of ${packages.length} packages.`);
