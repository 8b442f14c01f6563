import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import type { Plugin } from "vite";

const icon = readFileSync(new URL("./public/icon.svg", import.meta.url), "utf8");
const iconSizes = [192, 512] as const;
const iconName = (size: number): string => `icon-${size}.png`;

const shared = {
  display: "standalone",
  background_color: "#FAF8F4",
  theme_color: "#FAF8F4",
  icons: [
    { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ...iconSizes.map((size) => ({ src: `/${iconName(size)}`, sizes: `${size}x${size}`, type: "image/png" })),
  ],
};

/** The studio and Home are two apps to whoever installs them. */
const manifests = {
  "manifest.webmanifest": {
    id: "/",
    name: "OpenLymph",
    short_name: "OpenLymph",
    description: "A working model of the human lymphatic system, and drainage rehearsed on it.",
    start_url: "/",
    ...shared,
  },
  "home.webmanifest": {
    id: "/home/",
    name: "OpenLymph at home",
    short_name: "OpenLymph",
    description: "A drainage plan played at home, stroke by stroke, without a network.",
    start_url: "/home/",
    scope: "/home/",
    ...shared,
  },
};

/** Pages that open without a network, by the address at which they are asked for. */
const pages: Readonly<Record<string, string>> = { "index.html": "/", "home/index.html": "/home/" };
/** A page that lives on its server alone: nothing of it is kept. */
const onlineOnly = "clinic/index.html";

type Files = Readonly<
  Record<
    string,
    { readonly type: "asset"; readonly source: string | Uint8Array } | { readonly type: "chunk"; readonly code: string }
  >
>;

function textOf(file: Files[string] | undefined): string {
  if (file === undefined) return "";
  if (file.type === "chunk") return file.code;
  return typeof file.source === "string" ? file.source : "";
}

/** Every file that some pages name, and that those name in turn. */
function reachedFrom(starts: readonly string[], bundle: Files): ReadonlySet<string> {
  const assets = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
  const reached = new Set<string>();
  const visit = (text: string): void => {
    const found = assets.filter((name) => !reached.has(name) && text.includes(name.slice("assets/".length)));
    for (const name of found) reached.add(name);
    for (const name of found) visit(textOf(bundle[name]));
  };
  for (const start of starts) visit(textOf(bundle[start]));
  return reached;
}

/** What only the page that is not kept needs. */
function leftOut(bundle: Files): ReadonlySet<string> {
  const kept = reachedFrom(Object.keys(pages), bundle);
  return new Set([onlineOnly, ...[...reachedFrom([onlineOnly], bundle)].filter((name) => !kept.has(name))]);
}

/** Writes what a browser needs to install the app and to open it without a network: manifest, icons, list of files. */
export function offlinePlugin(): Plugin {
  return {
    name: "offline",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const [fileName, manifest] of Object.entries(manifests)) {
        this.emitFile({ type: "asset", fileName, source: JSON.stringify(manifest) });
      }
      for (const size of iconSizes) {
        const source = new Resvg(icon, { fitTo: { mode: "width", value: size } }).render().asPng();
        this.emitFile({ type: "asset", fileName: iconName(size), source });
      }
      const worker = Object.values(bundle).find((part) => part.type === "chunk" && part.name === "service-worker");
      if (worker?.type !== "chunk") throw new Error("The service worker was not built.");
      const out = leftOut(bundle);
      const names = Object.keys(bundle).filter(
        (name) => name !== worker.fileName && !(name in pages) && !out.has(name),
      );
      const files = [...Object.values(pages), "/icon.svg", ...names.map((name) => `/${name}`)];
      const version = createHash("sha256").update(files.join("\n")).update(worker.code).digest("hex").slice(0, 12);
      worker.code = worker.code
        .replaceAll("__FILES__", JSON.stringify(files))
        .replaceAll("__VERSION__", JSON.stringify(version));
    },
  };
}
