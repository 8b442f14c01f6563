import { type History, type Plan, type Severity, severities } from "@openlymph/therapy";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { CheckedPlan, ToldFinding } from "../run/checked-plan.ts";
import type { Named } from "../run/named.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import styles from "./PlanCheck.module.css";
import { usePlanCheck } from "./use-plan-check.ts";

export interface PlanCheckProps {
  readonly plan: Plan;
  readonly file: string;
  readonly history: History | undefined;
  readonly onStep: (n: number) => void;
  readonly onOpen: (file: Named) => void;
}

const told = words.plan.check;
const signs = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

/** `2 warnings, 1 note` */
function countsOf({ findings }: CheckedPlan): string {
  const parts = severities.flatMap((severity: Severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${told.counts[severity](count)}`];
  });
  return parts.length === 0 ? told.none : parts.join(", ");
}

interface FindingProps {
  readonly finding: ToldFinding;
  /** Whether it is about the plan shown now. */
  readonly current: boolean;
  readonly onStep: (n: number) => void;
  readonly onMake: (file: Named) => void;
}

function Finding({ finding, current, onStep, onMake }: FindingProps) {
  const { severity, step, message, basis, source, change } = finding;
  const Sign = signs[severity];
  return (
    <li className={classes(styles["finding"], styles[severity])}>
      <p className={styles["head"]}>
        <Sign aria-hidden="true" size={18} />
        <span>{told.severity[severity]}</span>
        <button type="button" className={styles["step"]} onClick={() => onStep(step)}>
          {told.step(step)}
        </button>
      </p>
      <p>{message}</p>
      <p className={styles["basis"]}>
        {told.basis[basis]}: {source}
      </p>
      {change === undefined ? null : (
        <div className={styles["change"]}>
          <p>{told.change(change.words)}</p>
          <Button kind="outlined" isDisabled={!current} onPress={() => onMake(change.file)}>
            {told.make}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What the check finds in the plan on this history, each with its step, its grounds and a change to make where one is known. */
export function PlanCheck({ plan, file, history, onStep, onOpen }: PlanCheckProps) {
  const { checked, current } = usePlanCheck(plan, history, file);
  if (checked === undefined) return null;
  const grave = checked.findings.some(({ severity }) => severity === "error");
  return (
    <div data-testid="plan-check">
      {checked.otherSide === undefined ? null : <p className={styles["side"]}>{checked.otherSide}</p>}
      <Fold title={told.title} aside={countsOf(checked)} open={grave}>
        <p className={styles["why"]}>{told.why}</p>
        <ul className={styles["findings"]}>
          {checked.findings.map((finding) => (
            <Finding
              key={`${finding.step} ${finding.code} ${finding.message}`}
              onMake={onOpen}
              {...{ finding, current, onStep }}
            />
          ))}
        </ul>
      </Fold>
    </div>
  );
}
