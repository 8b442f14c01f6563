import { describe, expect, it } from "vitest";
import { soleSvg } from "./sole.ts";

const idsOf = (svg: string) => [...svg.matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id!);

describe("the sole", () => {
  it.each(["L", "R"] as const)("can be pointed at by territory and by collector, side %s", (side) => {
    expect(idsOf(soleSvg(side, { theme: "light" })).sort()).toEqual(
      ["alLeg", "dlCalf", "footDorsumLateral", "footDorsumMedial", "footPlantar", "heelLateral", "vmCalf"].map(
        (id) => `${id}_${side}`,
      ),
    );
  });

  it("is veiled where it swells, coloured by areas, and the right one is the left one mirrored", () => {
    const plain = soleSvg("L", { theme: "light" });
    const swollen = soleSvg("L", { theme: "light", veil: { footPlantar_L: 0.6 } });
    expect(swollen.length).toBeGreaterThan(plain.length);
    expect(soleSvg("L", { theme: "light", veil: { footPlantar_R: 0.6 } })).toBe(plain);
    expect(soleSvg("L", { theme: "light", areas: { footPlantar_L: "#123456" } })).toContain("#123456");
    const right = soleSvg("R", { theme: "light" });
    expect(right).toContain("scale(-1 1)");
    expect(plain).not.toContain("scale(-1 1)");
  });
});
