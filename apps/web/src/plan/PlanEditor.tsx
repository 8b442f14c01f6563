import type { Plan } from "@openlymph/therapy";
import { FlipHorizontal2 } from "lucide-react";
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Named, ToldPlan } from "../run/named.ts";
import { Button } from "../ui/Button.tsx";
import { Problem } from "../ui/Problem.tsx";
import { words } from "../words.ts";
import { AddStep } from "./AddStep.tsx";
import styles from "./PlanEditor.module.css";
import { StepForm } from "./StepForm.tsx";
import { StepList } from "./StepList.tsx";
import { usePlanChoices } from "./use-plan-choices.ts";
import { usePlanEdits } from "./use-plan-edits.ts";

const told = words.plan.edit;

export interface PlanEditorProps {
  readonly plan: Plan;
  readonly names: ToldPlan["names"];
  readonly file: string;
  readonly onOpen: (file: Named) => Promise<void>;
  /** Shows the moment of a step on the body. */
  readonly onShow: (n: number) => void;
}

type View = { readonly kind: "list" } | { readonly kind: "add" } | { readonly kind: "step"; readonly n: number };

function Title({ title, onTitle }: { readonly title: string; readonly onTitle: (title: string) => void }) {
  const [written, setWritten] = useState(title);
  const settle = (): void => {
    if (written.trim() === "") setWritten(title);
    else if (written.trim() !== title) onTitle(written);
  };
  return (
    <TextField value={written} onChange={setWritten} onBlur={settle} className={styles["title"] ?? ""}>
      <Label className={styles["label"] ?? ""}>{told.title}</Label>
      <Input
        className={styles["input"] ?? ""}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle();
        }}
      />
    </TextField>
  );
}

/** The plan to be changed: its steps in order, one of them as a form, or a new one. */
export function PlanEditor({ plan, names, file, onOpen, onShow }: PlanEditorProps) {
  const [view, setView] = useState<View>({ kind: "list" });
  const { make, problem, dismiss } = usePlanEdits(plan, file, onOpen);
  const choices = usePlanChoices();
  const show = (next: View): void => {
    dismiss();
    setView(next);
    if (next.kind === "step") onShow(next.n);
  };
  const back = (): void => show({ kind: "list" });
  const step = view.kind === "step" ? plan.steps[view.n - 1] : undefined;
  const refused = problem === undefined ? null : <Problem message={problem} safe={words.plan.kept} />;
  if (view.kind === "add" && choices !== undefined) {
    return (
      <>
        {refused}
        <AddStep
          choices={choices}
          onBack={back}
          onAdd={async (added) => {
            const done = await make({ kind: "add", step: added, place: "end" });
            if (done) show({ kind: "step", n: plan.steps.length + 1 });
            return done;
          }}
        />
      </>
    );
  }
  if (view.kind === "step" && step !== undefined && choices !== undefined) {
    return (
      <>
        {refused}
        <StepForm
          n={view.n}
          onBack={back}
          onPatch={(patch) => void make({ kind: "change", n: view.n, patch })}
          {...{ step, choices }}
        />
      </>
    );
  }
  return (
    <>
      {refused}
      <StepList
        onMake={make}
        onStep={(n) => show({ kind: "step", n })}
        onAdd={() => show({ kind: "add" })}
        {...{ plan, names }}
      />
      <div className={styles["whole"]}>
        <Title key={plan.title} title={plan.title} onTitle={(title) => void make({ kind: "title", title })} />
        <Button kind="outlined" onPress={() => void make({ kind: "mirror" })}>
          <FlipHorizontal2 aria-hidden="true" size={18} />
          {told.mirror(plan.affectedSide)}
        </Button>
      </div>
    </>
  );
}
