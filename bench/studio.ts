/**
 * The studio in a browser: how long until the body is seen and its numbers are there, what keeps the page busy, and what the
 * moving dots cost. In Chromium, from this machine's own server, nothing in its cache.
 *
 * Bars: a picture within 1 s and numbers within 2 s; 4 ms a picture for 10 000 dots; no task over 50 ms once it stands.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer } from "../apps/server/src/index.ts";
import type { LymphCanvas } from "../apps/web/src/body/ParticleCanvas.tsx";
import { chromiumHint, findChromium } from "../scripts/chromium.ts";
import { ensureWebBuilt, webRoot } from "../scripts/web-build.ts";
import { keepSection, median, type StudioDots, type StudioSection } from "./results.ts";

const visits = 7;
const size = { width: 1440, height: 900 };
const patience = 60_000;

/** What the page notes down about itself. */
interface Noted {
  readonly seen: { picture?: number; answers?: number; painted?: number; numbers?: number };
  readonly tasks: { readonly start: number; readonly duration: number }[];
  /** ms the scripts took for each picture. */
  readonly pictures: number[];
}
type NotingWindow = Window & { noted: Noted };

function note(): void {
  const noted: Noted = { seen: {}, tasks: [], pictures: [] };
  (window as unknown as NotingWindow).noted = noted;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) noted.tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const frame = window.requestAnimationFrame.bind(window);
  let last = 0;
  let sum = 0;
  window.requestAnimationFrame = (callback) =>
    frame((time) => {
      const before = performance.now();
      callback(time);
      const took = performance.now() - before;
      if (time === last) sum += took;
      else {
        noted.pictures.push(sum);
        [last, sum] = [time, took];
      }
    });
  const look = (): void => {
    const body = document.querySelector<HTMLCanvasElement>('canvas[data-layer="body"]');
    const poster = document.querySelector<HTMLImageElement>('img[data-layer="poster"]');
    const now = performance.now();
    if (poster?.complete === true && poster.naturalWidth > 0) noted.seen.picture ??= now;
    if (document.querySelector('#body [aria-label="Layers"]') !== null) noted.seen.answers ??= now;
    // A canvas is 300 wide until something is painted on it.
    if (body !== null && body.width !== 300) noted.seen.painted ??= now;
    if (document.querySelector('[data-testid="excess"]') !== null) noted.seen.numbers ??= now;
    if (noted.seen.painted === undefined || noted.seen.numbers === undefined) frame(look);
  };
  frame(look);
}

const read = (page: Page) => page.evaluate(() => (window as unknown as NotingWindow).noted);

async function visit(browser: Browser, origin: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.addInitScript(note);
  await before?.(page);
  await page.goto(origin);
  await page.waitForSelector('[data-testid="excess"]', { timeout: patience });
  await page.waitForFunction(() => (window as unknown as NotingWindow).noted.seen.painted !== undefined);
  return page;
}

/** All dots at once: deep vessels, as near as it gets. */
async function dots(browser: Browser, origin: string, webgl: boolean): Promise<StudioDots> {
  const page = await visit(browser, origin, (fresh) =>
    fresh.addInitScript((card) => {
      const ask = WebGL2RenderingContext.prototype.getParameter;
      WebGL2RenderingContext.prototype.getParameter = function (name) {
        const told: unknown = ask.call(this, name);
        return typeof told === "string" && told.includes("SwiftShader") && card ? "taken for a graphics card" : told;
      };
    }, webgl),
  );
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Layers" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Deep vessels" }).click();
  await page.keyboard.press("Escape");
  await page.locator('#body [data-layer="touch"] [tabindex="0"]').first().focus();
  for (let n = 0; n < 6; n++) await page.keyboard.press("+");
  await page.waitForTimeout(2000);
  const found = await page.evaluate(async () => {
    const { pictures } = (window as unknown as NotingWindow).noted;
    pictures.length = 0;
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const gap = (performance.now() - begun) / pictures.length;
    const canvases = [...document.querySelectorAll<LymphCanvas>('canvas[data-layer="lymph"]')];
    return { pictures: [...pictures], gap, drawn: canvases.reduce((sum, { lymph }) => sum + (lymph?.dots ?? 0), 0) };
  });
  await page.context().close();
  return { webgl, drawn: found.drawn, milliseconds: median(found.pictures), between: found.gap };
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(`No Chromium was found. ${chromiumHint}`);
const problem = await ensureWebBuilt();
if (problem !== undefined) throw new Error(problem);
const server = createServer({ webRoot });
const origin = await server.listen({ host: "127.0.0.1", port: 0 });
try {
  const starts: Record<"picture" | "answers" | "painted" | "numbers", number>[] = [];
  const tasks: number[] = [];
  let version = "";
  for (let n = 0; n < visits; n++) {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    version = browser.version();
    const page = await visit(browser, origin);
    const stands = await page.evaluate(() => performance.now());
    await page.waitForTimeout(6000);
    const { seen, tasks: all } = await read(page);
    const { picture = Number.NaN, answers = Number.NaN, painted = Number.NaN, numbers = Number.NaN } = seen;
    starts.push({ picture, answers, painted, numbers });
    tasks.push(...all.filter(({ start }) => start > stands).map(({ duration }) => duration));
    await browser.close();
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--enable-unsafe-swiftshader"] });
  const section: StudioSection = {
    date: new Date().toISOString(),
    browser: `Chromium ${version}`,
    visits,
    picture: median(starts.map(({ picture }) => picture)),
    answers: median(starts.map(({ answers }) => answers)),
    painted: median(starts.map(({ painted }) => painted)),
    numbers: median(starts.map(({ numbers }) => numbers)),
    longTasks: { count: tasks.length / visits, longest: tasks.length === 0 ? 0 : Math.max(...tasks), seconds: 6 },
    dots: [await dots(browser, origin, false), await dots(browser, origin, true)],
  };
  await browser.close();
  console.log(`${section.browser}, ${visits} visits, medians`);
  console.log(
    `body seen ${section.picture.toFixed(0)} ms, switches there ${section.answers.toFixed(0)} ms, painted by the page ${section.painted.toFixed(0)} ms, numbers there ${section.numbers.toFixed(0)} ms`,
  );
  console.log(
    `tasks over 50 ms in the 6 s after: ${section.longTasks.count.toFixed(1)} a visit, the longest ${section.longTasks.longest.toFixed(0)} ms`,
  );
  for (const { webgl, drawn, milliseconds, between } of section.dots) {
    const how = webgl ? "WebGL in software" : "plain canvas";
    console.log(
      `${drawn} dots, ${how}: ${milliseconds.toFixed(2)} ms of script a picture, one every ${between.toFixed(0)} ms`,
    );
  }
  keepSection("studio", section);
} finally {
  await server.close();
}
