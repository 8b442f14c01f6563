import type { Page } from "playwright-core";
import { expect } from "vitest";

export const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("navigation", { name: "Parts of the record" }).getByRole("link", { name }).click();
};

/**
 * A therapist's first ten minutes, by somebody who is signed in: a person, what happened, the screening, a tape, a plan with
 * two steps moved and one turned the wrong way, its release, the link for a phone and the sheet. `look` sees every screen.
 */
export async function tenMinutes(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  await page.getByRole("link", { name: "People" }).first().click();
  await page.getByRole("link", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Zoë Müller-Łukasik");
  await page.getByLabel("Left arm").check();
  await page.getByLabel("Stage").selectOption("II");
  await page.getByLabel("Made up, to show or to try").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("heading", { name: "Zoë Müller-Łukasik" }).waitFor();
  await page.getByText("Nobody has screened this person.").waitFor();
  await look("overview");

  await openTab(page, "History");
  await page.getByRole("button", { name: "Begin a history" }).click();
  await page.getByRole("button", { name: "Operation or radiotherapy" }).click();
  await page.getByRole("button", { name: "Which" }).click();
  await page.getByRole("option", { name: /^Axillary dissection levels I-III/i }).click();
  await page.getByLabel("Date").fill("2024-03-01");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("button", { name: "Keep this history" }).click();
  await page.getByText(/Kept by Olga Owner/).waitFor();
  await look("history");

  await openTab(page, "Screening");
  await page.getByRole("button", { name: "Begin the screening" }).click();
  await page
    .getByRole("radiogroup", { name: /kidney disease/ })
    .getByRole("radio", { name: "Yes" })
    .check();
  const rest = page.getByRole("button", { name: "Answer the rest of this group with no" });
  await look("questions");
  while ((await rest.count()) > 0) await rest.first().click();
  await page.locator('div[data-decision="hold"]').waitFor();
  await page
    .getByRole("radiogroup", { name: /kidney disease/ })
    .getByRole("radio", { name: "No", exact: true })
    .check();
  await page.locator('div[data-decision="go"]').waitFor();
  await page.getByRole("button", { name: "Keep this screening" }).click();
  await page.getByText("Last screening").waitFor();
  await look("screening");

  await openTab(page, "Measurements");
  await page.getByRole("button", { name: "Measure", exact: true }).click();
  await page.getByLabel("2 cm, Left, cm", { exact: true }).click();
  const columns = "left\tright\n17,2\t16,4\n19.0\t18.1\n22.4\t20.8\n25.1\t23.2\n26.1\t24.0";
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text", text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, columns);
  await page.getByText("Pasted 5 readings left, 5 right.").waitFor();
  const result = page.getByRole("region", { name: "What it comes to" });
  await result.getByText(/Left minus right/).waitFor();
  await result.getByText(/\+\d+\s±\s\d+\smL/).waitFor();
  await page.getByRole("img", { name: /to scale/ }).waitFor();
  // A reading that lies off its neighbours is asked about, at its place.
  await page.getByLabel("10 cm, Left, cm", { exact: true }).fill("42.4");
  await result.getByText(/Left, mark 3/).waitFor();
  await look("tape");
  await page.getByLabel("10 cm, Left, cm", { exact: true }).fill("22.4");
  await result.getByText("The formula, with these numbers").click();
  await result
    .getByText(/V = sum of h/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Keep this measurement" }).click();
  await page.getByText("The measurement is kept.").waitFor();
  await page.getByRole("cell", { name: "the first" }).waitFor();

  await openTab(page, "Plan");
  await page.getByLabel("Which template").selectOption("draft_arm_unilateral");
  await page.getByRole("button", { name: "Take this template" }).click();
  const check = page.getByTestId("clinic-check");
  await check.getByText(/warnings/).waitFor();
  const before = await check.innerText();
  for (const n of [15, 14]) {
    await page.getByRole("button", { name: `More for step ${n}` }).click();
    await page.getByRole("menuitem", { name: "Move up" }).click();
    await expect.poll(() => page.getByText(`Step ${n} is now step ${n - 1}`).count()).toBeGreaterThan(0);
  }
  // A stroke turned toward the armpit whose nodes are gone is warned of.
  await page.getByRole("button", { name: "More for step 5" }).click();
  await page.getByRole("menuitem", { name: "Change …" }).click();
  await page.getByRole("button", { name: "Side it runs to" }).click();
  await page.getByRole("option", { name: "affected side" }).click();
  await check
    .getByText(/removed/)
    .first()
    .waitFor();
  expect(await check.innerText()).not.toBe(before);
  await page.getByRole("button", { name: "Back to the steps" }).first().click();
  await look("plan");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Take this template" }).click();
  await page.getByRole("button", { name: "Save as a draft version" }).click();
  await page.getByText("The version is saved.").waitFor();
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await page.getByText(/Release “Arm, one side.*” to Zoë Müller-Łukasik\?/).waitFor();
  await look("release");
  await page.getByRole("button", { name: "Release it" }).click();
  await page.getByText(/Released by Olga Owner/).waitFor();
  await page.getByRole("button", { name: "Join a phone" }).click();
  await page.getByRole("img", { name: "Code of the link that joins a phone" }).waitFor();
  expect(await page.getByTestId("join").locator("code").innerText()).toMatch(/^http:\/\/localhost:\d+\/home\/#join=/);
  await look("join a phone");

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print the sheet" }).first().click();
  await page.waitForSelector("body[data-printed]");
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByTestId("print-sheet");
  expect(await sheet.isVisible()).toBe(true);
  expect(await page.locator("main").isVisible()).toBe(false);
  expect(await sheet.getByRole("listitem").count()).toBeGreaterThan(15);
  const told = await sheet.innerText();
  for (const part of ["For Zoë Müller-Łukasik, printed", "Clinic by the river: 01 234 56", "it promises no effect"]) {
    expect(told).toContain(part);
  }
  // The same pictures as on the studio's sheet: two bodies with numbers, and each stroke.
  expect(await sheet.locator("figure svg text").allTextContents()).toContain("4");
  const widths = await sheet
    .locator("img")
    .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths.length).toBeGreaterThan(2);
  expect(Math.min(...widths)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(() => sheet.count()).toBe(0);
}
