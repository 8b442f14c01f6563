import { sessionSteps } from "@openlymph/rehearsal";
import type { Plan } from "@openlymph/therapy";
import { useMemo } from "react";
import { PrintSheet } from "../../../plan/print/PrintSheet.tsx";
import { toldPlan } from "../../../run/told-plan.ts";
import { useClinic } from "../../use-clinic.ts";
import { calendarDay, todayText } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import styles from "./PersonSheet.module.css";
import { useKeptHistory } from "./use-plan-work.ts";

const told = words.plan.sheet;

export interface PersonSheetProps {
  readonly plan: Plan;
  /** Printed, or given up. */
  readonly onDone: () => void;
}

/** The plan for paper with the pictures of the studio's sheet, for this person and from this clinic. */
export function PersonSheet({ plan, onDone }: PersonSheetProps) {
  const { name } = usePerson();
  const { clinic } = useClinic().me;
  const steps = useMemo(() => sessionSteps(plan), [plan]);
  const build = useKeptHistory()?.body.build;
  const sheet = useMemo(() => toldPlan(plan), [plan]);
  const head = (
    <div className={styles["head"]}>
      <p>
        <strong>{told.of(name, calendarDay(todayText()))}</strong>
      </p>
      <p>{told.from(clinic.name, clinic.contact)}</p>
      {clinic.emergency === undefined ? null : <p>{told.emergency(clinic.emergency)}</p>}
    </div>
  );
  return <PrintSheet told={sheet} {...{ steps, build, head, onDone }} />;
}
