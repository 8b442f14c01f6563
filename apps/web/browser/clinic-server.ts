/** A clinic of its own for a test: the real server with an empty store, a clock that can be moved, and ways through its door. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Secret, TOTP } from "otpauth";
import type { BrowserContext, Page } from "playwright-core";
import { webRoot } from "../../../scripts/web-build.ts";
import { createServer, fillDemo, makeSetupToken, openClinic } from "../../server/src/index.ts";

export interface ClinicServer {
  /** By name: a passkey is for a name, never for a number. */
  readonly origin: string;
  readonly setupToken: () => Promise<string>;
  readonly fillDemo: () => ReturnType<typeof fillDemo>;
  /** Moves the server's clock on, ms. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  readonly close: () => Promise<void>;
}

/** @param databaseUrl an empty PostgreSQL; SQLite where there is none. */
export async function openClinicServer(databaseUrl?: string): Promise<ClinicServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-room-"));
  let moved = 0;
  const now = (): number => Date.now() + moved;
  const clinic = await openClinic({ folder, now, strangersPerMinute: 10_000, ...(databaseUrl && { databaseUrl }) });
  const app = createServer({ webRoot, clinic });
  const address = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  return {
    origin: `http://localhost:${address.port}`,
    setupToken: async () => (await makeSetupToken(clinic.store, now())) ?? "",
    fillDemo: () => fillDemo(clinic),
    pass: (ms) => {
      moved += ms;
    },
    now,
    close: async () => {
      await app.close();
      await clinic.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Opens a room and waits for what it says first. */
export async function openRoom(context: BrowserContext, { origin }: ClinicServer, hash = ""): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/clinic/${hash}`);
  await page.locator("h1").first().waitFor();
  return page;
}

export const password = "a long walk by the river";

/** The six digits an app shows now. */
export function appCode(secret: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at });
}

export interface Owner {
  readonly email: string;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** The first account, from the link of the terminal to the list of today; `look` sees every screen on the way. */
export async function setUpOwner(
  page: Page,
  server: ClinicServer,
  look: (what: string) => Promise<void> = async () => {},
): Promise<Owner> {
  const email = "owner@example.org";
  await page.goto(`${server.origin}/clinic/#setup=${await server.setupToken()}`);
  await page.getByLabel("Name of the clinic").fill("Clinic by the river");
  await look("set up");
  await page.getByLabel("How patients reach you").fill("01 234 56, weekdays 8 to 16");
  await page.getByLabel("Your name").fill("Olga Owner");
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("too short");
  await page.getByRole("button", { name: "Go on to the second factor" }).click();
  await page.getByText("9 of 12 characters so far").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Go on to the second factor" }).click();
  await page.getByRole("heading", { name: "Add a second factor" }).waitFor();
  await look("second factor");
  await page.getByRole("button", { name: "Show the code for the app" }).click();
  await page.getByRole("img", { name: "Code for an authenticator app" }).waitFor();
  await look("authenticator app");
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Then type the six digits it shows").fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText(/That code does not fit/).waitFor();
  await page.getByLabel("Then type the six digits it shows").fill(appCode(secret, server.now()));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("I have kept them").waitFor();
  await look("recovery codes");
  const codes = await page.locator("ol code").allInnerTexts();
  await page.getByText("I have kept them").click();
  await page.getByRole("button", { name: "Go to the clinic" }).click();
  await page.getByRole("heading", { name: "Today", exact: true }).waitFor();
  return { email, secret, codes };
}

/** E-mail, password, and a recovery code in place of the app's. */
export async function signIn(
  page: Page,
  { email, code, word = password }: { readonly email: string; readonly code: string; readonly word?: string },
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(word);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("navigation", { name: "Clinic" }).first().waitFor();
}
