/**
 * First step of every npm script. Plain JavaScript without dependencies, so that it runs on any Node from 20 on.
 *
 *   node scripts/bootstrap.mjs <verb> [arguments]
 *
 * 1. installs the dependencies when what lies in node_modules is not what package-lock.json asks for;
 * 2. hands over to the Node version the repository pins (npm package `node`), which runs `scripts/<verb>.ts` directly.
 *
 * Signals and the exit code pass through.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const oldestNode = 20;
/** Node runs TypeScript files directly from this version on; needed only where the pinned Node cannot be installed. */
const typeScriptNode = [22, 18];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockFile), "utf8")).packages ?? {};
  } catch {
    return undefined;
  }
}

/** True when node_modules holds exactly what package-lock.json names (npm keeps its own list of what it installed). */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  if (wanted === undefined || present === undefined) return false;
  const asWanted = Object.entries(wanted).every(([place, entry]) => {
    if (!place.startsWith("node_modules/")) return true;
    const found = present[place];
    if (found === undefined) return entry.optional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity && found.link === entry.link;
  });
  return asWanted && Object.keys(present).every((place) => place in wanted);
}

/** The environment without this repository's own programs on the PATH: npm must not run on the Node it replaces. */
function environmentForNpm() {
  const own = path.join(root, "node_modules");
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (name.toUpperCase() !== "PATH") continue;
    const places = environment[name].split(path.delimiter);
    environment[name] = places.filter((place) => !path.resolve(place).startsWith(own)).join(path.delimiter);
  }
  return environment;
}

function install() {
  // Windows cannot delete a program that is running: there, the running pinned Node has npm change only what differs.
  const verb = windows && process.execPath.startsWith(path.join(root, "node_modules")) ? "install" : "ci";
  say(`Installing dependencies (npm ${verb}); the first time takes a minute or two ...`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const output = [];
  const npm = spawn(`npm ${verb} --include=dev --no-audit --no-fund`, {
    cwd: root,
    env: environmentForNpm(),
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  npm.stdout.on("data", (chunk) => output.push(chunk));
  npm.stderr.on("data", (chunk) => output.push(chunk));
  const progress = setInterval(() => say(`  still installing, ${seconds()} s`), 10_000);
  return new Promise((resolve) => {
    npm.on("close", (code, signal) => {
      clearInterval(progress);
      if (code === 0) {
        say(`Dependencies are installed (${seconds()} s).`);
        resolve(undefined);
        return;
      }
      const lines = Buffer.concat(output).toString("utf8").trimEnd().split(/\r?\n/);
      const telling = lines.filter((line) => !line.includes("EBADENGINE"));
      say(telling.slice(-30).join("\n"));
      stop(`npm ${verb} failed (${signal ?? `exit code ${code}`}); its last lines are above.`);
    });
  });
}

/** Path of the pinned Node; the running one where the pinned one is missing but this one is new enough. */
function nodeForTypeScript() {
  const bin = path.join(root, "node_modules", "node", "bin");
  const pinned = path.join(bin, windows ? "node.exe" : "node");
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split(".").map(Number);
  const newEnough = major > typeScriptNode[0] || (major === typeScriptNode[0] && minor >= typeScriptNode[1]);
  if (newEnough) return process.execPath;
  return stop(
    `${pinned} is missing: npm did not run the install script of the package "node" (is ignore-scripts set?).\n` +
      `Run "npm rebuild node --ignore-scripts=false", or use Node ${typeScriptNode.join(".")} or later.`,
  );
}

function handOver(node, script, rest) {
  const child = spawn(node, [script, ...rest], { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => stop(`Cannot run ${node}: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

const [verb, ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  stop(`OpenLymph needs Node ${oldestNode} or later; this is Node ${process.versions.node}. See https://nodejs.org.`);
}
const script = path.join(root, "scripts", `${verb}.ts`);
const verbs = ["start", "clinic", "test", "check", "validate", "bench", "docs", "tabulate"];
if (!verbs.includes(verb) || !readdirSync(path.dirname(script)).includes(`${verb}.ts`)) {
  stop(`Usage: node scripts/bootstrap.mjs ${verbs.join("|")} [arguments]`);
}
if (!isInstalled()) await install();
handOver(nodeForTypeScript(), script, rest);
