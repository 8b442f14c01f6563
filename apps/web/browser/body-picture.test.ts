import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openStudio, painted, patience } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What the worker was last asked to paint, and how many drawings the page read itself. */
interface Asked {
  layers: readonly string[];
  size: { readonly frame: readonly number[]; readonly width: number; readonly height: number };
}
type AskingWindow = Window & { asked: Map<string, Asked>; read: number };

function note(): void {
  const own = window as unknown as AskingWindow;
  own.asked = new Map();
  own.read = 0;
  const post = Worker.prototype.postMessage as (this: Worker, message: unknown, ...rest: unknown[]) => void;
  Worker.prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
    const { path, argumentList } = message as { path?: string[]; argumentList?: { value: unknown }[] };
    if (path?.[0] === "paint") {
      const [layers, size] = (argumentList ?? []).map(({ value }) => value) as [Asked["layers"], Asked["size"]];
      own.asked.set(/id="body-(\w+)-outline"/.exec(layers[0] ?? "")?.[1] ?? "", { layers, size });
    }
    post.call(this, message, ...rest);
  };
  const decode = HTMLImageElement.prototype.decode;
  HTMLImageElement.prototype.decode = function () {
    if (this.src.startsWith("data:image/svg")) own.read++;
    return decode.call(this);
  };
}

/** How far the painted bodies are from what the browser draws of the same text, in steps of 255: the mean, and the share beyond 16. */
const difference = (page: Page): Promise<readonly { readonly mean: number; readonly far: number }[]> =>
  page.evaluate(async () => {
    const { asked } = window as unknown as AskingWindow;
    const pixels = (source: CanvasImageSource, width: number, height: number): Uint8ClampedArray => {
      const context = new OffscreenCanvas(width, height).getContext("2d")!;
      context.fillRect(0, 0, width, height);
      context.drawImage(source, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data;
    };
    return Promise.all(
      [...asked].map(async ([view, { layers, size }]) => {
        const { frame, width, height } = size;
        const canvas = document.querySelector<HTMLCanvasElement>(`[data-view="${view}"] canvas[data-layer="body"]`)!;
        const svg =
          `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.join(" ")}" width="${width}" height="${height}">` +
          `${layers.join("")}</svg>`;
        const image = new Image();
        image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        await image.decode();
        const drawn = pixels(image, width, height);
        const painted = pixels(canvas, width, height);
        let [sum, far] = [0, 0];
        for (let i = 0; i < drawn.length; i++) {
          const apart = Math.abs((drawn[i] ?? 0) - (painted[i] ?? 0));
          sum += apart;
          if (apart > 16) far++;
        }
        return { mean: sum / drawn.length, far: far / drawn.length };
      }),
    );
  });

/** Nothing moves, so that the worker has time. */
const still = { reducedMotion: "reduce" } as const;

const isAlike = ({ mean, far }: { readonly mean: number; readonly far: number }): boolean => mean < 0.6 && far < 0.002;

/** Waits until both bodies look as the browser would draw them. */
const alike = (page: Page) =>
  expect
    .poll(() => difference(page), { timeout: patience, interval: 1000 })
    .toEqual([expect.toSatisfy(isAlike), expect.toSatisfy(isAlike)]);

test("the worker paints the body as the browser would draw it, whatever lies on it, and the page reads no drawing", async () => {
  const { page, complaints } = await openStudio(browser, still, (fresh) => fresh.addInitScript(note));
  await page.getByRole("button", { name: "Layers" }).click();
  for (const layer of ["Deep vessels", "Lymphosomes", "Regions"]) {
    await page.getByRole("menuitemcheckbox", { name: layer }).click();
  }
  await page.keyboard.press("Escape");
  await alike(page);
  await page.locator('#body [data-layer="touch"] [tabindex="0"]').first().focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press("+");
  await alike(page);
  expect(await page.evaluate(() => (window as unknown as AskingWindow).read)).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("where the worker cannot paint, the page draws the body itself", async () => {
  const { page, complaints } = await openStudio(browser, still, async (fresh) => {
    await fresh.addInitScript(note);
    await fresh.addInitScript(() => {
      const post = Worker.prototype.postMessage as (this: Worker, message: unknown, ...rest: unknown[]) => void;
      Worker.prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
        const { path } = message as { path?: string[] };
        post.call(this, path?.[0] === "paint" ? { ...(message as object), path: ["unknown"] } : message, ...rest);
      };
    });
  });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as AskingWindow).read), { timeout: patience })
    .toBeGreaterThan(5);
  expect(await painted(page, "body")).toBeGreaterThan(0.2);
  expect(complaints).toEqual([]);
  await page.context().close();
});
