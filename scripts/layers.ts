/**
 * The house has floors, and imports only point down. `floors` is the plan of it; `findLayerViolations` reads every
 * import in the repository and names those that break a rule:
 *
 * - a package imports packages of lower floors only: no neighbour, nothing above;
 * - siblings are imported by name (`@openlymph/base`), never by a path that leaves the package;
 * - what is imported is declared in the importing package.json (in tests also in the repository's own);
 * - packages run in Node, a browser tab and a worker alike, so outside their tests they import no Node module.
 *
 * That packages use no global of Node or of a page is checked by the compiler: see `isomorphic/tsconfig.json`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";

/** Which floor each package lives on. A new package is added here. */
export const floors: Readonly<Record<string, number>> = {
  "@openlymph/base": 0,
  "@openlymph/physiology": 1,
  "@openlymph/measurement": 1,
  "@openlymph/anatomy": 1,
  "@openlymph/therapy": 2,
  "@openlymph/figure": 2,
  "@openlymph/study": 2,
  "@openlymph/rehearsal": 3,
  "@openlymph/record": 3,
  openlymph: 4,
  "@openlymph/server": 4,
  "@openlymph/web": 4,
};

/** These stand around the house: they may use all of it, and nothing in it imports them. */
const grounds = ["validation", "bench", "examples", "scripts"];

export interface Violation {
  /** File relative to the repository, with forward slashes. */
  readonly file: string;
  /** What is imported, as it is written there. */
  readonly specifier: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A folder with a package.json of its own. */
interface Workspace {
  readonly folder: string;
  readonly name: string;
  readonly isPackage: boolean;
  readonly declared: ReadonlySet<string>;
  readonly declaredForTests: ReadonlySet<string>;
}

const commentsAndStrings =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g;
const importForms = [
  /\b(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"'\n]+)["']/g,
  /\bimport\s*["']([^"'\n]+)["']/g,
  /\b(?:import|require)\s*\(\s*["']([^"'\n]+)["']/g,
];

/** Everything a TypeScript text imports: static, re-exported, dynamic and in types; not what its comments and texts say. */
export function importsIn(text: string): string[] {
  const code = text.replaceAll(commentsAndStrings, (part) => {
    if (part.startsWith("/")) return " ";
    return /^["'][^\s"'`;]+["']$/.test(part) ? part : '""';
  });
  return importForms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ""));
}

/** `@scope/name/file.js` → `@scope/name`, `name/file.js` → `name`. */
function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(packageName(specifier));
}

function readManifest(folder: string): Manifest | undefined {
  const file = path.join(folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : undefined;
}

function workspacesOf(root: string): Workspace[] {
  const atRoot = Object.keys(readManifest(root)?.devDependencies ?? {});
  return ["packages", "apps"].flatMap((parent) => {
    const place = path.join(root, parent);
    if (!existsSync(place)) return [];
    return readdirSync(place).flatMap((entry): Workspace[] => {
      const folder = path.join(place, entry);
      const manifest = readManifest(folder);
      if (manifest === undefined) return [];
      const own = Object.keys(manifest.dependencies ?? {});
      const development = Object.keys(manifest.devDependencies ?? {});
      return [
        {
          folder,
          name: manifest.name,
          isPackage: parent === "packages",
          declared: new Set(own),
          declaredForTests: new Set([...own, ...development, ...atRoot]),
        },
      ];
    });
  });
}

function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return ["node_modules", "dist", ".cache"].includes(entry.name) ? [] : sourceFiles(file);
    return /\.(?:tsx?|mts|m?js)$/.test(entry.name) ? [file] : [];
  });
}

/** Tests with their helpers, configuration and browser journeys: they may use development tools, and the journeys the whole house. */
function roleOf(relative: string): "source" | "test" | "journey" {
  if (relative.startsWith("browser/")) return "journey";
  // Tests of the server's clinic part, with what they share.
  if (relative.startsWith("src/testing/") || /^clinic\/[^/]+\.ts$/.test(relative)) return "test";
  return /\.test\.tsx?$/.test(relative) || /\.config\.ts$/.test(relative) ? "test" : "source";
}

function checkImport(workspace: Workspace, file: string, specifier: string): string | undefined {
  const role = roleOf(slashes(path.relative(workspace.folder, file)));
  if (role === "journey") return undefined;
  if (specifier.startsWith(".")) {
    const leaves = path.relative(workspace.folder, path.resolve(path.dirname(file), specifier)).startsWith("..");
    return leaves ? "leaves its package; import a sibling by its name" : undefined;
  }
  if (isNodeModule(specifier)) {
    if (!workspace.isPackage || role === "test") return undefined;
    return "is a Node module; packages also run in a browser, so files, processes and pools belong in apps";
  }
  const name = packageName(specifier.split("?")[0] ?? specifier);
  if (name === workspace.name) return "is the package itself; import the file by a relative path";
  if (name in floors || name.startsWith("@openlymph/")) {
    const target = floors[name];
    const own = floors[workspace.name] ?? -1;
    if (target === undefined) return "has no floor yet; add it to `floors` in scripts/layers.ts";
    if (target > own) return `lives on floor ${target}, above ${workspace.name} on floor ${own}; imports point down`;
    if (target === own) return `lives on floor ${own} like ${workspace.name}; neighbours do not import each other`;
  }
  const declared = role === "test" ? workspace.declaredForTests : workspace.declared;
  if (declared.has(name)) return undefined;
  return `is not declared in ${slashes(path.join(path.basename(path.dirname(workspace.folder)), path.basename(workspace.folder)))}/package.json`;
}

function slashes(file: string): string {
  return file.split(path.sep).join("/");
}

/** Every import under `root` that breaks a rule of the house, in the order of the files. */
export function findLayerViolations(root: string): Violation[] {
  const violations: Violation[] = [];
  const workspaces = workspacesOf(root);
  const add = (file: string, specifier: string, message: string | undefined) => {
    if (message !== undefined) violations.push({ file: slashes(path.relative(root, file)), specifier, message });
  };
  for (const workspace of workspaces) {
    const manifest = path.join(workspace.folder, "package.json");
    if (!(workspace.name in floors)) {
      add(manifest, workspace.name, "has no floor yet; add it to `floors` in scripts/layers.ts");
      continue;
    }
    for (const file of sourceFiles(workspace.folder)) {
      for (const specifier of importsIn(readFileSync(file, "utf8"))) {
        add(file, specifier, checkImport(workspace, file, specifier));
      }
    }
  }
  const manifest = readManifest(root);
  const atRoot = new Set(Object.keys({ ...manifest?.dependencies, ...manifest?.devDependencies }));
  for (const file of grounds.flatMap((folder) => sourceFiles(path.join(root, folder)))) {
    for (const specifier of importsIn(readFileSync(file, "utf8"))) {
      const name = packageName(specifier);
      const known = specifier.startsWith(".") || isNodeModule(specifier) || name in floors || atRoot.has(name);
      add(file, specifier, known ? undefined : "is not declared in package.json");
    }
  }
  return violations;
}
