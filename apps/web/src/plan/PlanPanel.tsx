import type { SessionStep } from "@openlymph/rehearsal";
import { type Plan, planDuration } from "@openlymph/therapy";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { spanText } from "../format/numbers.ts";
import type { Example, Named } from "../run/named.ts";
import { About } from "../ui/About.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Choice } from "../ui/Choice.tsx";
import { FileDrop } from "../ui/FileDrop.tsx";
import { OpenFile } from "../ui/OpenFile.tsx";
import panel from "../ui/Panel.module.css";
import { Problem } from "../ui/Problem.tsx";
import { words } from "../words.ts";
import styles from "./PlanPanel.module.css";
import { StepCard } from "./StepCard.tsx";

export interface PlanPanelProps {
  readonly opened: Opened<Plan>;
  readonly examples: readonly Example[];
  /** The steps in time, once they were rehearsed. */
  readonly steps: readonly SessionStep[] | undefined;
  readonly clock: Clock;
  readonly onOpen: (file: Named) => void;
}

function Badges({ plan }: { readonly plan: Plan }) {
  return (
    <>
      {plan.complete ? null : (
        <span title={words.plan.excerptWhy}>
          <Badge>{words.plan.excerpt}</Badge>
        </span>
      )}
      {plan.reviewStatus === "draft" ? (
        <span title={words.plan.draftWhy}>
          <Badge tone="warn">{words.plan.draft}</Badge>
        </span>
      ) : null}
    </>
  );
}

/** The plan as cards in their order; the one under way is marked, and pressing a card goes to it. */
export function PlanPanel({ plan, file, titles, problem, steps, clock, onOpen }: PlanPanelProps) {
  const place = useClock(clock, (at) => (steps ?? []).findIndex(({ start, end }) => at.time >= start && at.time < end));
  const own = plan !== undefined && !examplePlans.some((example) => example.file === file);
  const options = [
    ...(own ? [{ id: file, text: words.history.own(plan.title) }] : []),
    ...examplePlans.map((example) => ({ id: example.file, text: titles.get(example.file) ?? example.file })),
  ];
  return (
    <FileDrop label={words.plan.dropArea} className={`${panel["panel"]} ${styles["plan"]}`} onDropFile={onOpen}>
      <div className={panel["head"]}>
        <h2>{words.plan.title}</h2>
        {plan === undefined ? null : <Badges plan={plan} />}
        <OpenFile label={words.plan.open} onOpen={onOpen} />
      </div>
      <Choice
        label={words.plan.choose}
        placeholder={words.plan.choose}
        value={plan === undefined ? null : file}
        options={options}
        onChange={(id) => {
          const chosen = examplePlans.find((example) => example.file === id);
          if (chosen !== undefined) onOpen(chosen);
        }}
      />
      {problem === undefined ? null : <Problem message={problem} safe={words.files.safePlan} />}
      {plan === undefined ? null : (
        <>
          <p className={styles["total"]}>
            {words.plan.total(plan.steps.length, spanText(planDuration(plan).stroking))}
          </p>
          {plan.about === undefined ? null : <About key={file} text={plan.about} />}
          <ol className={styles["steps"]} aria-label={words.plan.steps}>
            {plan.steps.map((step, n) => {
              const laid = steps?.[n];
              return (
                <StepCard
                  key={`${file} ${step.n}`}
                  step={step}
                  current={n === place}
                  onGo={laid === undefined ? undefined : () => clock.seekTime(laid.start)}
                />
              );
            })}
          </ol>
        </>
      )}
    </FileDrop>
  );
}
