import { type AnyOperation, emptyHead, follows, type Head, readOperation } from "@openlymph/record";
import type { BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { sizes } from "./open-studio.ts";

export const phone = { viewport: sizes.phone, locale: "en-GB", hasTouch: true } as const;

/** Opens Home and waits for its first screen. */
export async function openHome(context: BrowserContext, screen = ""): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${inject("origin")}/home/${screen}`);
  await page.locator("h1").first().waitFor();
  return page;
}

/** Puts a plan on the device by its file. */
export async function givePlan(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a plan file" }).click(),
  ]);
  await chooser.setFiles({ name: "plan.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
}

/** Of the seven questions, those whose yes is an emergency and ends them. */
const emergencies = [4, 5];

export async function answerAll(page: Page, answers = "nnnnnnn"): Promise<void> {
  for (const [n, answer] of [...answers].entries()) {
    await page.getByText(`Question ${n + 1} of 7`).waitFor();
    await page.getByRole("button", { name: answer === "y" ? "Yes" : "No", exact: true }).click();
    if (answer === "y" && emergencies.includes(n + 1)) return;
  }
}

/** Every operation in the store, as it lies there. */
export async function storedIn(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("openlymph-home");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const all = database.transaction("operations").objectStore("operations").getAll();
          all.onsuccess = () => {
            database.close();
            resolve(all.result.map(({ operation }: { operation: unknown }) => operation));
          };
        };
      }),
  );
}

/** The operations of the store, each read and checked, and the chain of every device found whole. */
export async function recordIn(page: Page): Promise<readonly AnyOperation[]> {
  const heads = new Map<string, Head>();
  return (await storedIn(page)).map((raw) => {
    const read = readOperation(raw);
    if (!read.ok) throw new Error(JSON.stringify(read));
    const head = follows(read.value, heads.get(read.value.device) ?? emptyHead);
    if (!head.ok) throw new Error(JSON.stringify(head));
    heads.set(read.value.device, head.value);
    return read.value;
  });
}

/** A short plan: breathing, then two places of the chest. */
export const shortPlan = `format: openlymph/plan@1
title: Short arm
affectedSide: left
provenance: { tag: assumed, source: this test }
complete: true
steps:
  - { phase: open, region: diaphragm, side: midline, stroke: breath_diaphragm, toward: thoracic_duct, towardSide: midline,
      pace: 6 s, repetitions: 3, provenance: assumed }
  - { phase: bridge, region: chest_upper, side: affected, stroke: sld_simple_stretch, toward: axilla,
      towardSide: unaffected, pace: 3 s, repetitions: 4, positions: 2, provenance: assumed }
  - { phase: limb, region: forearm, side: affected, stroke: sld_simple_stretch, toward: elbow, towardSide: affected,
      pace: 2 s, repetitions: 5, provenance: assumed }
`;

/** Strokes of it. */
export const shortStrokes = 3 + 2 * 4 + 5;
