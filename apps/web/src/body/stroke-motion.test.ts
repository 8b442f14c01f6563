import { strokeMotion, strokes } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { tellStroke } from "../run/told-stroke.ts";
import { motionThrough } from "./stroke-motion.ts";

test("the motion through told moments is that of the stroke, between them too and after many strokes", () => {
  for (const stroke of strokes) {
    const motion = motionThrough(structuredClone(tellStroke(stroke)).moving.moments);
    for (let n = 0; n < 50; n++) {
      const phase = 0.0637 * n;
      const [told, own] = [motion(phase), strokeMotion(stroke, phase)];
      expect(told.along, `${stroke.id} at ${phase}`).toBeCloseTo(own.along, 2);
      expect(Math.abs(told.pressure - own.pressure)).toBeLessThan(0.01);
      expect(Math.abs(told.lift - own.lift)).toBeLessThan(0.01);
    }
  }
});

test("a stroke is told with who may do it", () => {
  const told = new Map(strokes.map((stroke) => [stroke.id, tellStroke(stroke)]));
  expect(told.get("sld_simple_stretch")?.oneHand).toContain("One hand is enough");
  expect(told.get("foldi_oedema")).toMatchObject({ use: "therapist-only", oneHand: null, kind: "stretch" });
  expect(told.get("breath_diaphragm")).toMatchObject({ kind: "breath", pressure: null });
});
