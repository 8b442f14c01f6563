import type { ScreeningOutcome } from "@openlymph/therapy";
import { ChevronDown } from "lucide-react";
import { words } from "../../words/words.ts";
import styles from "./Outcome.module.css";
import { decisionSigns } from "./Outcome.tsx";

const told = words.person.screening;

export interface OutcomeBarProps {
  readonly outcome: Pick<ScreeningOutcome, "decision" | "questionsMissing">;
  /** Goes to where the outcome is told. */
  readonly onPress: () => void;
}

/** What the answers come to so far, in one line at the foot of a narrow screen. */
export function OutcomeBar({ outcome, onPress }: OutcomeBarProps) {
  const { decision, questionsMissing } = outcome;
  const Sign = decisionSigns[decision];
  return (
    <button type="button" className={styles["bar"]} data-decision={decision} onClick={onPress}>
      <Sign aria-hidden="true" size={24} />
      <span role="status">{told.decisions[decision]}</span>
      <small>{questionsMissing.length === 0 ? told.comesShort : told.missingShort(questionsMissing.length)}</small>
      <ChevronDown aria-hidden="true" size={20} />
    </button>
  );
}
