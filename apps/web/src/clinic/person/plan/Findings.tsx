import { applyRepair, type Plan, type PlanFinding, serializePlan } from "@openlymph/therapy";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Fold, Note } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import styles from "./Findings.module.css";
import type { CheckedWork } from "./use-plan-work.ts";

const told = words.plan;
const signs = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

interface FindingsProps {
  readonly plan: Plan;
  readonly checked: CheckedWork;
  readonly hasHistory: boolean;
  readonly onText: (text: string) => void;
}

function Finding({
  finding,
  plan,
  onText,
}: Pick<FindingsProps, "plan" | "onText"> & { readonly finding: PlanFinding }) {
  const { severity, step, message, basis, source, repair } = finding;
  const Sign = signs[severity];
  return (
    <li className={styles["finding"]} data-severity={severity}>
      <p className={styles["head"]}>
        <Sign aria-hidden="true" size={18} />
        {told.severity[severity]}, {told.step(step)}
      </p>
      <p>{message}</p>
      <p className={card["quiet"]}>
        {told.bases[basis]}: {source}
      </p>
      {repair === undefined ? null : (
        <div>
          <Act onPress={() => onText(serializePlan(applyRepair(plan, finding)))}>{told.repair(repair.words)}</Act>
        </div>
      )}
    </li>
  );
}

/** What the check and the reading found, errors and warnings in sight, notes in a fold. */
export function Findings({ plan, checked, hasHistory, onText }: FindingsProps) {
  const { findings, check } = checked;
  const of = (severity: PlanFinding["severity"]) => findings.filter((each) => each.severity === severity);
  const [errors, warnings, notes] = [of("error"), of("warning"), of("note")];
  const list = (some: readonly PlanFinding[]) => (
    <ul className={styles["findings"]}>
      {some.map((finding) => (
        <Finding key={`${finding.step} ${finding.code} ${finding.message}`} {...{ finding, plan, onText }} />
      ))}
    </ul>
  );
  return (
    <div className={styles["check"]} data-testid="clinic-check">
      <p className={styles["sum"]} role="status">
        {findings.length === 0 ? <CircleCheck aria-hidden="true" size={20} /> : null}
        {findings.length === 0 ? told.checkFine : told.counts(errors.length, warnings.length, notes.length)}
      </p>
      <p className={card["quiet"]}>{hasHistory ? told.checkLead : told.checkNoHistory}</p>
      {check.otherSide === undefined ? null : (
        <Note tone="warn">
          <p>{check.otherSide}</p>
        </Note>
      )}
      {errors.length + warnings.length === 0 ? null : list([...errors, ...warnings])}
      {notes.length === 0 ? null : <Fold title={told.moreNotes(notes.length)}>{list(notes)}</Fold>}
    </div>
  );
}
