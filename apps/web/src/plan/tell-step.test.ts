import { mmHg, unwrap } from "@openlymph/base";
import { expect, test } from "vitest";
import { readPlan } from "../run/read-named.ts";
import { tellStep } from "./tell-step.ts";

test("a pressure the plan does not state is said to be assumed, one it states is not", () => {
  const { plan, names } = unwrap(readPlan({ file: "lnni-arm.yaml" }));
  const step = plan.steps[2]!;
  const plain = (told: ReturnType<typeof tellStep>) => told.doses[0]?.replaceAll("\u00a0", " ");
  expect(tellStep(step, names, "left").provenance).toBe("read in the source");
  expect(plain(tellStep(step, names, "left"))).toMatch(/^\d+ mmHg assumed$/);
  expect(plain(tellStep({ ...step, pressure: 30 * mmHg, pressureFrom: "plan" }, names, "left"))).toMatch(/^\d+ mmHg$/);
});
