import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { programs, root, runNode } from "./process.ts";
import { compressFiles } from "./web-compress.ts";

/** Everything the built web app is made of, relative to the repository. */
const sources = ["apps/web", "scripts/web-compress.ts", "packages", "examples", "package-lock.json", "tsconfig.json"];
const notSources = new Set(["node_modules", "dist", "browser", ".cache"]);

/** Folder of the built web app. */
export const webRoot: string = path.join(root, "apps", "web", "dist");

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = path.join(place, entry.name);
      if (entry.isDirectory()) return filesUnder(file);
      return entry.isFile() ? [file] : [];
    });
}

/** SHA-256 over names and contents of all files under `places`, tests and build outputs left out. */
export function fingerprint(base: string, places: readonly string[]): string {
  const hash = createHash("sha256");
  const files = places.flatMap((place) => filesUnder(path.join(base, place)));
  for (const file of files.toSorted()) {
    const content = readFileSync(file);
    hash.update(`${path.relative(base, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Builds the web app into `apps/web/dist` unless the last build was of the same sources.
 *
 * @returns undefined on success, else the reason in one sentence (the build's own messages were shown before it).
 */
export async function ensureWebBuilt(): Promise<string | undefined> {
  const folder = path.join(root, "apps", "web");
  if (!existsSync(path.join(folder, "index.html")))
    return "There is no web app to build: apps/web/index.html is missing.";
  const stamp = path.join(root, ".cache", "web-build");
  const wanted = fingerprint(root, sources);
  const built = existsSync(path.join(webRoot, "index.html")) && existsSync(stamp);
  if (built && readFileSync(stamp, "utf8") === wanted) return undefined;

  console.error("Building the web app ...");
  const started = Date.now();
  rmSync(stamp, { force: true });
  const { code } = await runNode([programs.vite, "build", "--logLevel", "warn"], { cwd: folder });
  if (code !== 0) return `Building the web app failed (exit code ${code}); the reason is above.`;
  compressFiles(webRoot);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  console.error(`Built the web app (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  return undefined;
}
