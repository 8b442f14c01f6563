import type { SessionStep } from "@openlymph/rehearsal";
import { type History, type Plan, planDuration, reviewStanding } from "@openlymph/therapy";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { stepsAt } from "../body/hand.ts";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { spanText } from "../format/numbers.ts";
import type { Example, Named, ToldPlan } from "../run/named.ts";
import type { Opened } from "../studio/opened.ts";
import { About } from "../ui/About.tsx";
import { Badge } from "../ui/Badge.tsx";
import { DocumentCard } from "../ui/DocumentCard.tsx";
import { EditToggle } from "../ui/EditToggle.tsx";
import { words } from "../words.ts";
import { PlanCheck } from "./PlanCheck.tsx";
import styles from "./PlanPanel.module.css";
import { PlanTools, type PlanToolsProps } from "./PlanTools.tsx";
import { StepCard } from "./StepCard.tsx";
import { scrollToStep } from "./scroll-to-step.ts";

/** Loaded when a plan is changed for the first time. */
const PlanEditor = lazy(() => import("./PlanEditor.tsx").then((loaded) => ({ default: loaded.PlanEditor })));

export interface PlanPanelProps {
  readonly opened: Opened<ToldPlan>;
  readonly examples: readonly Example[];
  /** The steps in time, once they were rehearsed and may be gone to. */
  readonly steps: readonly SessionStep[] | undefined;
  readonly clock: Clock;
  /** What the plan is checked against, once it was read. */
  readonly history: History | undefined;
  readonly onOpen: (file: Named) => Promise<void>;
  readonly used: PlanToolsProps["used"];
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  readonly onPrint: () => void;
}

function Badges({ plan }: { readonly plan: Plan }) {
  return (
    <>
      {plan.complete ? null : (
        <span title={words.plan.excerptWhy}>
          <Badge>{words.plan.excerpt}</Badge>
        </span>
      )}
      {reviewStanding(plan).status === "draft" ? (
        <span title={words.plan.draftWhy}>
          <Badge tone="warn">{words.plan.draft}</Badge>
        </span>
      ) : null}
    </>
  );
}

/** The plan as cards in their order; the one under way is marked, and pressing a card goes to it. */
export function PlanPanel({
  opened,
  examples,
  steps,
  clock,
  history,
  onOpen,
  used,
  editing,
  onEditing,
  onPrint,
}: PlanPanelProps) {
  const told = opened.value;
  const plan = told?.plan;
  const [shown, setShown] = useState<string>();
  const scroll = useRef<HTMLDivElement>(null);
  const place = useClock(clock, (at) => stepsAt(steps ?? [], at.time).place);
  const followed = useRef(steps);
  useEffect(() => {
    // A plan that was just rehearsed stays where it is read; from then on the list follows the hand.
    if (place < 0) return;
    const first = followed.current !== steps;
    followed.current = steps;
    if (!first && scroll.current !== null) scrollToStep(scroll.current, place);
  }, [place, steps]);
  const goTo = (n: number): void => {
    const at = plan?.steps.findIndex((step) => step.n === n) ?? -1;
    const laid = steps?.[at];
    if (laid !== undefined) clock.seekTime(laid.start);
    if (scroll.current !== null) scrollToStep(scroll.current, at);
  };
  return (
    <DocumentCard
      told={words.plan}
      badges={plan === undefined ? null : <Badges plan={plan} />}
      action={
        plan === undefined ? null : (
          <EditToggle start={words.plan.tools.edit} done={words.plan.tools.done} {...{ editing, onEditing }} />
        )
      }
      onOpen={(file) => void onOpen(file)}
      {...{ opened, examples, scroll }}
    >
      {told === undefined || plan === undefined ? null : (
        <>
          <div className={styles["head"]}>
            <p className={styles["total"]}>
              {words.plan.total(plan.steps.length, spanText(planDuration(plan).stroking))}
            </p>
            <PlanTools own={opened.own} used={used} onPrint={steps === undefined ? undefined : onPrint} />
          </div>
          <PlanCheck
            plan={plan}
            file={opened.file}
            onStep={goTo}
            onOpen={(file) => void onOpen(file)}
            {...{ history }}
          />
          {editing ? (
            <Suspense
              fallback={
                <p className={styles["loading"]} role="status">
                  {words.plan.edit.loading}
                </p>
              }
            >
              <PlanEditor plan={plan} names={told.names} file={opened.file} onOpen={onOpen} onShow={goTo} />
            </Suspense>
          ) : (
            <>
              {plan.about === undefined ? null : <About key={opened.file} text={plan.about} />}
              <ol className={styles["steps"]} aria-label={words.plan.steps}>
                {plan.steps.map((step, n) => {
                  const laid = steps?.[n];
                  const key = `${opened.file} ${step.n}`;
                  return (
                    <StepCard
                      key={key}
                      step={step}
                      names={told.names}
                      affected={plan.affectedSide}
                      stroke={told.strokes[step.stroke]}
                      current={n === place}
                      open={shown === key}
                      onOpen={() => setShown(shown === key ? undefined : key)}
                      onGo={laid === undefined ? undefined : () => clock.seekTime(laid.start)}
                    />
                  );
                })}
              </ol>
            </>
          )}
        </>
      )}
    </DocumentCard>
  );
}
