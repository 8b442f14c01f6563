/** A server killed under load has lost nothing of what it said to have. `npm run bench -- clinic-kills` does it 200 times. */
import { expect, test } from "vitest";
import { killUnderLoad } from "../src/testing/kills.ts";
import { newPlace, storeKinds } from "./open-server.ts";

const timeout = 600_000;
test.for(storeKinds)("five kills on %s: nothing acknowledged is lost or doubled", { timeout }, async (kind) => {
  const report = await killUnderLoad(await newPlace(kind), { kills: 5, phones: 6, seed: 11 });
  expect(report.acknowledged).toBeGreaterThan(20);
  expect(report).toMatchObject({ kills: 5, whileStarting: 1, lost: 0, doubled: 0, missing: 0, wrong: [] });
});
