/**
 * Writes the API reference as Markdown into docs/api: one page for every source file that a package exports, opened by the
 * comment at the file's head, mathematics and all.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Application, Comment, Converter, type DeclarationReflection, ReflectionKind } from "typedoc";
import { exportedFiles, headComment, withEquationBlocks } from "./source-files.ts";

const root = path.resolve(import.meta.dirname, "../..");
const packages = ["base", "physiology", "study"];

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
    const head = headComment(readFileSync(path.join(root, "packages", `${module.name}.ts`), "utf8"));
    module.name = module.name.replace("/src/", "/");
    if (head === undefined) continue;
    dropRepeated(module, head);
    module.comment = new Comment([{ kind: "text", text: withEquationBlocks(head) }]);
  }
});

/** The first sentence of what a module says of itself; without one, what it exports. */
function firstSentence({ comment, children }: DeclarationReflection): string {
  if (comment === undefined) return (children ?? []).map(({ name }) => `\`${name}\``).join(", ");
  const text = comment.summary.map((part) => part.text).join("");
  const [paragraph = ""] = text.split("\n\n");
  return /^[\s\S]*?[.:](?=\s|$)/.exec(paragraph)?.[0].replaceAll(/\s+/g, " ").replace(/:$/, ".") ?? paragraph;
}

/** The entry page: every package, every file of it, in one line each. */
function indexPage(modules: readonly DeclarationReflection[]): string {
  const parts = packages.map((name) => {
    const own = modules.filter((module) => module.name.startsWith(`${name}/`));
    const rows = own.map((module) => {
      const place = module.name.slice(name.length + 1);
      return `| [${place}](${module.name}.md) | ${firstSentence(module)} |`;
    });
    return `## @openlymph/${name}\n\n| file | what it holds |\n|---|---|\n${rows.join("\n")}\n`;
  });
  const about =
    "Every public name, one page for each source file, made from the sources. A page opens with the head of its file. " +
    "SI everywhere. What can fail gives a [`Result`](base/failure.md) with one clear failure.";
  return `# API reference\n\n${about}\n\n${parts.join("\n")}`;
}

/** Empty cells instead of dashes. */
function tidy(page: string): string {
  return page.replaceAll(/^\|.*\|$/gm, (row) => row.replaceAll(/(?<=\| )-(?= \|)/g, " "));
}

const project = await app.convert();
if (project === undefined) throw new Error("TypeDoc could not read the packages.");
await app.generateOutputs(project);
const modules = project.getChildrenByKind(ReflectionKind.Module) as DeclarationReflection[];
const out = path.join(root, "docs", "api");
for (const page of globSync("**/*.md", { cwd: out })) {
  const file = path.join(out, page);
  writeFileSync(file, tidy(readFileSync(file, "utf8")));
}
writeFileSync(path.join(out, "index.md"), indexPage(modules));
console.log(`API reference: ${files.length} files of ${packages.length} packages.`);
