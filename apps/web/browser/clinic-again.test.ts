/** Being asked again on the spot, recovery codes, and a passkey that was lost. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  appCode,
  type ClinicServer,
  type Owner,
  openClinicServer,
  openRoom,
  password,
  setUpOwner,
} from "./clinic-server.ts";
import { faults, openBrowser, sizes } from "./open-studio.ts";

let browser: Browser;
let server: ClinicServer;
let page: Page;
let owner: Owner;

beforeAll(async () => {
  browser = await openBrowser();
  server = await openClinicServer();
  const context = await browser.newContext({ viewport: sizes.desktop, locale: "en-GB", reducedMotion: "reduce" });
  page = await openRoom(context, server);
  owner = await setUpOwner(page, server);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A passkey of this computer, which answers by itself. @returns what takes it away. */
async function withPasskey(context: BrowserContext, on: Page): Promise<() => Promise<void>> {
  const client = await context.newCDPSession(on);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return async () => void (await client.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }));
}

/** So long after the sign-in that it is no longer a fresh one, without a pause that would end it. */
async function growOld(on: Page): Promise<void> {
  for (let n = 0; n < 2; n++) {
    server.pass(8 * 60_000);
    expect(await on.evaluate(() => fetch("/api/clinic/people").then(({ status }) => status))).toBe(200);
  }
}

test("new recovery codes are made once it is asked who is there, and a wrong answer makes none", async () => {
  await growOld(page);
  await page.getByRole("link", { name: "You" }).first().click();
  await page.getByText("10 are left.").waitFor();
  await page.getByRole("button", { name: "Make ten new ones" }).click();
  await page.getByRole("heading", { name: "Is it you?" }).waitFor();
  expect(await faults(page)).toEqual([]);
  const answer = async (word: string): Promise<void> => {
    await page.getByLabel("Password", { exact: true }).fill(word);
    await page.getByLabel("Code of the app, or a recovery code").fill(appCode(owner.secret, server.now()));
    await page.getByRole("button", { name: "It is me" }).click();
  };
  await answer("not the password");
  await page.getByText(/Password and code do not fit/).waitFor();
  await answer(password);
  await page.getByText("I have kept them").waitFor();
  expect(await faults(page)).toEqual([]);
  const codes = await page.locator("ol code").allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(codes.filter((code) => owner.codes.includes(code))).toEqual([]);
  await page.getByText("I have kept them").click();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("10 are left.").waitFor();
  expect(await page.getByRole("heading", { name: "Is it you?" }).count()).toBe(0);
});

test("who says not now has changed nothing", async () => {
  await growOld(page);
  await page.getByRole("button", { name: "Make ten new ones" }).click();
  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByText(/wants to know that it is you. Nothing was changed/).waitFor();
  await page.getByText("10 are left.").waitFor();
});

test("an account with a passkey alone is given codes; it is asked by passkey, and lets in who lost it", async () => {
  await page.getByRole("link", { name: "Clinic" }).first().click();
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Pia Passkey");
  await page.getByLabel("E-mail").fill("pia@example.org");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByText(/#invite=/).innerText();
  const context = await browser.newContext({ viewport: sizes.desktop, locale: "en-GB", reducedMotion: "reduce" });
  const own = await openRoom(context, server, new URL(link).hash);
  const lose = await withPasskey(context, own);
  await own.getByLabel("Your name").fill("Pia Passkey");
  await own.getByLabel("Password", { exact: true }).fill(password);
  await own.getByRole("button", { name: "Go on to the second factor" }).click();
  await own.getByRole("button", { name: "Add a passkey" }).click();
  await own.getByText("I have kept them").waitFor();
  const [code = "", next = ""] = await own.locator("ol code").allInnerTexts();
  await own.getByText("I have kept them").click();
  await own.getByRole("button", { name: "Go to the clinic" }).click();
  await own.getByRole("link", { name: "You" }).first().click();
  await growOld(own);
  await own.getByRole("button", { name: "Make ten new ones" }).click();
  await own.getByRole("button", { name: "Use the passkey" }).click();
  await own.getByText("I have kept them").waitFor();
  const [fresh = ""] = await own.locator("ol code").allInnerTexts();
  expect([code, next]).not.toContain(fresh);
  await lose();
  await own.getByRole("button", { name: "Sign out", exact: true }).click();
  await own.getByLabel("E-mail").fill("pia@example.org");
  await own.getByLabel("Password", { exact: true }).fill(password);
  await own.getByRole("button", { name: "Sign in", exact: true }).click();
  await own.getByRole("button", { name: "Use a recovery code instead" }).click();
  expect(await faults(own)).toEqual([]);
  await own.getByLabel("Recovery code").fill(code);
  await own.getByRole("button", { name: "Go on" }).click();
  await own.getByText(/That code does not fit/).waitFor();
  await own.getByLabel("Recovery code").fill(fresh);
  await own.getByRole("button", { name: "Go on" }).click();
  await own.getByRole("link", { name: "You" }).first().click();
  await own.getByText("9 are left.").waitFor();
  await context.close();
});
