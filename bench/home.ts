/**
 * Home in a browser of a phone's size: what it loads, how soon it opens without a network, and how closely its strokes keep
 * to the plan in real time.
 *
 *   npm run bench -- home        20 minutes of strokes
 *   npm run bench -- home 3      3 minutes
 *
 * Bars: 200 kB of script (gzipped), open within 1 s without a network, every stroke within 50 ms of the plan.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { createServer } from "../apps/server/src/index.ts";
import { chromiumHint, findChromium } from "../scripts/chromium.ts";
import { ensureWebBuilt, webRoot } from "../scripts/web-build.ts";
import { median } from "./results.ts";

const visits = 7;
const minutes = Number(process.argv[2] ?? 20);
const pace = 3;

const plan = `format: openlymph/plan@1
title: Strokes of the bench
affectedSide: left
provenance: { tag: assumed, source: bench }
complete: true
steps:
  - { phase: open, region: forearm, side: affected, stroke: sld_simple_stretch, toward: elbow, towardSide: affected,
      pace: ${pace} s, repetitions: ${Math.min(100, Math.ceil((60 * minutes) / pace))}, positions: ${Math.ceil((60 * minutes) / pace / 100)}, provenance: assumed }
`;

interface Stroke {
  readonly began: number;
  readonly planned: number;
  readonly lasted: number;
  readonly position: number;
}

const start = (page: Page) => page.getByRole("button", { name: "Start" });

async function open(context: BrowserContext, origin: string): Promise<number> {
  const page = await context.newPage();
  const before = performance.now();
  await page.goto(`${origin}/home/`);
  await start(page).waitFor();
  const took = performance.now() - before;
  await page.close();
  return took;
}

function strokesIn(page: Page): Promise<readonly Stroke[]> {
  return page.evaluate(
    () =>
      new Promise<Stroke[]>((resolve) => {
        const opening = indexedDB.open("openlymph-home");
        opening.onsuccess = () => {
          const all = opening.result.transaction("operations").objectStore("operations").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const operations = all.result as { operation: { kind: string; body: Stroke } }[];
            resolve(
              operations.flatMap(({ operation }) => (operation.kind === "session/stroke" ? [operation.body] : [])),
            );
          };
        };
      }),
  );
}

function scripts(): number {
  const page = readFileSync(path.join(webRoot, "home/index.html"), "utf8");
  const named = readdirSync(path.join(webRoot, "assets")).filter((name) => name.endsWith(".js") && page.includes(name));
  return named.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(webRoot, "assets", name))).length, 0);
}

const problem = await ensureWebBuilt();
const executablePath = findChromium();
if (problem !== undefined || executablePath === undefined) throw new Error(problem ?? chromiumHint);
const server = createServer({ webRoot });
const origin = await server.listen({ host: "127.0.0.1", port: 0 });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  console.log(`script loaded to open: ${(scripts() / 1000).toFixed(0)} kB gzipped`);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${origin}/home/`);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a plan file" }).click(),
  ]);
  await chooser.setFiles({ name: "plan.yaml", mimeType: "text/yaml", buffer: Buffer.from(plan) });
  await start(page).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  const opened: number[] = [];
  for (let n = 0; n < visits; n++) opened.push(await open(context, origin));
  console.log(
    `opens without a network: median ${median(opened).toFixed(0)} ms, longest ${Math.max(...opened).toFixed(0)} ms`,
  );

  await start(page).click();
  for (let n = 0; n < 7; n++) await page.getByRole("button", { name: "No", exact: true }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForTimeout(60_000 * minutes);
  const strokes = await strokesIn(page);
  const first = strokes[0];
  // Moving the hand to a place takes 6 s of the plan.
  const late = strokes.map(({ began, position }, n) => began - (6 * position + pace * n));
  const off = late.map((each) => Math.abs(1000 * each));
  if (first === undefined) throw new Error("No stroke was recorded.");
  console.log(
    `${strokes.length} strokes of ${pace} s: begun within ${Math.max(...off).toFixed(1)} ms of the plan, median ${median(off).toFixed(1)} ms`,
  );
} finally {
  await browser.close();
  await server.close();
}
