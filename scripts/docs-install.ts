import { readFileSync } from "node:fs";
import path from "node:path";

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

function packagesIn(file: string): Readonly<Record<string, Entry>> | undefined {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { packages?: Record<string, Entry> }).packages ?? {};
  } catch {
    return undefined;
  }
}

/** Whether the node_modules of a folder hold what its package-lock.json asks for; what is optional may be missing. */
export function isInstalled(folder: string): boolean {
  const wanted = packagesIn(path.join(folder, "package-lock.json"));
  const present = packagesIn(path.join(folder, "node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === "") return true;
    const found = present[place];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}
