import { expect, test } from "vitest";
import { releaseBlocks } from "./release-block.ts";

test("an emergency is final whatever was overridden; the rest needs a reason", () => {
  expect(releaseBlocks({ action: "EMERGENCY" }, true, 0)).toMatchObject([{ final: true }]);
  expect(releaseBlocks({ action: "STOP_SAME_DAY" }, false, 0)).toMatchObject([{ final: false }]);
  expect(releaseBlocks({ action: "HOLD_CLEARANCE" }, false, 2)).toHaveLength(2);
  expect(releaseBlocks({ action: "HOLD_CLEARANCE" }, true, 0)).toEqual([]);
  expect(releaseBlocks({ action: "MODIFY" }, false, 0)).toEqual([]);
  expect(releaseBlocks(undefined, false, 0)).toMatchObject([{ final: false, says: expect.stringMatching(/screened/) }]);
});
