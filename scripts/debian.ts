/** Programs of the system that some tests need, installed where that may be done without asking. */
import { existsSync, readFileSync } from "node:fs";
import { run } from "./process.ts";

/** Debian, as root. */
export function mayInstall(): boolean {
  const release = "/etc/os-release";
  const debian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
  return debian && process.getuid?.() === 0;
}

/** Installs a package of Debian. @returns whether it is there now; what went wrong is printed. */
export async function installPackage(name: string, purpose: string): Promise<boolean> {
  console.error(`Installing Debian's ${name} for ${purpose} (a minute or two) ...`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", name]]) {
    const { code, output } = await run("apt-get", ["-q", ...args], { env, quiet: true });
    if (code === 0) continue;
    console.error(output.trimEnd().split("\n").slice(-20).join("\n"));
    console.error(`apt-get ${args[0]} failed (exit code ${code}).`);
    return false;
  }
  return true;
}
