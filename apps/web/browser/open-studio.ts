import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import type {} from "../../../scripts/browser-setup.ts";

/** The three sizes the page is looked at in. */
export const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
} as const;

/** The screens on which the page must hold together: those three, a small and a large one. */
export const screens = {
  ...sizes,
  laptop: { width: 1280, height: 720 },
  large: { width: 1920, height: 1080 },
} as const;

/** Longest the first screen may take to show the body and a computed model, ms; generous, for a busy machine. */
export const patience = 45_000;

/**
 * Of Chromium's own: the two pages it keeps behind the address line of every window, which nobody sees here and which cost a
 * second each; and what its driver switches off, whose list this one takes the place of.
 */
const unused = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
  ...["HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"],
  ...["OptimizationHints", "NetworkTimeServiceQuerying"],
];

const flags = [
  `--disable-features=${unused.join(",")}`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromium"), args: flags });
}

/** A page of the studio, and everything it complained about or asked of the network. */
export interface OpenStudio {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly elsewhere: readonly string[];
}

/** For a test that asks for moving dots, or for playing that begins by itself. */
export const moving = { reducedMotion: "no-preference" } as const;

/**
 * Opens the studio and waits until the body is drawn and the model computed. A body that moves keeps both cores busy, and
 * so does keeping all of the app for times without a network: the body stands still unless a test says `moving`, and
 * nothing is kept unless it says `serviceWorkers: "allow"`.
 */
export async function openStudio(
  browser: Browser,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<unknown>,
): Promise<OpenStudio> {
  const origin = inject("origin");
  const context = await browser.newContext({
    ...{ viewport: sizes.desktop, reducedMotion: "reduce", serviceWorkers: "block" },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("console", (message) => {
    const itself = message.text().startsWith("Service Worker registration blocked by Playwright");
    if (!itself && (message.type() === "error" || message.type() === "warning")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) elsewhere.push(url);
  });
  await before?.(page);
  await page.goto(origin);
  await page.waitForSelector('figure[data-ready="true"]', { timeout: patience });
  await page.waitForSelector('[data-testid="time"]', { timeout: patience });
  return { page, complaints, elsewhere };
}

/** Place of the timeline's handle, 0 to 1000. */
export async function place(page: Page): Promise<number> {
  return Number(await page.getByRole("slider").inputValue());
}

/** Text of a part of the page, spaces made plain. */
export async function textOf(page: Page, id: string): Promise<string> {
  return (await page.getByTestId(id).first().innerText()).replaceAll("\u00a0", " ");
}

/** Chooses an example from one of the two lists. */
export async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

/** Opens a text as a person's own history file. */
export async function openHistory(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a history file (YAML)" }).click(),
  ]);
  await chooser.setFiles({ name: "mine.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
}

/** Share of the pixels of a drawn layer of the body that are not empty. */
export function painted(page: Page, layer: "body" | "lymph"): Promise<number> {
  return page
    .locator(`figure [data-layer="${layer}"]`)
    .first()
    .evaluate(async (element) => {
      const canvas = element as HTMLCanvasElement;
      // What WebGL drew can be read until the picture is shown.
      await new Promise(requestAnimationFrame);
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d")!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      let full = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) full++;
      return (4 * full) / data.length;
    });
}

/** What axe finds on the page, of any weight; the thousand areas of the body are asked once, in the access test. */
export async function faults(page: Page, { bodyToo = false } = {}): Promise<readonly string[]> {
  // The page has no frames, for which axe would open a page of its own.
  // Of what is well it need not tell the elements: that would be megabytes.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (!bodyToo) axe.exclude('[data-layer="touch"]');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
