import { expect, it } from "vitest";
import { anatomy, anatomyData } from "./anatomy.ts";
import { checkAnatomy } from "./check.ts";
import { lymphosomeOf } from "./lymphosome.ts";
import { mirrored } from "./side.ts";

it("gives every skin territory an area by the nodes most of its lymph goes to first, the same on both sides", () => {
  expect(lymphosomeOf("handDorsum_L")).toEqual({ id: "lateralAxillary", name: "lateral axillary", published: true });
  expect(lymphosomeOf("chestUpper_R")?.name).toBe("pectoral");
  expect(lymphosomeOf("thighAnteromedial_R")?.name).toBe("inferior inguinal");
  expect(lymphosomeOf("legPosterolateral_L")?.name).toBe("popliteal");
  expect(lymphosomeOf("neckBack_L")).toMatchObject({ published: false });
  for (const { id, layer } of anatomy.territories) {
    const found = lymphosomeOf(id);
    expect(found === undefined, id).toBe(layer !== "superficial");
    expect(lymphosomeOf(mirrored(id))?.id).toBe(found?.id);
  }
});

it("knows nothing of what is no territory", () => {
  expect(lymphosomeOf("nowhere")).toBeUndefined();
});

it("refuses a list that names an unknown node group, or one twice", () => {
  const [first, ...others] = anatomyData.lymphosomes;
  const changed = (nodes: readonly string[]) =>
    checkAnatomy({ ...anatomyData, lymphosomes: [{ ...first!, nodes }, ...others] });
  expect(changed(["NOWHERE"])).toMatchObject({ ok: false, path: "lymphosomes.temporal.nodes" });
  expect(changed(["PARS", "AXLAT"])).toMatchObject({ ok: false, value: "AXLAT" });
});
