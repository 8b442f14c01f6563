/** What a therapist enters beside the answers of a screening, a phone's file read in by hand, and a reading that stands. */
import { homeAddresses, unsentFile } from "@openlymph/record";
import type { Browser, Page } from "playwright-core";
import { v4 as uuidv4 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { phoneOf } from "../../server/src/testing/phone.ts";
import { type ClinicServer, openClinicServer, openRoom, signIn } from "./clinic-server.ts";
import { openTab } from "./clinic-ten-minutes.ts";
import { faults, openBrowser, sizes } from "./open-studio.ts";

let browser: Browser;
let server: ClinicServer;
let page: Page;
let people: readonly { readonly person: string; readonly name: string }[];

beforeAll(async () => {
  browser = await openBrowser();
  server = await openClinicServer();
  const [owner] = await server.fillDemo();
  const context = await browser.newContext({ viewport: sizes.phone, locale: "en-GB", reducedMotion: "reduce" });
  page = await openRoom(context, server);
  await signIn(page, { email: owner?.email ?? "", code: owner?.codes[0] ?? "", word: owner?.password ?? "" });
  people = await page.evaluate(async () => (await (await fetch("/api/clinic/people")).json()).people);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const open = async (name: string, tab: string): Promise<void> => {
  const found = people.find((each) => each.name === name);
  await page.goto(`${server.origin}/clinic/#person/${found?.person}/overview`);
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  await openTab(page, tab);
};
const fine = async (what: string): Promise<void> => expect([what, await faults(page)]).toEqual([what, []]);
const answer = (id: string, word: "Yes" | "No"): Promise<void> =>
  page.locator(`[data-question="${id}"]`).getByRole("radio", { name: word, exact: true }).check();
const beside = (id: string) => page.locator(`[data-beside="${id}"]`);
const decision = () => page.locator("button[data-decision]");

test("what the list said of a person before is played again, day by day", async () => {
  await open("Carl Croft", "Overview");
  const locked = page.locator('li[data-rule="check-locked"]');
  await locked.first().waitFor();
  expect(await locked.count()).toBe(1);
  await page.getByText("What the list said before").click();
  const list = page.getByRole("list", { name: /^On the list on/ });
  await list.getByText("A check before a session found a reason to wait").waitFor();
  await page.getByRole("button", { name: "The day before" }).click();
  await page.getByText(/^Nothing was on the list on/).waitFor();
  const all = page.getByRole("table", { name: "Everything that was on the list" });
  expect((await all.getByRole("row").allInnerTexts()).slice(1).map((row) => row.split("\t")[0])).toEqual([
    "A check before a session found a reason to wait. Sessions are locked until somebody clears it.",
    "Nobody has screened this person.",
  ]);
  // The day on which somebody screened: what went then is told with its time.
  const [, screened = ""] = await all.getByRole("row").nth(2).getByRole("cell").allInnerTexts();
  await page.getByLabel("Day", { exact: true }).fill(new Date(screened).toLocaleDateString("sv"));
  await list.getByText(/Off the list at .*: no longer so/).waitFor();
});

test("a screening with a place, a clearance and an infection: the outcome follows, and all of it is kept", async () => {
  await open("Bea Brook", "Screening");
  await page.getByRole("button", { name: "Screen again" }).click();
  await answer("ckd", "Yes");
  await answer("open_wound", "Yes");
  await answer("fever", "No");
  const rest = page.getByRole("button", { name: "Answer the rest of this group with no" });
  while ((await rest.count()) > 0) await rest.first().click();
  await decision().getByText("Hold").waitFor();

  await beside("ckd").getByRole("button", { name: "A clinician cleared it" }).click();
  const who = beside("ckd").getByLabel("Who cleared it");
  await expect.poll(() => who.evaluate((element) => element === document.activeElement)).toBe(true);
  await fine("a clearance");
  await page.keyboard.press("Escape");
  await expect.poll(() => who.count()).toBe(0);
  // The keyboard stands where it was, and opens it again.
  await page.keyboard.press("Enter");
  await who.fill("Dr Anna Example");
  await beside("ckd").getByLabel("What they said").fill("Half an hour at most.");
  await who.press("Enter");
  await beside("ckd")
    .getByText(/^Cleared by Dr Anna Example, doctor, on/)
    .waitFor();
  await decision().getByText("With regions left out").waitFor();

  await beside("open_wound").getByRole("button", { name: "Say where it is" }).click();
  await beside("open_wound").getByLabel("Place").selectOption("lower_leg");
  await fine("a place");
  await beside("open_wound").getByRole("button", { name: "Add this place" }).click();
  await page.getByText("the wound and a hand-width around it: left lower leg").waitFor();

  await beside("fever").getByRole("button", { name: "There was one lately" }).click();
  await beside("fever").getByLabel("Began on").fill("2026-01-05");
  await fine("an infection");
  await beside("fever").getByRole("button", { name: "Keep these dates" }).click();
  await decision().getByText("Stop").waitFor();
  await beside("fever").getByRole("button", { name: "Change these dates" }).click();
  await beside("fever").getByLabel("No fever since").fill("2026-01-08T08:00");
  await beside("fever")
    .getByRole("radiogroup", { name: "Does the person feel well?" })
    .getByRole("radio", { name: "Yes" })
    .check();
  await beside("fever").getByRole("button", { name: "Keep these dates" }).click();
  await decision().getByText("With regions left out").waitFor();

  await page.getByRole("button", { name: "Keep this screening" }).click();
  await page.getByText("Cleared, and infections").waitFor();
  await page.getByText("the wound and a hand-width around it: left lower leg").waitFor();
  await page.getByText(/^Began on 5 January.* No fever since .* Does the person feel well\? Yes\.$/).waitFor();
  await fine("kept");
  // What holds stands there again when the questions are asked anew; it can be taken out.
  await page.getByRole("button", { name: "Screen again" }).click();
  await beside("ckd").getByText("Half an hour at most.").waitFor();
  await beside("ckd").getByRole("button", { name: "Take out the clearance by Dr Anna Example" }).click();
  await expect.poll(() => beside("ckd").count()).toBe(0);
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("an emergency is neither cleared nor overridden, and is kept as what it is", async () => {
  await open("Carl Croft", "Screening");
  await page.getByRole("button", { name: "Screen again" }).click();
  await answer("pe", "Yes");
  const rest = page.getByRole("button", { name: "Answer the rest of this group with no" });
  while ((await rest.count()) > 0) await rest.first().click();
  await decision().getByText("Emergency").waitFor();
  expect(await beside("pe").count()).toBe(0);
  expect(await page.getByText("Decide otherwise").count()).toBe(0);
  await page.getByRole("button", { name: "Keep this screening" }).click();
  await page.getByText("Last screening").waitFor();
  await page
    .locator('[data-decision="emergency"]')
    .getByText(/^Emergency/)
    .waitFor();
});

/** A phone of a person, joined by a link as phones are. */
async function phoneWith(name: string) {
  const person = people.find((each) => each.name === name)?.person ?? "";
  const link = await page.evaluate(async (id) => {
    const headers = { "content-type": "application/json" };
    const reply = await fetch(`/api/clinic/people/${id}/join`, { method: "POST", headers, body: "{}" });
    return (await reply.json()).link;
  }, person);
  const [device, record] = [uuidv4(), uuidv4()];
  const { origin } = server;
  const reply = await fetch(origin + homeAddresses.join, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token: link.split("=")[1], device, person: record, name: "A phone in a cellar" }),
  });
  const token = /openlymph-phone=([^;]+)/.exec(reply.headers.get("set-cookie") ?? "")?.[1] ?? "";
  return phoneOf({ device, person: record, token, known: person });
}

test("a phone's file is read in: what is new is taken, once; another person's, a torn and a changed one are refused", async () => {
  const phone = await phoneWith("Dora Dale");
  phone.writeSession(2);
  const text = JSON.stringify(unsentFile(phone.own), null, 1);
  const give = async (name: string, content: string): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Read in a file of a phone" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  };
  const result = page.getByTestId("read-in");
  await open("Dora Dale", "Record");
  await give("torn.json", text.slice(0, -30));
  await result.getByText("This file is torn, or it is not the file of a phone. Nothing was taken.").waitFor();
  await give("changed.json", text.replace('"how": "finished"', '"how": "unwell"'));
  await result.getByText(/^This file is not what the phone wrote/).waitFor();
  await fine("refused");
  await give("openlymph-record.json", text);
  await result.getByText("openlymph-record.json, of A phone in a cellar").waitFor();
  await result.getByText("4 entries were taken.").waitFor();
  await page.getByRole("cell").getByText("Session ended", { exact: true }).first().waitFor();
  await give("openlymph-record.json", text);
  await result.getByText("Nothing in it was new. 4 were here already.").waitFor();
  await fine("read in");
  await open("Anna Archer", "Record");
  await give("openlymph-record.json", text);
  await result.getByText("This file is not of a phone that joined this person's record. Nothing was taken.").waitFor();

  // The phone, once it reaches the clinic: all is taken, nothing is there twice.
  await phone.settle(server.origin);
  expect(phone.acknowledged.size).toBe(4);
});

test("an unusual reading that was taken again and stands carries a mark, and the table says so", async () => {
  await open("Edgar Elm", "Measurements");
  await page.getByRole("button", { name: "Measure", exact: true }).click();
  for (const [n, reading] of ["20", "21", "31", "23", "24"].entries()) {
    await page.getByLabel(`${2 + 4 * n} cm, Left, cm`, { exact: true }).fill(reading);
  }
  const result = page.getByRole("region", { name: "What it comes to" });
  await result.getByRole("button", { name: "It stands: Left, mark 3" }).click();
  await result.getByText("Left, mark 3: 31 cm").waitFor();
  await fine("confirmed");
  // Another number at that mark was not measured again.
  await page.getByLabel("10 cm, Left, cm", { exact: true }).fill("32");
  await result.getByRole("button", { name: "It stands: Left, mark 3" }).click();
  await page.getByRole("button", { name: "Keep this measurement" }).click();
  await page.getByRole("cell").getByText("mark 3 confirmed").waitFor();
  await fine("kept with its mark");
});
