import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newDatabaseAt } from "../../server/src/testing/database.ts";
import { type ClinicServer, type Owner, openClinicServer, openRoom, setUpOwner, signIn } from "./clinic-server.ts";
import { openTab, tenMinutes } from "./clinic-ten-minutes.ts";
import { faults, openBrowser, sizes } from "./open-studio.ts";

const pictures = path.resolve(import.meta.dirname, "../../../.cache/first-ten-minutes");

let browser: Browser;
let server: ClinicServer;
let owner: Owner;
/** Signed in by `owner`, desktop. */
let context: BrowserContext;
let page: Page;
const used = { codes: 0 };
const nextCode = (): string => owner.codes[used.codes++] ?? "";

beforeAll(async () => {
  browser = await openBrowser();
  server = await openClinicServer();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const fine = async (on: Page, what: string): Promise<void> => {
  expect([what, await faults(on)]).toEqual([what, []]);
};
/** As `fine`, with a picture kept for whoever reviews the screens. */
const keepLooking = async (on: Page, what: string): Promise<void> => {
  await fine(on, what);
  await on.screenshot({ path: path.join(pictures, `clinic-${what.replaceAll(" ", "-")}.png`), fullPage: true });
};

test("a clinic is set up from the terminal's link: password, app, recovery codes, and then the list of today", async () => {
  context = await browser.newContext({ viewport: sizes.desktop, locale: "en-GB", reducedMotion: "reduce" });
  page = await openRoom(context, server);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.getByText("This clinic room is not set up yet").waitFor();
  await fine(page, "not set up");
  owner = await setUpOwner(page, server, (what) => fine(page, what));
  expect(owner.codes).toHaveLength(10);
  await page.getByText("First, a person").waitFor();
  await fine(page, "nobody yet");
  expect(page.url()).not.toContain("setup=");
  // A wrong code is an answer of the server, and the browser writes down that it was no.
  expect(complaints.filter((text) => !text.includes("403"))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe("{}");
});

test("a wrong password and an unknown account are refused in the same words; a recovery code counts once", async () => {
  const other = await browser.newContext({ viewport: sizes.phone, locale: "en-GB" });
  const door = await openRoom(other, server);
  await door.getByRole("heading", { name: "Sign in" }).waitFor();
  await fine(door, "sign in");
  const said: string[] = [];
  for (const [email, word] of [
    [owner.email, "not the password"],
    ["nobody@example.org", "not the password"],
  ] as const) {
    await door.getByLabel("E-mail").fill(email);
    await door.getByLabel("Password", { exact: true }).fill(word);
    await door.getByRole("button", { name: "Sign in", exact: true }).click();
    said.push(await door.getByRole("alert").innerText());
  }
  expect(said[0]).toBe(said[1]);
  const code = nextCode();
  await signIn(door, { email: owner.email, code });
  await door.getByRole("link", { name: "You" }).last().click();
  await door.getByRole("button", { name: "Sign out", exact: true }).click();
  await door.getByRole("heading", { name: "Sign in" }).waitFor();
  await door.getByLabel("E-mail").fill(owner.email);
  await door.getByLabel("Password", { exact: true }).fill("a long walk by the river");
  await door.getByRole("button", { name: "Sign in", exact: true }).click();
  await door.getByRole("button", { name: "Use a recovery code instead" }).click();
  await fine(door, "second half");
  await door.getByLabel("Recovery code").fill(code);
  await door.getByRole("button", { name: "Go on" }).click();
  await door.getByText(/That code does not fit/).waitFor();
  await other.close();
});

test("a passkey is added and signs in by itself", async () => {
  const client = await context.newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole("link", { name: "You" }).first().click();
  await page.getByLabel("Name of this passkey").fill("Desk");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("The passkey was added.").waitFor();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("First, a person").waitFor();
  await page.getByRole("link", { name: "You" }).first().click();
  await page.getByText(/Signed in by passkey/).waitFor();
});

test("a password is changed by whoever knows the one before; a wrong one is said, a short one too", async () => {
  const change = async (old: string, fresh: string): Promise<void> => {
    await page.getByLabel("Password you have now", { exact: true }).fill(old);
    await page.getByLabel("New password", { exact: true }).fill(fresh);
    await page.getByRole("button", { name: "Change it" }).click();
  };
  const own = "a long walk by the river";
  await change(own, "short");
  await page.getByText("5 of 12 characters so far").waitFor();
  await change("not my password", "a slow swim in the lake");
  await page.getByText("The password you have now is not right.").waitFor();
  await fine(page, "password refused");
  for (const [old, fresh] of [
    [own, "a slow swim in the lake"],
    ["a slow swim in the lake", own],
  ] as const) {
    await change(old, fresh);
    await expect.poll(() => page.getByLabel("New password", { exact: true }).inputValue()).toBe("");
  }
  await page.getByText("The password was changed.").first().waitFor();
  await keepLooking(page, "you");
});

test("ten minutes of a therapist: a person, what happened, the screening, a tape, a plan with two steps moved, the link", async () => {
  await tenMinutes(page, (what) => keepLooking(page, what));
}, 300_000);

test.runIf(inject("postgres") !== "")(
  "the same ten minutes on PostgreSQL",
  async () => {
    const there = await openClinicServer(await newDatabaseAt(inject("postgres")));
    const own = await browser.newContext({ viewport: sizes.desktop, locale: "en-GB", reducedMotion: "reduce" });
    const fresh = await openRoom(own, there);
    await setUpOwner(fresh, there);
    await tenMinutes(fresh, async () => {});
    await own.close();
    await there.close();
  },
  300_000,
);

test("a letter is built from the record with what is missing named, and kept; the record shows every step of it", async () => {
  await openTab(page, "Letters");
  await page.getByRole("button", { name: "Write a letter" }).click();
  await page.getByLabel("To", { exact: true }).fill("Dr. Example");
  await page.getByRole("button", { name: "Build it from the record" }).click();
  const letter = page.getByLabel("The letter", { exact: true });
  await expect.poll(() => letter.inputValue()).toMatch(/Axillary dissection levels I-III, left, 2024-03-01/i);
  const text = await letter.inputValue();
  expect(text).toMatch(/Medicines and allergies: not in the record/);
  expect(text).toMatch(/MADE-UP PERSON/);
  await page.getByText(/things are not in the record/).waitFor();
  await fine(page, "letter");
  await letter.fill(text.replace("Goal: not in the record", "Goal: home drainage twice a week"));
  await page.getByRole("button", { name: "Keep the letter" }).click();
  await page.getByText(/Goal: home drainage twice a week/).waitFor();
  await fine(page, "letters");

  await openTab(page, "Record");
  for (const kind of ["Person described", "History kept", "Screening kept", "Measurement", "Plan released", "Letter"]) {
    await page.getByRole("cell").getByText(kind, { exact: true }).waitFor();
  }
  await page.getByText("Audit trail", { exact: true }).click();
  await page
    .getByText(/^Plan released · kind/)
    .first()
    .waitFor();
  await fine(page, "record");
});

test("somebody is found without accents; a name that nobody has is said warmly", async () => {
  await page.getByRole("link", { name: "People" }).first().click();
  await page.getByLabel("Find by name").fill("muller zoe");
  await page.getByRole("link", { name: /Zoë Müller-Łukasik/ }).waitFor();
  await fine(page, "people");
  await page.getByLabel("Find by name").fill("nobody");
  await page.getByText("Nobody of that name").waitFor();
  await fine(page, "nobody found");
});

test("the owner invites somebody, whose link counts once; the audit trail is whole", async () => {
  await page.getByRole("link", { name: "Clinic", exact: true }).first().click();
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Theo");
  await page.getByLabel("E-mail").fill("theo@example.org");
  await fine(page, "invite");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.locator("code").innerText();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Check that the trail is whole" }).click();
  await page.getByText(/^Whole: each of/).waitFor();
  await fine(page, "clinic");

  const theirs = await browser.newContext({ viewport: sizes.phone, locale: "en-GB" });
  const door = await openRoom(theirs, server, `#${link.split("#")[1]}`);
  await fine(door, "accept");
  await door.getByLabel("Your name").fill("Theo Therapist");
  await door.getByLabel("Password", { exact: true }).fill("another long walk by the sea");
  await door.getByRole("button", { name: "Go on to the second factor" }).click();
  await door.getByRole("heading", { name: "Add a second factor" }).waitFor();
  await theirs.close();
});

test("an unused page says so before it signs out, and what was typed is still there after signing in again", async () => {
  const idle = await browser.newContext({ viewport: sizes.desktop, locale: "en-GB" });
  await idle.clock.install({ time: server.now() });
  const own = await openRoom(idle, server);
  await signIn(own, { email: owner.email, code: nextCode() });
  await own.getByRole("link", { name: "People" }).first().click();
  await own.getByRole("link", { name: /Zoë/ }).click();
  await own.getByLabel("A note").fill("The skin is soft today.");
  const me = await own.evaluate(async () => (await fetch("/api/clinic/me")).json());
  const left = me.idleUntil - server.now();
  await own.clock.fastForward(left - 90_000);
  await own.getByText("Still there?").waitFor();
  await fine(own, "idle");
  server.pass(left + 1000);
  await own.clock.fastForward(120_000);
  await own.getByText(/You were signed out, because nothing was done/).waitFor();
  await signIn(own, { email: owner.email, code: nextCode() });
  await expect.poll(() => own.getByLabel("A note").inputValue()).toBe("The skin is soft today.");
  await own.getByRole("button", { name: "Add the note" }).click();
  await own.getByText("The note is kept.").waitFor();
  await idle.close();
});

const onKeyboard = async (on: Page, role: "link" | "button", name: string | RegExp): Promise<void> => {
  const wanted = on.getByRole(role, { name, exact: typeof name === "string" }).first();
  await wanted.waitFor();
  const has = () => wanted.evaluate((element) => element === document.activeElement);
  for (let n = 0; n < 80 && !(await has()); n++) await on.keyboard.press("Tab");
  expect(await has(), String(name)).toBe(true);
  await on.keyboard.press("Enter");
};

test("with the keyboard alone a person is opened, measured mark by mark with Enter, and the measurement is kept", async () => {
  const keys = await browser.newContext({ viewport: sizes.desktop, locale: "en-GB" });
  const own = await openRoom(keys, server);
  await signIn(own, { email: owner.email, code: nextCode() });
  await own.getByRole("heading", { name: "Today", exact: true }).waitFor();
  await onKeyboard(own, "button", "Skip to the content");
  await onKeyboard(own, "link", "People");
  await onKeyboard(own, "link", /Zoë/);
  await onKeyboard(own, "link", "Measurements");
  await onKeyboard(own, "button", "New measurement");
  const first = own.getByLabel("2 cm, Left, cm", { exact: true });
  await first.waitFor();
  for (let n = 0; n < 20 && !(await first.evaluate((element) => element === document.activeElement)); n++) {
    await own.keyboard.press("Tab");
  }
  // Five marks as last time: Enter goes down the left column and on at the top of the right one.
  for (const reading of ["17,3", "19,1", "22,5", "25,2", "26,2", "16,4", "18,1", "20,8", "23,2", "24,0"]) {
    await own.keyboard.type(reading);
    await own.keyboard.press("Enter");
  }
  expect(await own.getByLabel("18 cm, Right, cm", { exact: true }).inputValue()).toBe("24,0");
  await onKeyboard(own, "button", "Keep this measurement");
  await own.getByText("The measurement is kept.").waitFor();
  // Readings of one day are taken together: nothing is said to have changed.
  await own.getByText("of the same day as the first: taken together with it").waitFor();
  await keys.close();
});

test.each([
  { name: "phone, dark", options: { viewport: sizes.phone, colorScheme: "dark" } },
  { name: "tablet, light", options: { viewport: sizes.tablet } },
  { name: "desktop, forced colours", options: { viewport: sizes.desktop, forcedColors: "active" } },
] as const)(
  "$name: axe finds nothing in any room of a full clinic, and nothing is wider than the screen",
  async ({ options }) => {
    const full = await openClinicServer();
    const [first] = await full.fillDemo();
    if (first === undefined) throw new Error("Nobody can sign in to the demonstration.");
    const rooms = await browser.newContext({ ...options, locale: "en-GB", reducedMotion: "reduce" });
    const own = await openRoom(rooms, full);
    await signIn(own, { email: first.email, code: first.codes[0] ?? "", word: first.password });
    const people = await own.evaluate(async () => (await (await fetch("/api/clinic/people")).json()).people);
    const [anna, , carl] = people as readonly { readonly person: string }[];
    const look = async (hash: string, ready: string | RegExp): Promise<void> => {
      await own.evaluate((to) => {
        location.hash = to;
      }, hash);
      await own.getByText(ready).first().waitFor();
      await fine(own, hash);
      const wide = await own.evaluate(() => document.documentElement.scrollWidth);
      expect([hash, wide]).toEqual([hash, options.viewport.width]);
    };
    await look("#today", "A check before a session found a reason to wait");
    await own.getByText("How this list comes about").click();
    await own.getByRole("button", { name: "Clear the check" }).click();
    await look("#today", "Who says that sessions may go on?");
    await look("#people", "Anna Archer");
    await look("#people/new", "Limbs that are followed");
    await look("#clinic", "Audit trail");
    await look("#account", "Where you are signed in");
    await look(`#person/${carl?.person}/overview`, "What waits");
    await own.getByText("What the list said before").click();
    await look(`#person/${carl?.person}/overview`, "Day by day, computed again");
    await look(`#person/${anna?.person}/history`, /Axillary dissection/);
    await look(`#person/${anna?.person}/screening`, "Last screening");
    await look(`#person/${anna?.person}/plan`, "Carry a step by its handle");
    await look(`#person/${anna?.person}/measurements`, "All measurements");
    await look(`#person/${anna?.person}/sessions`, "Ratings after sessions");
    await look(`#person/${anna?.person}/letters`, "No letter yet");
    await look(`#person/${anna?.person}/record`, "Everything, as it arrived");
    await rooms.close();
    await full.close();
  },
  300_000,
);
