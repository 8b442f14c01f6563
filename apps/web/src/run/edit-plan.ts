import { fail, ok, type Result } from "@openlymph/base";
import {
  addStep,
  changeStep,
  mirrorPlan,
  moveStep,
  type NewStep,
  type Place,
  type Plan,
  removeStep,
  repeatSteps,
  type Split,
  type StepPatch,
  serializePlan,
  splitStep,
} from "@openlymph/therapy";
import { changedName } from "./checked-plan.ts";
import type { Named } from "./named.ts";

/** A change of a plan, told by the numbers of its steps before the change. */
export type PlanEdit =
  | { readonly kind: "add"; readonly step: NewStep; readonly place: Place }
  | { readonly kind: "change"; readonly n: number; readonly patch: StepPatch }
  | { readonly kind: "move"; readonly n: number; readonly place: Place }
  | { readonly kind: "repeat"; readonly n: number }
  | { readonly kind: "split"; readonly n: number; readonly split: Split }
  | { readonly kind: "remove"; readonly n: number }
  | { readonly kind: "mirror" }
  | { readonly kind: "title"; readonly title: string };

function changed(plan: Plan, edit: PlanEdit): Result<Plan> {
  switch (edit.kind) {
    case "add":
      return addStep(plan, edit.step, edit.place);
    case "change":
      return changeStep(plan, edit.n, edit.patch);
    case "move":
      return moveStep(plan, edit.n, edit.place);
    case "repeat":
      return repeatSteps(plan, { from: edit.n, to: edit.n });
    case "split":
      return splitStep(plan, edit.n, edit.split);
    case "remove":
      return removeStep(plan, edit.n);
    case "mirror":
      return ok(mirrorPlan(plan));
    case "title":
      return edit.title.trim() === ""
        ? fail("field/invalid", { path: "title", value: edit.title, expected: "some text" })
        : ok({ ...plan, title: edit.title.trim(), reviewStatus: "draft" });
  }
}

/** The changed plan as a file; or why it cannot be changed so. */
export function editPlan(plan: Plan, edit: PlanEdit, file: string): Result<Named> {
  const done = changed(plan, edit);
  return done.ok ? ok({ file: changedName(file), text: serializePlan(done.value) }) : done;
}
