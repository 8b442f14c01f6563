import type { Plan } from "@openlymph/therapy";
import { Printer } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Act } from "../../ui/Act.tsx";
import { words } from "../../words/words.ts";

/** Loaded when a sheet is printed for the first time. */
const PersonSheet = lazy(() => import("./PersonSheet.tsx").then((loaded) => ({ default: loaded.PersonSheet })));

/** A button that prints the plan as a sheet. */
export function PlanSheet({ plan }: { readonly plan: Plan }) {
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <Act busy={printing} onPress={() => setPrinting(true)}>
        <Printer aria-hidden="true" size={18} />
        {words.plan.print}
      </Act>
      {printing ? (
        <Suspense fallback={null}>
          <PersonSheet plan={plan} onDone={() => setPrinting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
