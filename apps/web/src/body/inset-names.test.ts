import { anatomy } from "@openlymph/anatomy";
import { insetIds, soleSvg } from "@openlymph/figure";
import { expect, test } from "vitest";
import { insetNames } from "./inset-names.ts";

test("the page offers the insets that the figure has", () => {
  expect([...insetNames].sort()).toEqual([...insetIds].sort());
});

test("a sole shows territories of the anatomy, and collectors that begin in the foot", () => {
  for (const side of ["L", "R"] as const) {
    const ids = [...soleSvg(side, { theme: "light" }).matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id ?? "");
    const collectors = ids.flatMap((id) => anatomy.byId.collectors.get(id) ?? []);
    expect(collectors).toHaveLength(3);
    for (const { fromIds } of collectors) expect(fromIds.some((id) => /^(foot|heel)/.test(id))).toBe(true);
    const others = ids.filter((id) => !anatomy.byId.collectors.has(id));
    for (const id of others) expect(anatomy.byId.territories.has(id), id).toBe(true);
  }
});
