import { planFromSequence, serializePlan } from "@openlymph/therapy";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerAll, givePlan, openHome, phone } from "./open-home.ts";
import { openBrowser } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function shipped(id: string): string {
  const made = planFromSequence(id, { affectedSide: "left" });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return serializePlan(made.value);
}

/** The phone, small phones, and one that lies. */
const small = [
  [390, 844],
  [360, 640],
  [390, 664],
  [844, 390],
] as const;

const germanPhone = { ...phone, locale: "de-DE" };

async function openPractice(page: Page, begin: string): Promise<void> {
  await page.goto(`${page.url().split("#")[0]}#practice`);
  await page.getByRole("button", { name: begin }).click();
  await page.locator("section[data-stroke]").waitFor();
}

async function giveGerman(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Eine Plandatei öffnen" }).click(),
  ]);
  await chooser.setFiles({ name: "plan.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Start" }).waitFor();
}

/** What of the player does not lie on the screen. */
const amiss = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
    const found: string[] = [];
    if (scrollHeight > clientHeight) found.push(`${scrollHeight - clientHeight} px to scroll down`);
    if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px to scroll across`);
    const boxes = [...document.querySelectorAll("section[data-stroke] button")].map((button) => ({
      name: button.textContent,
      main: button.hasAttribute("data-main"),
      box: button.getBoundingClientRect(),
    }));
    for (const { name, box } of boxes) {
      if (box.bottom > clientHeight + 0.5 || box.right > clientWidth + 0.5) found.push(`${name} off the screen`);
      if (box.height < 47.5) found.push(`${name} is ${box.height} px high`);
    }
    const asking = document.querySelector("[data-question]") !== null;
    const areas = boxes.map(({ box }) => box.width * box.height);
    const main = boxes.findIndex((one) => one.main);
    if (!asking && areas[main] !== Math.max(...areas)) found.push("Pause is not the biggest");
    const picture = document.querySelector("section[data-stroke] svg[data-view]")?.getBoundingClientRect();
    if (!asking && (picture === undefined || Math.min(picture.width, picture.height) < 88)) {
      found.push(`picture of ${picture?.width} × ${picture?.height}`);
    }
    return found;
  });

test.each(["draft_arm_unilateral", "draft_leg_unilateral"])(
  "%s, in German: no step of it has to be scrolled on a small or a lying phone, and Pause is the biggest",
  async (id) => {
    const context = await browser.newContext(germanPhone);
    const page = await openHome(context);
    await giveGerman(page, shipped(id));
    await openPractice(page, "Beginnen");
    await page.locator("section[data-stroke] svg[data-view]").waitFor();
    const faults: string[] = [];
    for (let step = 1; ; step++) {
      const title = await page.locator("h1").innerText();
      for (const [width, height] of small) {
        await page.setViewportSize({ width, height });
        for (const fault of await amiss(page)) faults.push(`${width} × ${height}, ${step} ${title}: ${fault}`);
      }
      await page.getByRole("button", { name: "Auslassen" }).click();
      if (step === 1) {
        for (const [width, height] of small) {
          await page.setViewportSize({ width, height });
          for (const fault of await amiss(page)) faults.push(`${width} × ${height}, question: ${fault}`);
        }
      }
      await page.getByRole("button", { name: "Ich bin müde" }).click();
      if (await page.getByRole("button", { name: "Start" }).isVisible()) break;
      if (step > 40) throw new Error("no end");
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);

/** A voice that writes down what it says, each text ended after 10 ms. */
const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    speechSynthesis.speak = (words) => {
      said.push(words.text);
      setTimeout(() => words.onend?.(new Event("end") as SpeechSynthesisEvent), 10 * said.length);
    };
  });

const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

const told = `format: openlymph/plan@1
title: Told
affectedSide: left
provenance: { tag: assumed, source: this test }
complete: true
position: lying on the back, the arm on a cushion
stopRule: Stop when the skin turns red.
reviewStatus: draft
steps:
  - { phase: bridge, region: inguinal, side: unaffected, stroke: sld_simple_stretch, toward: inguinal, towardSide: unaffected,
      pace: 3 s, repetitions: 4, positions: 2, action: opposite groin, note: skip if that groin was operated,
      provenance: assumed }
`;

test("what the therapist wrote of a step stands at the step and is said; the plan is read aloud whole, to its end", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await listen(page);
  await page.reload();
  await givePlan(page, told);
  await page.getByRole("button", { name: "Look at the plan" }).click();
  await page.getByText("draft", { exact: true }).waitFor();
  expect(await page.getByText("L and R are the sides").count()).toBe(0);
  await page.getByRole("button", { name: "Read aloud" }).click();
  await page.getByRole("button", { name: "Read aloud" }).waitFor();
  const read = (await said(page)).join(" ");
  for (const text of ["Lying on the back", "Stop when the skin", "Skip if that groin", "Opposite groin", "2 places"]) {
    expect(read).toContain(text);
  }
  await page.goto(`${page.url().split("#")[0]}#practice`);
  await page.getByText("Stop when the skin turns red.").waitFor();
  await page.getByText("L and R are the sides").waitFor();
  await page.getByRole("button", { name: "Begin" }).click();
  const line = page.getByText("Skip if that groin was operated. Opposite groin.").first();
  expect(await line.isVisible()).toBe(true);
  expect((await said(page)).at(-1)).toContain("Skip if that groin was operated. Opposite groin.");
  await line.click();
  expect(await page.locator("details[open] > p").isVisible()).toBe(true);
  expect(await page.locator("svg[data-view] [data-arrow]").count()).toBe(1);
  await context.close();
});

test("by keyboard alone, the focus is never lost: every screen gives it a place", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, told);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const press = async (name: string): Promise<void> => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  await press("Start");
  await page.getByText("Question 1 of 7").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await answerAll(page);
  await page.getByRole("heading", { name: "Ready?" }).waitFor();
  await expect.poll(focused).toBe("Ready?");
  await press("Begin");
  await expect.poll(focused).toBe("Pause");
  await press("Skip");
  await expect.poll(focused).toBe("Why skip the rest of this step?");
  await press("Do not skip");
  await expect.poll(focused).toBe("Pause");
  await press("Stop");
  await expect.poll(focused).toBe("Stop the session?");
  await press("Stop now");
  await page.getByText("How is it now?").waitFor();
  await expect.poll(focused).toContain("How is it now?");
  await context.close();
});

test("in forced colours Start has an outline and the rhythm bar is seen; with twice the text at 320 px the header fits", async () => {
  const context = await browser.newContext({ ...phone, viewport: { width: 320, height: 640 }, forcedColors: "active" });
  const page = await openHome(context);
  await givePlan(page, told);
  const start = page.getByRole("button", { name: "Start" });
  expect(await start.evaluate((button) => Number.parseFloat(getComputedStyle(button).borderTopWidth))).toBeGreaterThan(
    1,
  );
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > 320.5)
      .map((one) => `${one.tagName} ${one.textContent?.slice(0, 30)} ${one.getBoundingClientRect().right}`),
  );
  expect(wide).toEqual([]);
  await openPractice(page, "Begin");
  const bar = page.locator("section[data-stroke] [aria-hidden='true'] > div").first();
  const [fill, ground] = await bar.evaluate((one) =>
    [one, document.body].map((each) => getComputedStyle(each).backgroundColor),
  );
  expect(fill).not.toBe(ground);
  await context.close();
});
