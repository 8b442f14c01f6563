/**
 * The studio while the body moves: every task of the page's main thread over 50 ms, and what it was made of. From a trace
 * of Chromium, which tells for each step how long it lasted and how long the thread in fact ran: the rest it waited for a
 * processor that others had. Run it on a machine that does nothing else: `node bench/studio-tasks.ts`, with `--phone` or
 * `--dark` if wanted.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer } from "../apps/server/src/index.ts";
import { chromiumHint, findChromium } from "../scripts/chromium.ts";
import { ensureWebBuilt, webRoot } from "../scripts/web-build.ts";
import { mainThreadTasks, type TaskKind, type TracedTask, type TraceEvent, taskKinds } from "./main-thread-tasks.ts";
import { median } from "./results.ts";

const visits = 5;
const seconds = 6;
const long = 50;
const patience = 60_000;

async function standing(browser: Browser, origin: string): Promise<Page> {
  const phone = process.argv.includes("--phone");
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: phone ? 2 : 1,
    colorScheme: process.argv.includes("--dark") ? "dark" : "light",
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForSelector('[data-testid="time"]', { timeout: patience });
  await page.waitForFunction(() => {
    const body = document.querySelector<HTMLCanvasElement>('canvas[data-layer="body"]');
    // A canvas is 300 wide until something is painted on it.
    return body !== null && body.width !== 300;
  });
  return page;
}

/** The tasks of the main thread in the seconds after the studio stands, the body moving. */
async function traced(browser: Browser, origin: string): Promise<readonly TracedTask[]> {
  const page = await standing(browser, origin);
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink", "cc"],
      recordMode: "recordAsMuchAsPossible",
    },
  });
  await page.waitForTimeout(1000 * seconds);
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await page.context().close();
  return mainThreadTasks(events);
}

const made = (task: Readonly<Record<TaskKind, number>>): string =>
  taskKinds.map((kind) => `${kind} ${task[kind].toFixed(0)}`).join(", ");

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(`No Chromium was found. ${chromiumHint}`);
const problem = await ensureWebBuilt();
if (problem !== undefined) throw new Error(problem);
const server = createServer({ webRoot });
const origin = await server.listen({ host: "127.0.0.1", port: 0 });
try {
  const lasted: number[] = [];
  const ran: number[] = [];
  for (let n = 0; n < visits; n++) {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    const tasks = await traced(browser, origin);
    await browser.close();
    const over = tasks.filter(({ duration }) => duration > long);
    lasted.push(over.length);
    ran.push(tasks.filter(({ duration, waiting }) => duration - waiting > long).length);
    const busy = tasks.reduce((sum, { duration, waiting }) => sum + duration - waiting, 0);
    console.log(
      `visit ${n + 1}: ${over.length} tasks over ${long} ms; the thread ran ${busy.toFixed(0)} ms of ${seconds} s`,
    );
    for (const task of over) console.log(`  ${task.duration.toFixed(0)} ms: ${made(task)}`);
  }
  console.log(`a visit (median of ${visits}), in ${seconds} s: ${median(lasted)} tasks lasted over ${long} ms,`);
  console.log(`${median(ran)} of which the thread itself ran longer than that`);
} finally {
  await server.close();
}
