import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { installPackage, mayInstall } from "./debian.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];
const windowsPrograms = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

/** How a person gets the browser that the browser tests need. */
export const chromiumHint =
  "Install Chromium or Chrome (Debian and Ubuntu: apt-get install chromium), or name one: CHROMIUM_PATH=/path/to/chrome.";

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function usualPlaces(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", path.join(environment["HOME"] ?? "", "Applications")];
    return folders.flatMap((folder) => macApplications.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === "win32") {
    const folders = [environment["PROGRAMFILES"], environment["PROGRAMFILES(X86)"], environment["LOCALAPPDATA"]];
    return folders.flatMap((folder) => (folder ? windowsPrograms.map((program) => path.join(folder, program)) : []));
  }
  return [];
}

/**
 * Path of a Chromium or a browser made from it: `CHROMIUM_PATH`, else the first on the PATH, else the usual places of
 * macOS and Windows. A `CHROMIUM_PATH` that is no program gives undefined: a wish is not replaced by a guess.
 */
export function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const wished = environment["CHROMIUM_PATH"];
  if (wished) return isProgram(wished) ? wished : undefined;
  const folders = [...(environment["PATH"] ?? "").split(path.delimiter), "/usr/bin"].filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...usualPlaces(environment, platform)].find(isProgram);
}

/** A Chromium as `findChromium` finds it; on Debian, as root, a missing one is installed first. */
export async function ensureChromium(): Promise<string | undefined> {
  const found = findChromium();
  if (found !== undefined || !mayInstall() || process.env["CHROMIUM_PATH"]) return found;
  return (await installPackage("chromium", "the browser tests")) ? findChromium() : undefined;
}
